/** 东莞 as a district that lives at random: two tracks into one yearly budget, running sums that cap a bank's compensation, a reward of the year. */
import { day, partsOf } from "../../local-date";
import { type Fen, fen, ZERO } from "../../money";
import { lossOfEach } from "../../process/claim-amount";
import { sumsFor } from "../../process/claim-sums";
import type { LoanFile } from "../../process/loan-file";
import { outstandingOn } from "../../process/loan-life";
import { registerLoan } from "../../process/registration";
import { must, org } from "../testing";
import { type Admission, admits, checks } from "../testing-admission";
import { claims } from "../testing-claiming";
import type { District } from "../testing-district";
import { Life, type Matter, matter } from "../testing-life";
import type { Plant } from "../testing-life-ledger";
import { recovers } from "../testing-recovering";
import { recordsOf } from "../testing-totals";
import {
  ACCOUNT_BANK,
  APPLICATION,
  BANK,
  BANK_FACTS,
  CENTRE,
  FACTS,
  FINANCE,
  GOVERNMENT,
  GUARANTEED_FACTS,
  GUARANTOR,
  guaranteed,
  NFRA,
  OFFICE,
  PBOC,
  registration,
  SCIENCE,
} from "./testing";
import { Rewarding, scheme } from "./testing-reward";

const BANKS = [BANK, org("bank2", "bank", "乙银行东莞分行")];
const OPENS = day("2024-01-10");
const TEN_MILLION = 1_000_000_000;

class DongguanLife extends Life {
  readonly matters: readonly Matter[];
  readonly #rewarding = new Rewarding(this);
  readonly #way: Admission<Matter>;

  constructor(size: number, plant?: Plant) {
    const bodies = [OFFICE, FINANCE, SCIENCE, GOVERNMENT, CENTRE, PBOC, NFRA, ACCOUNT_BANK, ...BANKS, GUARANTOR];
    super({ scheme, opens: OPENS, pace: 20, bodies, plant });
    const firms = Math.ceil(size / 3);
    this.matters = Array.from({ length: size }, (_, no) =>
      matter(no, org(`firm-${no % firms}`, "enterprise", `企业${no % firms}`), BANKS[no % BANKS.length] ?? BANK, GUARANTOR),
    );
    this.books("deposit", fen(1_000_000_000));
    this.#way = {
      application: ({ enterprise }) => ({ ...APPLICATION, creditCode: enterprise.id, name: enterprise.name }),
      papers: [],
      recommender: SCIENCE,
    };
  }

  next(one: Matter, how: number): void {
    const { file, state } = one;
    if (file?.claim?.paid) return void recovers(this, one, file, how);
    if (file) return void claims(this, one, file, how, { sums: () => this.#sums(file) });
    const backed = one.no % 3 === 2;
    if (state.status === "register" || (backed && state.status === "draft")) return void this.#registers(one, backed, how);
    if (state.status === "check_open") return void checks(this, one, CENTRE, FACTS);
    admits(this, one, how, this.#way);
  }

  #registers(one: Matter, backed: boolean, how: number): void {
    const more = {
      loanId: `loan-${one.no}`,
      contractNo: `借字${one.no}`,
      principal: fen(20_000_000 + (how % 800_000_000)),
      rate: "0.0445",
      termMonths: 2 + (how % 20),
      disbursedOn: this.on,
      lender: one.lender,
    };
    const given = { ...(backed ? guaranteed(more) : registration(more)), enterprise: one.enterprise };
    const facts = backed ? GUARANTEED_FACTS : BANK_FACTS;
    const asked = { ...facts, appliedOn: this.on, ...(facts.loan ? { loan: { ...facts.loan, disbursedOn: this.on, contractOn: this.on } } : {}) };
    const who = backed ? GUARANTOR : one.lender;
    this.tells(one, who, registerLoan(scheme, one.state, given, asked, this.act(who)));
  }

  #sums(file: LoanFile): Readonly<Record<string, Fen>> {
    return file.claim ? must(sumsFor(scheme.claim.sums ?? [], recordsOf(this), file, file.claim, this.on)) : {};
  }

  governs(how: number): void {
    if (how % 10 < 3) this.books("deposit", fen(1 + (how % 900_000_000)));
    else this.#rewarding.rewards(how);
  }

  strays({ file }: Matter, how: number): readonly (() => unknown)[] {
    return [
      () => this.books("interest", fen(1 + (how % 1000))),
      () => this.books("placement", fen(1)),
      () => this.books("reward", fen(1 + (how % 1000)), GUARANTOR.id, { payableId: "never approved" }),
      () => file && this.books("subsidy", fen(1), file.claim?.id),
    ];
  }

  most({ file }: Matter): bigint {
    if (!file) return 0n;
    const out = BigInt(outstandingOn(file.life, this.on));
    if (file.loan.mode === "guaranteed") {
      const own = (out * 2n + 4n) / 5n;
      return out / 5n < (own + 1n) / 2n ? out / 5n : (own + 1n) / 2n;
    }
    const tenths = file.loan.principal <= 300_000_000 ? 8n : file.loan.principal <= 500_000_000 ? 7n : 6n;
    return (out * tenths + 5n) / 10n;
  }

  *promises(): Iterable<readonly [boolean, string]> {
    const firms = new Map<string, number>();
    const years = new Map<string, number>();
    const lent = new Map<string, number>();
    const add = (sums: Map<string, number>, key: string, more: number) => sums.set(key, (sums.get(key) ?? 0) + more);
    for (const { file, enterprise } of this.matters) {
      if (file?.loan.mode !== "bank") continue;
      const { loan, claim } = file;
      add(lent, `${loan.lender.id} ${partsOf(loan.disbursedOn).year}`, loan.principal);
      if (!claim?.paid) continue;
      add(firms, enterprise.id, claim.paid.amount);
      add(years, `${loan.lender.id} ${partsOf(claim.receivedOn).year}`, claim.paid.amount);
    }
    for (const amount of firms.values()) yield [amount <= TEN_MILLION, "ten million of compensation a firm"];
    for (const [key, had] of years) yield [had * 50 <= (lent.get(key) ?? 0), "two percent of what a bank lent in the year"];
    for (const { file } of this.matters) if (file?.loan.tiers) yield [this.#borne(file), "what each bears of a guaranteed loan is the whole of it"];
    yield* this.#rewarding.promises();
  }

  #borne(file: LoanFile): boolean {
    const out = outstandingOn(file.life, this.on);
    return Object.values(lossOfEach(file, out)).reduce<number>((sum, one) => sum + one, ZERO) === out;
  }
}

export const district: District = {
  scheme,
  proves: ["DG-003", "DG-009", "DG-018", "DG-019", "DG-023", "DG-026"],
  begins: (size, plant) => new DongguanLife(size, plant),
  sizes: [30, 60, 120],
  least: { loans: 400, paid: 100, returned: 200, "written off": 20, rewarded: 4 },
  refuses: [
    "paid_twice",
    "same_person",
    "return_over_paid",
    "fund_use_forbidden",
    "budget_exceeded",
    "evaluation_missing",
    "gov_consent_required",
    "role_forbidden",
    "reservation_expired",
  ],
  plants: {
    double_payment: /is paid once/,
    rounding: /second opinion: .*amount/,
    lost_fen: /every transfer balances/,
    over_ceiling: /its ceiling: annual_budget/,
    uneven_shares: /the parts of what came back/,
  },
  plantSize: 60,
};
