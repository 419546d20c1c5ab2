/** 克州 as a district that lives at random: firms on a published list, loans of banks with a guarantor, placements and their income, a fee within it. */
import { openFund } from "../../fund/fund";
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { type Banned, bansByPayment, barredOn } from "../../process/ban";
import { outstandingOn } from "../../process/loan-life";
import { mayCover } from "../../process/watch";
import type { Facts } from "../../rule/facts";
import { org } from "../testing";
import { type Admission, admits } from "../testing-admission";
import { claims } from "../testing-claiming";
import type { District } from "../testing-district";
import { Life, type Matter, matter } from "../testing-life";
import { type Plant, TWO } from "../testing-life-ledger";
import { recovers } from "../testing-recovering";
import { liveOf } from "../testing-totals";
import {
  APPLICATION,
  BANK,
  BANK2,
  COUNTY,
  FINANCE,
  GOVERNMENT,
  GUARANTOR,
  LOAN_FACTS,
  MANAGER,
  NFRA,
  PAPERS,
  PBOC,
  PREFECTURE,
  scheme,
} from "./testing";
import { Keeping } from "./testing-keeping";

const TELLER = org("teller", "account_bank", "开户银行");
const OPENS = day("2025-04-01");
const TEN_MILLION = 1_000_000_000;

class KezhouLife extends Life {
  readonly matters: readonly Matter[];
  /** Firms for which the fund has paid, with the decision that lets one on the list again. */
  readonly #cancelled = new Map<string, Banned>();
  readonly #ended = new Map<string, string>();
  readonly #keeping = new Keeping(this);
  readonly #way: Admission<Matter>;

  constructor(size: number, plant?: Plant) {
    const bodies = [COUNTY, PREFECTURE, FINANCE, GOVERNMENT, MANAGER, PBOC, NFRA, TELLER, BANK, BANK2, GUARANTOR];
    super({ scheme, opens: OPENS, pace: 20, bodies, plant });
    const firms = Math.ceil(size / 2);
    this.matters = Array.from({ length: size }, (_, no) =>
      matter(no, org(`firm-${no % firms}`, "enterprise", `企业${no % firms}`), no % 3 === 0 ? BANK2 : BANK, GUARANTOR),
    );
    // a fund that runs short: less is there than the document names, by a paper that says so
    this.money(openFund(scheme.fund, [{ id: "open", amount: fen(2_000_000_000), adjustment: "拨款1号" }], TWO, OPENS));
    this.#way = {
      application: ({ enterprise }) => ({
        ...APPLICATION,
        creditCode: enterprise.id,
        name: enterprise.name,
        need: { ...APPLICATION.need, amount: fen(TEN_MILLION) },
      }),
      papers: PAPERS,
      recommender: COUNTY,
      loan: (one, how) => this.#loan(one, how),
    };
  }

  next(one: Matter, how: number): void {
    const { file } = one;
    if (!file) return void admits(this, one, how, this.#way);
    if (file.claim?.paid) return void recovers(this, one, file, how);
    claims(this, one, file, how);
    const [ban] = one.file?.claim?.paid ? bansByPayment(scheme.sanctions.bans ?? [], this.on) : [];
    if (ban && !this.#cancelled.has(one.enterprise.id)) this.#cancelled.set(one.enterprise.id, ban);
  }

  #loan(one: Matter, how: number) {
    const own = ({ enterprise }: Matter) => enterprise.id === one.enterprise.id;
    const cancelled = this.#cancelled.get(one.enterprise.id);
    const removed = cancelled && !barredOn([cancelled], [], this.on).ok ? { removedOn: cancelled.from } : {};
    const ended = this.#ended.get(one.lender.id);
    const facts: Facts = {
      ...LOAN_FACTS,
      loan: { ...LOAN_FACTS.loan, mode: "guaranteed", principal: ZERO, disbursedOn: this.on },
      ...(one.state.listedOn ? { listed: { listedOn: one.state.listedOn, ...removed } } : {}),
      lender: { kind: "bank", agreementFrom: OPENS, ...(ended ? { terminatedOn: day(ended) } : {}) },
      totals: { enterpriseLive: liveOf(this, own, "outstanding"), fundOutstanding: liveOf(this, () => true, "outstanding") },
    };
    const text = {
      principal: `${1_000_000 + ((one.no * 7919 + how) % 6_000_000)}.${String(how % 100).padStart(2, "0")}`,
      ratePercent: "4.35",
      termMonths: String(2 + (one.no % 10)),
      mode: "guaranteed",
      disbursedOn: this.on,
      partner: GUARANTOR,
      guaranteeLetterOn: this.on,
    };
    return { text, facts };
  }

  governs(how: number): void {
    const what = how % 10;
    if (what < 9) return void this.#keeping.keeps(how);
    const bank = how % 3 === 0 ? BANK2 : BANK;
    if (this.#ended.delete(bank.id)) return void this.saw("signed again");
    const { watch } = scheme;
    const ratio = `0.0${how % 10}`;
    if (!watch || this.took(mayCover(watch, ratio, this.on))) return;
    this.#ended.set(bank.id, this.on);
    this.saw("bank ended");
  }

  strays(_: Matter, how: number): readonly (() => unknown)[] {
    // the document knows no contribution, no quota and no reward
    return [() => this.books("contribution", fen(1 + (how % 1000))), () => this.books("reward", fen(1)), () => this.#keeping.overcharges()];
  }

  most({ file }: Matter): bigint {
    return file ? (BigInt(outstandingOn(file.life, this.on)) + 1n) / 2n : 0n;
  }

  *promises(): Iterable<readonly [boolean, string]> {
    yield [liveOf(this, () => true, "outstanding") <= 100_000_000_000, "ten times the fund at the most is lent"];
    for (const { enterprise } of this.matters)
      yield [liveOf(this, (other) => other.enterprise.id === enterprise.id, "outstanding") <= TEN_MILLION, "ten million a firm at the most"];
    for (const { enterprise, file } of this.matters) {
      const ban = this.#cancelled.get(enterprise.id);
      yield [!ban || !file || file.loan.disbursedOn <= ban.from, "a firm for which the fund has paid is lent nothing more"];
    }
    yield* this.#keeping.promises();
  }
}

export const district: District = {
  scheme,
  proves: ["KZ-003", "KZ-034", "KZ-050", "KZ-051", "KZ-056", "KZ-063", "KZ-082"],
  begins: (size, plant) => new KezhouLife(size, plant),
  sizes: [30, 60, 120],
  least: {
    loans: 400,
    "did guarantor_prompt": 200,
    "did enforcement_shortfall": 200,
    paid: 100,
    "paid short": 20,
    returned: 200,
    "written off": 8,
    placed: 40,
    fee: 15,
    "bank ended": 40,
  },
  refuses: [
    "paid_twice",
    "same_person",
    "return_over_paid",
    "fund_use_forbidden",
    "claim_precondition",
    "loan_cap",
    "bank_terminated",
    "whitelist_cancelled",
    "invest_forbidden",
    "invest_type",
    "mgmt_fee_over",
    "audit_cost_outside",
    "writeoff_early",
    "fund_insufficient",
  ],
  plants: {
    double_payment: /is paid once/,
    rounding: /second opinion: .*amount/,
    lost_fen: /every transfer balances/,
    uneven_shares: /the parts of what came back/,
  },
  plantSize: 60,
};
