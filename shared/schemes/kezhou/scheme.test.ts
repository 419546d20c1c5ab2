import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Book } from "../../fund/balances";
import { RUNNING } from "../../fund/breaker";
import type { ReasonId } from "../../fund/chart";
import { entriesFor } from "../../fund/entries";
import { compute } from "../../fund/formula";
import { openFund, tranchesAddUp } from "../../fund/fund";
import { confirmPaid, countersign } from "../../fund/instruction";
import { chargeFee, keepingFee, mayPlace } from "../../fund/keeping";
import { drawUp } from "../../fund/payment";
import { post } from "../../fund/posting";
import { workOut } from "../../fund/second-formula";
import { opinionOnShares } from "../../fund/second-opinion";
import { bearLoss, shareOut } from "../../fund/sharing";
import { addDays, day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { openForBusiness } from "../../process/act";
import { ban, bansByPayment, barredOn } from "../../process/ban";
import { maySign } from "../../process/partnership";
import { stepOf } from "../../process/procedure";
import { mayPublish } from "../../process/publish";
import { periodicFlags } from "../../process/report-duty";
import { mayCover } from "../../process/watch";
import { valueOn } from "../../rule/parameter";
import { readAs } from "../reading";
import { codes, first, monthsOf, must } from "../testing";
import { FROM } from "./parameters";
import { kezhou } from "./scheme";
import { BANK, FINANCE, MANAGER, NFRA, PBOC, scheme } from "./testing";

const UNTIL = day("2030-03-14");
const _MONTHS = monthsOf(FROM, UNTIL);
const _PARAMETERS = kezhou.parameters;
const TODAY = day("2026-03-02");
const CHART = kezhou.fund.chart;
const TWO = { madeBy: "a", checkedBy: "b" };

describe("KZ-087 the life of 克州", () => {
  it("waits for the day of issue, and then lives five years from it", () => {
    expect(codes(openForBusiness(kezhou, TODAY))).toEqual(["issue_date_missing"]);
    const open = (on: string) => codes(openForBusiness(scheme, day(on)));
    expect([open("2025-03-14"), open("2025-03-15"), open("2030-03-14"), open("2030-03-15")]).toEqual([
      ["scheme_not_in_force"],
      [],
      [],
      ["scheme_not_in_force"],
    ]);
    const later = must(readAs(kezhou, "validity.issuedOn", "2025-05-08"));
    expect(codes(openForBusiness(later, day("2030-05-07")))).toEqual([]);
    expect(codes(openForBusiness(later, day("2025-05-07")))).toEqual(["scheme_not_in_force"]);
  });
});

describe("KZ losses", () => {
  const loss = kezhou.loss;
  if (!loss) throw new Error("loss");

  it.each([
    [100_000_000, [50_000_000, 30_000_000, 20_000_000]],
    [100_000_001, [50_000_001, 30_000_000, 20_000_000]],
    [33_333_333, [16_666_666, 10_000_000, 6_666_667]],
    [1, [1, 0, 0]],
  ])("KZ-050 a loss of %i fen is %j", (amount, parts) => {
    expect(must(shareOut(loss.bearing, fen(amount), {}, TODAY)).map((part) => part.amount)).toEqual(parts);
  });

  it("KZ-050 any loss is shared to the last fen, as a second reader and the formula find it", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (amount) => {
        const parts = must(shareOut(loss.bearing, fen(amount), {}, TODAY));
        const told = parts.map(({ amount: part }, at) => ({ share: ["0.50", "0.30", "0.20"][at] as string, part }));
        expect(opinionOnShares(fen(amount), told)).toEqual([]);
        const facts = { figures: { outstandingPrincipal: fen(amount), outstandingInterest: ZERO } };
        expect(must(compute(kezhou.compensation, facts, TODAY)).amount).toBe(parts[0]?.amount);
        expect(workOut(kezhou.compensation, facts, TODAY)).toBe(BigInt(parts[0]?.amount ?? -1));
      }),
    );
    expect(
      opinionOnShares(fen(10), [
        { share: "0.50", part: fen(4) },
        { share: "0.50", part: fen(6) },
      ]),
    ).toHaveLength(2);
  });

  it("KZ-051 the fund answers with what it has; the rest is written down and stays with the bank", () => {
    const borne = must(bearLoss(loss, fen(100_000_000), fen(20_000_000), TODAY));
    expect(borne).toMatchObject({ fundPays: 20_000_000, uncovered: 30_000_000 });
    expect(borne.borne.map(({ party, amount }) => [party, amount])).toEqual([
      ["fund", 20_000_000],
      ["guarantor", 30_000_000],
      ["bank", 50_000_000],
    ]);
  });

  it("KZ-050 shares that are not of one whole are refused", () => {
    const broken = must(
      readAs(kezhou, "share", [
        { party: "fund", share: "0.60" },
        { party: "bank", share: "0.50" },
      ]),
    ).loss;
    expect(broken && codes(shareOut(broken.bearing, fen(1), {}, TODAY))).toEqual(["share_sum"]);
  });
});

/** A fund that was raised, and what was earned and paid since. */
function opened(): Book {
  const events = must(openFund(kezhou.fund, [{ id: "open", amount: fen(10_000_000_000) }], TWO, FROM));
  return new Book(CHART).fold(...events);
}
const moves = (book: Book, id: string, reason: ReasonId, amount: number, of?: string) =>
  post(CHART, book, { id, reason, on: TODAY, entries: entriesFor(CHART, reason, fen(amount), of), persons: TWO, ...(of ? { caseId: "c" } : {}) });

describe("KZ the fund and its keeping", () => {
  it("KZ-007 a hundred million, raised by finance", () => {
    expect(tranchesAddUp(kezhou.fund, TODAY).ok).toBe(true);
    expect(opened().balance("account")).toBe(10_000_000_000);
    expect(codes(openFund(kezhou.fund, [{ id: "open", amount: fen(1) }], TWO, FROM))).toEqual(["fund_source"]);
  });

  it("KZ-058 KZ-059 only what is on the closed list may be booked, by two persons", () => {
    const book = opened();
    expect(codes(moves(book, "1", "subsidy", 1))).toEqual(["fund_use_forbidden"]);
    expect(codes(moves(book, "1", "contribution", 1))).toEqual(["fund_use_forbidden"]);
    const entries = entriesFor(CHART, "management_fee", fen(1));
    expect(codes(post(CHART, book, { id: "1", reason: "management_fee", on: TODAY, entries, persons: { madeBy: "a" } }))).toEqual([
      "second_person_missing",
    ]);
  });

  it("KZ-073 no money becomes a guarantee deposit: there is no such account and no such reason", () => {
    const entries = [
      { account: "guarantee_deposit", side: "debit", amount: fen(1) },
      { account: "account", side: "credit", amount: fen(1) },
    ] as const;
    expect(codes(post(CHART, opened(), { id: "1", reason: "placement", on: TODAY, entries, persons: TWO }))).toEqual(["account_mismatch"]);
  });

  it("KZ-060 what the fund earns is the fund's", () => {
    const book = opened();
    book.fold(...must(moves(book, "1", "income", 500)));
    expect([book.balance("account"), book.balance("income")]).toEqual([10_000_000_500, 500]);
  });

  const rules = kezhou.fund.placement;
  if (!rules) throw new Error("placement");
  const places = (kind: string, amount = 100, owed = 0) => mayPlace(rules, { kind, amount: fen(amount) }, fen(1_000), fen(owed), TODAY);

  it.each(["term_deposit", "treasury_bond", "principal_protected_fixed_income"])("KZ-061 it may lie in a %s", (kind) => {
    expect(places(kind).ok).toBe(true);
  });

  it("KZ-061 nowhere else, and never what is owed to a bank", () => {
    expect(codes(places("trust"))).toEqual(["invest_type"]);
    expect(codes(places("term_deposit", 901, 100))).toEqual(["fund_insufficient"]);
    expect(places("term_deposit", 900, 100).ok).toBe(true);
  });

  it.each(["secondary_equity", "direct_investment", "interlending", "high_risk"])("KZ-062 never in %s", (kind) => {
    expect(first(places(kind))).toMatchObject({ code: "invest_forbidden", cites: { article: "第二十条", clauses: ["KZ-062"] } });
  });

  const fee = kezhou.fund.keepingFee;
  if (!fee) throw new Error("fee");

  it("KZ-063 at most eight percent of the year's income, rounded down; nothing of a loss", () => {
    expect(must(keepingFee(fee, fen(234_567_890), fen(6_000_000), TODAY))).toEqual({ cap: 18_765_431, otherCap: 12_765_431 });
    expect(must(keepingFee(fee, fen(-1), ZERO, TODAY)).cap).toBe(0);
    expect(must(chargeFee(fee, fen(10_000), { carried: fen(300), other: fen(500) }, TODAY))).toBe(800);
    expect(codes(chargeFee(fee, fen(10_000), { carried: fen(300), other: fen(501) }, TODAY))).toEqual(["mgmt_fee_over"]);
    const flat = must(readAs(kezhou, "fee.mode", "flat")).fund.keepingFee;
    expect(flat && must(chargeFee(flat, fen(10_000), { carried: ZERO, other: ZERO }, TODAY))).toBe(800);
  });

  it("KZ-065 the audit is inside it", () => {
    expect(first(keepingFee(fee, fen(10_000), fen(801), TODAY))).toMatchObject({ code: "audit_cost_outside", cites: { article: "第二十二条" } });
  });

  it("KZ-053 KZ-008 the manager pays the bank: one draws up, another checks, the account bank confirms", () => {
    const book = opened();
    book.fold({
      type: "payable_approved",
      payable: { id: "p", reason: "compensation", of: "p", caseId: "c", payeeId: BANK.id, amount: fen(50), approvedOn: TODAY },
    });
    const till = { chart: CHART, rules: kezhou.fund.payment, state: RUNNING, view: book, queue: [] };
    const order = { no: "1", payableId: "p", asked: fen(50), basis: { base: fen(100), ratio: "0.50", loss: fen(100), covered: ZERO } };
    expect(codes(drawUp(till, order, { personId: "f", kind: "office" }, TODAY))).toEqual(["role_forbidden"]);
    const drawn = must(drawUp(till, order, { personId: "a", kind: "manager" }, TODAY));
    expect(codes(countersign(till, drawn.instruction, { personId: "a", kind: "manager" }, TODAY, TODAY))).toEqual(["same_person"]);
    const signed = must(countersign(till, drawn.instruction, { personId: "b", kind: "manager" }, TODAY, TODAY));
    book.fold(...signed.ledger);
    expect(confirmPaid(till, signed.instruction, { personId: "t", kind: "account_bank" }, TODAY).ok).toBe(true);
  });
});

describe("KZ institutions", () => {
  const rules = kezhou.partnership;
  if (!rules) throw new Error("partnership");
  const candidacy = {
    said: ["profile", "expected_volume", "preferential_measures"],
    checkedBy: MANAGER,
    decidedBy: [FINANCE, PBOC, NFRA],
    signedBy: "manager",
    from: day("2025-04-01"),
    until: day("2030-03-31"),
  } as const;

  it.each(["profile", "expected_volume", "preferential_measures"])("KZ-027 an application without %s is not complete", (kind) => {
    expect(codes(maySign(rules, { ...candidacy, said: candidacy.said.filter((one) => one !== kind) }, TODAY))).toEqual(["bank_app_incomplete"]);
  });

  it("KZ-028 the manager checks, finance decides with both authorities", () => {
    expect(maySign(rules, candidacy, TODAY)).toEqual({ ok: true, value: { warnings: [] } });
    expect(codes(maySign(rules, { ...candidacy, checkedBy: FINANCE }, TODAY))).toEqual(["bank_select"]);
    expect(codes(maySign(rules, { ...candidacy, decidedBy: [FINANCE, PBOC] }, TODAY))).toEqual(["bank_select"]);
    expect(codes(maySign(rules, { ...candidacy, decidedBy: [FINANCE, PBOC, PBOC] }, TODAY))).toEqual(["bank_select"]);
    expect(codes(maySign(rules, { ...candidacy, signedBy: "office" }, TODAY))).toEqual(["role_forbidden"]);
  });

  it("KZ-029 longer than five years only with a reason, and it is told", () => {
    const longer = { ...candidacy, until: day("2030-04-01") };
    expect(codes(maySign(rules, longer, TODAY))).toEqual(["agreement_term"]);
    expect(maySign(rules, { ...longer, reason: "长期项目" }, TODAY)).toMatchObject({ ok: true, value: { warnings: [{ code: "agreement_term" }] } });
  });

  it("KZ-085 above five percent new loans stop at once, without a decision", () => {
    const watch = kezhou.watch;
    if (!watch) throw new Error("watch");
    expect(mayCover(watch, "0.05", TODAY).ok).toBe(true);
    expect(first(mayCover(watch, "0.0501", TODAY))).toMatchObject({ code: "bank_terminated", cites: { article: "第二十五条（二）" } });
  });
});

describe("KZ firms and what is told of them", () => {
  const bans = kezhou.sanctions.bans ?? [];

  it("KZ-082 a firm for which the fund paid leaves the list that day, until finance decides otherwise", () => {
    const [banned] = bansByPayment(bans, TODAY);
    if (!banned) throw new Error("ban");
    expect(banned.rule.id).toBe("compensated");
    expect(first(barredOn([banned], [], TODAY))).toMatchObject({ code: "whitelist_cancelled", cites: { article: "第二十五条（一）" } });
    expect(codes(barredOn([banned], [], day("2029-01-01")))).toEqual(["whitelist_cancelled"]);
    expect(barredOn([banned], [day("2027-01-01")], day("2027-01-01")).ok).toBe(true);
    expect(barredOn([banned], [], addDays(TODAY, -1)).ok).toBe(true);
  });

  it("KZ-083 KZ-084 an evader and its managers are listed, and it loses every subsidy", () => {
    const rule = bans.find(({ id }) => id === "evasion");
    if (!rule) throw new Error("evasion");
    const banned = must(ban(rule, { conduct: "evaded", verifiedOn: TODAY, by: "bank", documentNo: "认定1号" }, ZERO, ZERO, TODAY));
    expect(codes(barredOn([banned], [], TODAY))).toEqual(["subsidy_barred"]);
    expect(rule.tells.map(({ cites }) => cites.clauses[0])).toEqual(["KZ-083", "KZ-084"]);
    expect(codes(ban(rule, undefined, ZERO, ZERO, TODAY))).toEqual(["finding_unproven"]);
  });

  it("KZ-026 a name and a day are public, nothing else", () => {
    const rules = kezhou.disclosure;
    if (!rules) throw new Error("disclosure");
    expect(mayPublish(rules, ["name", "listedOn"]).ok).toBe(true);
    expect(codes(mayPublish(rules, ["name", "need"]))).toEqual(["confidential"]);
  });

  it.each([
    ["KZ-024", "directory", "2026M2"],
    ["KZ-069", "directory", "2026M2"],
    ["KZ-071", "lending", "2026M2"],
    ["KZ-074", "manager", "2025Q4"],
    ["KZ-077", "partners", "2025Q4"],
    ["KZ-067", "finance", "2025Q4"],
    ["KZ-064", "audit", "2025Y1"],
  ])("%s the report %s that is over and not told is marked", (_, id, period) => {
    const reports = (kezhou.reports.periodic ?? []).filter((report) => report.id === id);
    expect(periodicFlags(reports, {}, FROM, TODAY)).toMatchObject([{ code: "report_overdue", figures: { batch: period } }]);
    expect(periodicFlags(reports, { [id]: [period] }, FROM, TODAY)).toEqual([]);
  });

  it("KZ-003 KZ-033 KZ-034 the limits are shown with their kinds of borrower", () => {
    expect(kezhou.limits?.map(({ id, of, mode }) => [id, of, typeof mode === "string" ? mode : must(valueOn(mode, TODAY))])).toEqual([
      ["leverage", "fund", "hard"],
      ["over_10pct", "enterprise", "exception"],
      ["loan_cap", "enterprise", "hard"],
    ]);
    expect(stepOf(kezhou.admission, "push")?.free?.clauses).toEqual(["KZ-076"]);
  });
});
