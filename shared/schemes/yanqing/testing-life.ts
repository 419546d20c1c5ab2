/** 延庆 as a district that lives at random: firms of one group, panels, a quota of two high grades a year, claims verified by their raters, clawbacks, subsidies, pauses. */
import { mayGoOn } from "../../fund/breaker";
import { entriesInOrder } from "../../fund/entries";
import { openFund } from "../../fund/fund";
import type { Transfer } from "../../fund/ledger";
import { day, type LocalDate, partsOf } from "../../local-date";
import { fen, lesser, minus, ZERO } from "../../money";
import { applicationFacts } from "../../process/application";
import { orderClawback, receiveClawback } from "../../process/clawback";
import { declaredTies, groupFacts } from "../../process/group";
import type { LoanFile } from "../../process/loan-file";
import { outstandingOn } from "../../process/loan-life";
import { clawbackOpen, type Recovery, returnedSoFar } from "../../process/recovery-state";
import { barsReaching, type Listing } from "../../process/sanction";
import { org } from "../testing";
import { claims } from "../testing-claiming";
import type { District } from "../testing-district";
import { Life, matter } from "../testing-life";
import { type Plant, TWO } from "../testing-life-ledger";
import { recovers } from "../testing-recovering";
import { yanqing } from "./scheme";
import { APPLICATION, BANK, FINANCE, GOVERNMENT, INSURER, OFFICE, TOWN } from "./testing";
import { enters, type Firm, PAPERS_OF_ALL_YEARS } from "./testing-entry";
import { ACCOUNT_BANK } from "./testing-fund";
import { insures } from "./testing-insured";
import { verifies } from "./testing-verifying";

const OPENS = day("2025-09-01");

export class YanqingLife extends Life<Firm> {
  readonly matters: readonly Firm[];
  /** Days on which places of the yearly quota that are still held were reserved, by firm. */
  readonly slots = new Map<number, LocalDate>();
  readonly listings: Listing[] = [];

  constructor(size: number, plant?: Plant) {
    super({ scheme: yanqing, opens: OPENS, pace: 6, bodies: [OFFICE, FINANCE, GOVERNMENT, TOWN, BANK, ACCOUNT_BANK], plant });
    this.matters = Array.from({ length: size }, (_, no): Firm => {
      // Every fourth firm has the representative of the one before it.
      const person = `wang-${no % 4 === 3 ? no - 1 : no}`;
      const representative = { name: person, key: person, masked: "*" };
      const named = { creditCode: `C${no}`, name: `企业${no}`, representative, controller: representative };
      const application = { ...APPLICATION, ...named, need: { ...APPLICATION.need, amount: fen(500_000_000) } };
      return { ...matter(no, org(`C${no}`, "enterprise", `企业${no}`), BANK, INSURER), application, tries: 0, receipts: [] };
    });
    const paidIn = [1, 2].map((no) => ({ id: `open-${no}`, amount: fen(1_500_000_000), adjustment: "调整文件" }));
    this.money(openFund(yanqing.fund, paidIn, TWO, OPENS));
  }

  next(firm: Firm, how: number): void {
    const { file, state } = firm;
    if (!file) {
      const going = mayGoOn(yanqing.fund.breaker, this.fund.state, "push", this.on);
      if (state.status === "draft" || this.took(going)) enters(this, firm, how);
      return;
    }
    if (file.loan.mode === "insurance") return void insures(this, firm, file, how);
    if (file.claim?.paid) return void recovers(this, firm, file, how, (recovery) => this.#clawsBack(firm, file, recovery, how));
    claims(this, firm, file, how, { own: { step: "claim_review", takes: (one, claimed, at) => verifies(this, one, claimed, at) } });
  }

  /** What the district's records say of a firm: its group's loans, its bars. */
  facts({ application, state }: Firm) {
    const { creditCode, representative } = application;
    const kin = this.matters.filter((other) => other.application.representative.key === representative.key);
    const ties = kin.flatMap((other) => declaredTies(other.application));
    const used = this.matters.flatMap((one) =>
      one.file ? [{ creditCode: one.application.creditCode, name: one.application.name, disbursedOn: one.file.loan.disbursedOn }] : [],
    );
    const { ownLoans, groupLoans, suspectedTies } = groupFacts(creditCode, ties, used, "0.25");
    const bars = barsReaching(this.listings, { creditCode, representativeKey: representative.key });
    return { ...applicationFacts(application, PAPERS_OF_ALL_YEARS, state.appliedOn ?? this.on), ownLoans, groupLoans, suspectedTies, bars };
  }

  /** A breach takes back the whole of what is out; it comes in parts. */
  #clawsBack(firm: Firm, file: LoanFile, recovery: Recovery, how: number): boolean {
    const of = file.claim?.id ?? "";
    const open = clawbackOpen(recovery);
    const { chart } = yanqing.fund;
    if (open > ZERO) {
      const amount = how % 2 === 0 ? open : lesser(open, fen(1 + (how % 50_000_000)));
      const transferId = this.number("c");
      const told = receiveClawback(yanqing.recovery, file, { amount, transferId });
      if (this.took(told) && this.books("clawback_received", amount, of, { id: transferId, caseId: file.caseId })) this.files(firm, OFFICE, told);
      return true;
    }
    if (how % 61 > 0 || recovery.clawback) return false;
    const amount = minus(file.claim?.paid?.amount ?? ZERO, returnedSoFar(recovery));
    const ordered = orderClawback(yanqing.recovery, yanqing.sanctions.breach, file, { amount, documentNo: "认定" }, this.act(OFFICE));
    const booked = this.transfer("clawback", entriesInOrder(chart, this.book, "clawback", amount, of), { caseId: file.caseId });
    if (this.took(ordered) && this.posts(booked) && this.files(firm, OFFICE, ordered)) this.saw("clawed back");
    return true;
  }

  governs(how: number): void {
    const firm = this.matters[how % this.matters.length];
    if (!firm || how % 36 > 0)
      return void this.books("interest", fen(1 + (how % 1000)), undefined, how % 3 === 0 ? { persons: { madeBy: "x" } } : {});
    const { creditCode, name, representative } = firm.application;
    this.listings.push({ id: `l${this.commands}`, creditCode, name, representative, reason: "骗贷", platform: "信用中国", listedOn: this.on });
    this.saw("barred");
  }

  strays({ state }: Firm, how: number): readonly (() => unknown)[] {
    return [
      () => this.books("quota_draw", fen(1 + (how % 400_000_000)), undefined, { caseId: state.id, payableId: "other" }),
      () => this.books("placement" as Transfer["reason"], fen(1)),
    ];
  }

  most({ file }: Firm): bigint {
    if (!file) return 0n;
    const hundredths = { high: 100n, medium: 50n, low: 20n }[file.tier.choice] ?? 0n;
    return (BigInt(outstandingOn(file.life, this.on)) * hundredths + 50n) / 100n;
  }

  *promises(): Iterable<readonly [boolean, string]> {
    const years = new Map<number, number>();
    for (const on of this.slots.values()) years.set(partsOf(on).year, (years.get(partsOf(on).year) ?? 0) + 1);
    yield [[...years.values()].every((used) => used <= 2), "two high-grade firms a year"];
    const groups = new Map<string, number>();
    for (const { file, application } of this.matters)
      if (file) groups.set(application.representative.key, (groups.get(application.representative.key) ?? 0) + 1);
    yield [[...groups.values()].every((loans) => loans === 1), "one loan a group"];
    for (const { file, no } of this.matters) yield [file?.tier.choice !== "high" || this.slots.has(no), "a high-grade loan has its place"];
  }
}

export const district: District = {
  scheme: yanqing,
  proves: ["YQ-006", "YQ-021", "YQ-022", "YQ-027", "YQ-045", "YQ-074", "YQ-079", "YQ-086", "YQ-087"],
  begins: (size, plant) => new YanqingLife(size, plant),
  sizes: [40, 80, 240],
  least: { loans: 300, paid: 100, pauses: 5, restarts: 2, "written off": 3, returned: 50, "clawed back": 1, subsidised: 20, barred: 5 },
  refuses: [
    "paid_twice",
    "same_person",
    "return_over_paid",
    "fund_use_forbidden",
    "scheme_paused",
    "high_quota_used",
    "affiliate_used",
    "quota_without_claim",
    "blacklisted",
    "subsidy_duplicate",
  ],
  plants: { double_payment: /is paid once/, rounding: /second opinion: .*amount/, lost_fen: /every transfer balances/ },
  plantSize: 60,
};
