import { describe, expect, it } from "vitest";
import { runExample } from "./worked-example";

/** What the engine says of one op of 延庆. */
function said(op: string, given: Record<string, unknown>): Record<string, unknown> {
  const result = runExample({ id: "t", scheme: "yanqing", clause: "—", op, given, expect: { nothing: true }, why: "" });
  if (result.status === "passed") throw new Error("an answer without that key cannot pass");
  return result.actual as Record<string, unknown>;
}
const vote = (votes: Record<string, unknown>, config: Record<string, unknown> = {}) => said("vote", { config, votes });
const failed = (...days: string[]) => days.map((on) => ({ on, result: "FAILED" }));

describe("what cannot be answered", () => {
  const example = { id: "t", scheme: "yanqing", clause: "—", op: "need", given: { amount: "1.00" }, expect: { ok: true }, why: "" };

  it.each(["allocation", "gearing", "constructor", "toString", ""])("op %j has no engine", (op) => {
    expect(runExample({ ...example, op })).toEqual({ status: "failed", actual: { error: "op_unknown" } });
  });

  it.each(["allocate", "npl", "mgmtFee", "share", "bank", "rate"])("op %j asks for what this document does not know", (op) => {
    expect(runExample({ ...example, op, given: { ...example.given, loss: "1.00" } })).toMatchObject({
      status: "failed",
      actual: { error: "not_found" },
    });
  });

  it.each(["beijing", "constructor", "__proto__", ""])("scheme %j is not in this build", (scheme) => {
    expect(runExample({ ...example, scheme })).toEqual({ status: "failed", actual: { error: "scheme_unknown" } });
  });

  it.each([
    [{ year: "lunar" }],
    [{ threshold: "two_thirds" }],
    [{ validTo: "soon" }],
    [{ parityBasis: "persons" }],
    [{ deductCosts: "some" }],
    [{ constructor: 1 }],
  ])("a reading that the engine does not have is told, not passed over: %j", (config) => {
    expect(runExample({ ...example, given: { ...example.given, config } })).toMatchObject({ status: "failed", actual: { error: "reading_unknown" } });
  });

  it("an answer passes only when every expected key is there and equal in depth", () => {
    expect(runExample({ ...example, expect: { ok: true } })).toEqual({ status: "passed" });
    expect(runExample({ ...example, expect: { ok: "true" } }).status).toBe("failed");
    expect(runExample({ ...example, expect: { ok: true, more: null } }).status).toBe("failed");
    const split = { op: "guaranteeSplit", given: { tier: "low", lossBase: "1.00", shares: { guarantor: "0.5", lender: "0.5" } } };
    expect(runExample({ ...example, ...split, expect: { split: { lender: "0.10", guarantor: "0.10" } } }).status).toBe("passed");
    expect(runExample({ ...example, ...split, expect: { split: { guarantor: "0.10" } } }).status).toBe("failed");
    expect(runExample({ ...example, ...split, expect: { split: { guarantor: "0.10", lender: "0.1" } } }).status).toBe("failed");
  });
});

describe("money", () => {
  it.each([
    ["YQ-046", "medium", "0.01", "0.01"],
    ["YQ-047", "low", "0.02", "0.00"],
    ["YQ-047", "low", "0.03", "0.01"],
    ["YQ-044", "high", "3333333.33", "3333333.33"],
    ["YQ-046", "medium", "0.00", "0.00"],
  ])("%s %s of %s is %s", (_, tier, lossBase, amount) => {
    expect(said("compensation", { tier, lossBase })).toMatchObject({ ok: true, amount });
  });

  it.each(["none", "not_supported", "HIGH", "", "constructor", null])("YQ-043 %j is no grade", (tier) => {
    expect(said("compensation", { tier, lossBase: "1.00" })).toMatchObject({ ok: false, error: "tier_invalid" });
  });

  it.each(["-0.01", "abc", "1.001", ""])("YQ-074 a loss of %j is no amount", (lossBase) => {
    expect(said("compensation", { tier: "low", lossBase })).toMatchObject({ ok: false, error: "amount_invalid" });
  });

  it.each(["0.00", "-1.00", "abc", "5000000.001", "", null, "1e6", "五百万", "NaN"])("YQ-020 a need of %j is none", (amount) => {
    expect(said("need", { amount })).toMatchObject({ ok: false, error: "need_invalid" });
  });

  it.each([
    ["0.01", true],
    ["5000000", true],
    ["5,000,000.00", true],
    ["5000000.01", false],
    ["90000000000000", false],
  ])("YQ-020 a need of %s", (amount, ok) => {
    expect(said("need", { amount })).toMatchObject(ok ? { ok } : { ok, error: "need_over_cap", limit: "5000000.00" });
  });

  it.each([
    ["0.80", "0.20", "500000.01", { guarantor: "200000.01", lender: "50000.00" }],
    ["0.50", "0.50", "0.02", { guarantor: "0.01", lender: "0.00" }],
    ["1.00", "0.00", "3.00", { guarantor: "1.50", lender: "0.00" }],
    ["0.3333", "0.6667", "2.00", { guarantor: "0.33", lender: "0.67" }],
  ])("YQ-050 %s and %s of half of %s", (guarantor, lender, lossBase, split) => {
    expect(said("guaranteeSplit", { tier: "medium", lossBase, shares: { guarantor, lender } })).toMatchObject({ payee: "guarantor", split });
  });

  it.each([
    [{ guarantor: "0.80", lender: "0.19" }],
    [{ guarantor: "1.20", lender: "-0.20" }],
    [{ guarantor: "1.00" }],
    [{ lender: "1.00" }],
    [{ guarantor: "0.50", lender: "0.30", bank: "0.20" }],
    [{ guarantor: "most", lender: "0.20" }],
    [{ guarantor: 0.8, lender: 0.2 }],
    [{}],
    [null],
    [undefined],
  ])("YQ-050 shares of %j are not agreed", (shares) => {
    expect(said("guaranteeSplit", { tier: "medium", lossBase: "1.00", shares })).toMatchObject({ ok: false, error: "split_invalid" });
  });

  it("YQ-043 a split without a grade is refused by the grade", () => {
    expect(said("guaranteeSplit", { tier: "x", lossBase: "1.00", shares: {} })).toMatchObject({ error: "tier_invalid" });
  });

  it.each([
    ["0.00", "0.00"],
    ["0.01", "0.01"],
    ["12345.67", "6172.84"],
  ])("YQ-052 half of a premium of %s is %s", (premiumPaid, subsidy) => {
    expect(said("premiumSubsidy", { premiumPaid })).toEqual({ ok: true, subsidy, payee: "enterprise" });
  });

  it("YQ-052 a premium below nothing is no amount", () => {
    expect(said("premiumSubsidy", { premiumPaid: "-1.00" })).toMatchObject({ error: "amount_invalid" });
  });
});

describe("the panel", () => {
  it("YQ-062 four units do not open", () => {
    expect(vote({ NDRC: "low", FINANCE: "low", SECTOR: "low", BANK1: "low" })).toMatchObject({ ok: false, error: "panel_even", units: 4 });
  });

  it("YQ-061 a vacant fixed seat is told before an even number", () => {
    expect(vote({ NDRC: "low", FINANCE: "low" })).toMatchObject({ error: "panel_incomplete" });
    expect(vote({})).toMatchObject({ error: "panel_incomplete" });
    expect(vote({ FINANCE: "low", SECTOR: "low", BANK1: "low" })).toMatchObject({ error: "panel_incomplete", missing: "区发展改革委" });
  });

  it("YQ-061 a township stands in the recommender's seat as a department does", () => {
    for (const unit of ["TOWNSHIP", "DEPT", "SECTOR", "SECTOR2"])
      expect(vote({ NDRC: "low", FINANCE: "low", [unit]: "low" })).toMatchObject({ ok: true, result: "low", ratio: "0.20", next: "READY_TO_PUSH" });
  });

  it("YQ-065 2:2:1 carries nothing and keeps the two best", () => {
    expect(vote({ NDRC: "high", FINANCE: "high", SECTOR: "medium", BANK1: "medium", GUAR1: "low" })).toMatchObject({
      ok: false,
      error: "no_majority",
      between: ["high", "medium"],
    });
  });

  it("YQ-065 3:2 and 4:3 carry, 3:2:2 does not", () => {
    const five = { NDRC: "medium", FINANCE: "low", SECTOR: "medium", BANK1: "low", INS1: "medium" };
    expect(vote(five)).toMatchObject({ result: "medium", next: "READY_TO_PUSH" });
    expect(vote({ ...five, BANK2: "low", LENDER1: "medium" })).toMatchObject({ result: "medium" });
    expect(vote({ ...five, BANK2: "high", LENDER1: "high" })).toMatchObject({ error: "no_majority" });
  });

  it("YQ-065 the most votes carry where the office reads it so, and a draw still does not", () => {
    const votes = { NDRC: "medium", FINANCE: "medium", SECTOR: "low", BANK1: "high", BANK2: "not_supported" };
    expect(vote(votes)).toMatchObject({ error: "no_majority" });
    expect(vote(votes, { threshold: "plurality" })).toMatchObject({ ok: true, result: "medium" });
    expect(vote({ NDRC: "high", FINANCE: "medium", SECTOR: "low" }, { threshold: "plurality" })).toMatchObject({ error: "no_majority" });
  });

  it("YQ-064 not supported is a result without a ratio", () => {
    const result = vote({ NDRC: "not_supported", FINANCE: "not_supported", SECTOR: "low" });
    expect(result).toEqual({ ok: true, result: "not_supported", next: "NOT_SUPPORTED" });
  });

  it.each([null, ""])("YQ-064 a ballot of %j is incomplete", (ballot) => {
    expect(vote({ NDRC: "low", FINANCE: "low", SECTOR: ballot })).toMatchObject({ error: "ballot_incomplete" });
  });

  it.each(["abstain", "extreme", "toString"])("YQ-043 a ballot of %j is no grade", (ballot) => {
    expect(vote({ NDRC: "low", FINANCE: "low", SECTOR: ballot })).toMatchObject({ error: "tier_invalid" });
  });

  it("YQ-061 a unit that nobody knows has no seat", () => {
    expect(vote({ NDRC: "low", FINANCE: "low", SECTOR: "low", PRESS: "low", BANK1: "low" })).toMatchObject({ error: "unit_not_on_panel" });
  });
});

describe("places, pushes, days", () => {
  it.each([
    ["calendar", ["2026-12-30", "2026-12-31"], "2026-12-31", { ok: false, error: "high_quota_used", used: 2 }],
    ["calendar", ["2025-12-30", "2026-01-01"], "2026-01-01", { ok: true, usedAfter: 2 }],
    ["rolling", ["2026-12-30", "2026-12-31"], "2027-01-04", { ok: false, error: "high_quota_used", used: 2 }],
    ["rolling", ["2026-12-30", "2026-12-31"], "2027-12-30", { ok: true, usedAfter: 2 }],
    ["rolling", ["2026-12-30", "2026-12-31"], "2027-12-31", { ok: true, usedAfter: 1 }],
    ["rolling", ["2027-03-01", "2027-03-02"], "2028-02-29", { ok: false, error: "high_quota_used", used: 2 }],
    ["rolling", [], "2028-02-29", { ok: true, usedAfter: 1 }],
  ])("YQ-045 a %s year, taken on %j, asked on %s", (year, supportedOn, decisionOn, answer) => {
    expect(said("highSlot", { config: { year }, supportedOn, decisionOn })).toMatchObject(answer);
  });

  it("YQ-045 the calendar year is the default", () => {
    expect(said("highSlot", { supportedOn: ["2026-12-30", "2026-12-31"], decisionOn: "2027-01-04" })).toMatchObject({ usedAfter: 1 });
  });

  it.each([
    [failed("2026-04-10", "2026-07-15"), "2027-07-16", undefined, { ok: true, pushNo: 1 }],
    [failed("2026-07-15", "2026-04-10"), "2027-07-15", undefined, { error: "push_cooldown", firstAllowedOn: "2027-07-16" }],
    [failed("2026-04-10", "2026-07-15"), "2026-07-15", undefined, { error: "push_cooldown", blockedThrough: "2027-07-15" }],
    [failed("2027-05-01", "2028-02-29"), "2029-02-28", undefined, { error: "push_cooldown", firstAllowedOn: "2029-03-01" }],
    [failed("2027-05-01", "2028-02-29"), "2029-03-01", undefined, { ok: true, pushNo: 1 }],
    [failed("2026-04-10", "2026-07-15"), "2027-07-16", null, { error: "must_rereview" }],
    [failed("2026-04-10", "2026-07-15"), "2027-07-16", "2026-07-14", { error: "must_rereview" }],
    [failed("2025-09-01", "2025-10-01", "2026-10-02"), "2026-11-01", "2026-10-20", { ok: true, pushNo: 2 }],
    [
      failed("2025-09-01", "2025-10-01", "2026-10-02", "2026-11-01"),
      "2026-12-01",
      "2026-11-10",
      { error: "push_cooldown", firstAllowedOn: "2027-11-02" },
    ],
    [failed("2026-04-10"), "2026-07-15", "2026-04-09", { error: "must_rereview" }],
    [[], "2026-07-15", undefined, { ok: true, pushNo: 1 }],
    [[], "2026-07-15", null, { ok: true, pushNo: 1 }],
  ])("YQ-068 YQ-069 after %j a push on %s, reviewed %j", (pushes, attemptOn, reReviewedOn, answer) => {
    expect(said("pushAttempt", { pushes, attemptOn, ...(reReviewedOn === undefined ? {} : { reReviewedOn }) })).toMatchObject(answer);
  });

  it("YQ-021 after a loan there is no further push", () => {
    expect(said("pushAttempt", { pushes: [{ on: "2026-04-10", result: "FUNDED" }], attemptOn: "2026-07-15" })).toMatchObject({
      error: "one_loan_only",
    });
  });

  it.each([
    ["2028-02-29", "2029-02-28", "2029-03-01"],
    ["2027-02-28", "2028-02-28", "2028-02-29"],
    ["2026-12-31", "2027-12-31", "2028-01-01"],
  ])("YQ-069 a second push on %s bars through %s", (secondPushOn, blockedThrough, firstAllowedOn) => {
    expect(said("cooldown", { secondPushOn })).toEqual({ blockedThrough, firstAllowedOn });
  });

  it("YQ-095 a bar from 29 February ends on the 28th", () => {
    expect(said("addYearsBar", { anchor: "2024-02-29", years: 3 })).toEqual({ blockedThrough: "2027-02-28", firstAllowedOn: "2027-03-01" });
  });

  it("YQ-076 a count into a year without a published calendar gives no date", () => {
    const unknown = { deadline: null, provisional: "2027-01-08", error: "calendar_unknown" };
    expect(said("addWorkdays", { anchor: "2026-12-25", workdays: 10, config: { calendarThrough: "2026-12-31" } })).toMatchObject(unknown);
    expect(said("addWorkdays", { anchor: "2026-12-25", workdays: 10 })).toMatchObject(unknown);
    expect(said("addWorkdays", { anchor: "2026-02-13", workdays: 10, config: { calendarThrough: "2025-12-31" } })).toMatchObject({ deadline: null });
    expect(said("addWorkdays", { anchor: "2026-12-25", workdays: 4 })).toEqual({ rawDeadline: "2026-12-31", deadline: "2026-12-31" });
  });

  it("YQ-078 thirty days roll over rest days unless read otherwise", () => {
    expect(said("addDays", { anchor: "2026-09-04", days: 30 })).toMatchObject({ rawDeadline: "2026-10-04", deadline: "2026-10-08" });
    expect(said("addDays", { anchor: "2026-12-05", days: 30 })).toMatchObject({
      rawDeadline: "2027-01-04",
      deadline: null,
      error: "calendar_unknown",
    });
    expect(said("addDays", { anchor: "2026-12-05", days: 30, config: { rollover: "none" } })).toMatchObject({ deadline: "2027-01-04" });
  });

  it.each([-1, 1.5, "10", null])("a length of %j is none", (workdays) => {
    expect(said("addWorkdays", { anchor: "2026-09-18", workdays })).toMatchObject({ error: "field_invalid" });
  });

  it.each([
    ["2025-08-21", {}, false],
    ["2025-08-22", {}, true],
    ["2028-08-21", {}, true],
    ["2028-08-22", {}, false],
    ["2028-08-22", { validTo: "2028-08-22" }, true],
    ["2028-08-23", { validTo: "2028-08-22" }, false],
  ])("YQ-002 an application on %s under %j", (applicationOn, config, ok) => {
    expect(said("inForce", { applicationOn, config })).toMatchObject(ok ? { ok } : { ok, error: "scheme_not_in_force" });
  });

  it("a day that is none is refused as such", () => {
    expect(said("inForce", { applicationOn: "2026-02-29" })).toMatchObject({ error: "date_invalid" });
  });

  it.each([
    ["2026-11-20", "2024-11-19", true, "2024-11-20"],
    ["2026-11-20", "2026-11-20", false, "2024-11-20"],
    ["2028-02-29", "2026-02-28", false, "2026-02-28"],
    ["2028-02-29", "2026-02-27", true, "2026-02-28"],
  ])("YQ-016 applied %s, conduct %s", (applicationOn, violationOn, ok, windowFrom) => {
    expect(said("lookback", { applicationOn, violationOn })).toMatchObject(ok ? { ok, windowFrom } : { ok, windowFrom, error: "major_violation" });
  });

  it.each([
    ["区商务局", "2026Q1", 5, { status: "OK", shortfall: 0 }],
    ["区商务局", "2026Q4", 7, { status: "OK", shortfall: 0 }],
    ["区商务局", "2026Q2", 0, { status: "WARN", shortfall: 5, warning: "kpi_shortfall" }],
    ["香水园街道", "2026Q1", 0, { status: "OK", shortfall: 0 }],
    ["八达岭镇", "2026Q1", 1, { status: "OK", shortfall: 0 }],
    ["区商务局", "2025Q2", 1, { ok: false, error: "parameter_not_in_force" }],
    ["区商务局", "2026Q5", 1, { ok: false, error: "field_invalid" }],
  ])("YQ-038 %s in %s with %i", (dept, quarter, recommended, answer) => {
    expect(said("kpi", { dept, quarter, recommended })).toEqual(expect.objectContaining(answer));
  });

  it.each([
    ["2026-01-01", "2026H1"],
    ["2026-07-01", "2026H2"],
    ["2026-12-31", "2026H2"],
  ])("YQ-071 filed %s is in %s", (filedOn, batch) => {
    expect(said("batch", { filedOn })).toEqual({ batch });
  });
});

describe("the fund", () => {
  const start = (more: Record<string, unknown> = {}) => ({
    state: "ACTIVE",
    epoch: 1,
    grossComp: "0.00",
    subsidies: "0.00",
    returned: "0.00",
    ...more,
  });
  const state = (given: Record<string, unknown>, config: Record<string, unknown> = {}) => said("fundState", { config, start: start(), ...given });
  const SECOND = start({ epoch: 2, grossComp: "21000000.00", returned: "6000000.00" });

  it.each([
    ["gross_then_balance", "PAUSED"],
    ["gross", "PAUSED"],
    ["net", "ACTIVE"],
  ])("YQ-A03 with four million back, read as %s, the fund is %s", (pauseBasis, expected) => {
    const given = { start: start({ grossComp: "20500000.00", returned: "4000000.00" }), events: [["comp", "500000.00"]] };
    expect(state(given, { pauseBasis })).toMatchObject({ state: expected, available: "13000000.00" });
  });

  it("YQ-A03 read as gross for ever it pauses again with the next payment", () => {
    expect(state({ start: SECOND, events: [["comp", "0.01"]] }, { pauseBasis: "gross" })).toMatchObject({ state: "PAUSED", epoch: 2 });
  });

  it("YQ-A04 restarts by the account alone where so read", () => {
    const given = { start: start({ state: "PAUSED", grossComp: "21000000.00" }), events: [["return", "6000000.00"]] };
    expect(state(given, { restartMeasure: "account" })).toMatchObject({ state: "PAUSED", available: "15000000.00" });
    expect(state(given, { restartMeasure: "account+quota" })).toMatchObject({ state: "ACTIVE", epoch: 2 });
  });

  it("YQ-A09 a subsidy lowers what is available and is no compensation", () => {
    expect(
      state({
        events: [
          ["subsidy", "1000000.00"],
          ["comp", "20500000.00"],
        ],
      }),
    ).toMatchObject({ state: "ACTIVE", available: "8500000.00" });
    expect(
      state(
        {
          events: [
            ["subsidy", "1000000.00"],
            ["comp", "20000000.00"],
          ],
        },
        { includeSubsidy: true },
      ),
    ).toMatchObject({ state: "PAUSED" });
  });

  it("YQ-E32 both changes of one posting are logged", () => {
    const given = { start: start({ grossComp: "20500000.00", returned: "6000000.00" }), events: [["comp", "500000.00"]] };
    expect(state(given)).toMatchObject({ log: ["PAUSED", "ACTIVE"], epoch: 2 });
  });

  it("YQ-A05 what waits, waits in order; a government paper lets one through", () => {
    const events = [
      ["comp", "21000000.00"],
      ["comp", "2.00"],
      ["comp", "1.00"],
      ["comp", "3.00", "批复"],
    ];
    expect(state({ events })).toMatchObject({ queued: ["2.00", "1.00"], grossComp: "21000003.00" });
    expect(state({ events }, { pauseScope: "new_business" })).toMatchObject({ queued: [], grossComp: "21000006.00" });
  });

  it("more than the fund has been able to pay by turns is refused", () => {
    expect(state({ start: start({ grossComp: "40000000.00", returned: "15000000.00" }), events: [] })).toMatchObject({ available: "5000000.00" });
    expect(state({ start: start({ grossComp: "30000000.01" }), events: [] })).toMatchObject({ error: "fund_insufficient" });
    expect(state({ events: [["gift", "1.00"]] })).toMatchObject({ error: "field_invalid" });
    expect(state({ start: start({ state: "ASLEEP" }), events: [] })).toMatchObject({ error: "field_invalid" });
  });

  it.each([
    ["shortfall", "1000000.00", "4000000.00"],
    ["whole", "0.00", "5000000.00"],
  ])("YQ-A07 %s of the quota", (quotaNeed, account, quota) => {
    const given = { payable: "5000000.00", accountBalance: "1000000.00", quotaUndrawn: "15000000.00" };
    expect(said("payment", { config: { quotaNeed }, ...given })).toMatchObject({ path: "QUOTA", account, quota, unfunded: "0.00", flag: null });
  });
});

describe("claims and recoveries", () => {
  const back = (given: Record<string, unknown>) =>
    said("recoveryReturn", { ratio: "0.50", compPaid: "1000.00", alreadyReturned: "0.00", costs: "0.00", ...given });

  it("YQ-079 G-14 never more than is still out", () => {
    expect(back({ recovered: "5000.00" })).toMatchObject({ toPool: "1000.00", toInstitution: "4000.00", outstandingAfter: "0.00" });
    expect(back({ recovered: "5000.00", alreadyReturned: "900.00" })).toMatchObject({ toPool: "100.00" });
    expect(back({ recovered: "5000.00", config: { capAtPaid: false } })).toMatchObject({ toPool: "2500.00" });
    expect(back({ recovered: "1.00", costs: "2.00", config: { deductCosts: true } })).toMatchObject({ toPool: "0.00", toInstitution: "1.00" });
    expect(back({ recovered: "-1.00" })).toMatchObject({ error: "amount_invalid" });
  });

  const off = (given: Record<string, unknown>) =>
    said("writeoff", {
      compPaid: "100.00",
      returned: "40.00",
      legalEnded: true,
      institutionConfirmed: true,
      approvals: ["NDRC", "FINANCE"],
      ...given,
    });

  it.each([
    [{}, { ok: true, netLoss: "60.00" }],
    [{ legalEnded: false }, { error: "writeoff_not_final" }],
    [{ institutionConfirmed: false }, { error: "writeoff_not_final" }],
    [{ approvals: ["NDRC"] }, { error: "writeoff_approval_missing", missing: "finance" }],
    [{ approvals: [] }, { error: "writeoff_approval_missing" }],
    [{ returned: "100.01" }, { error: "return_over_paid" }],
  ])("YQ-082 YQ-083 with %j", (given, answer) => {
    expect(off(given)).toMatchObject(answer);
  });

  it("YQ-072 YQ-A16 the panel, with successors", () => {
    const reviewUnits = ["NDRC", "FINANCE", "SECTOR"];
    expect(said("claimPanel", { reviewUnits, claimUnits: ["SECTOR", "NDRC", "FINANCE"] })).toEqual({ ok: true });
    expect(said("claimPanel", { reviewUnits, claimUnits: ["NDRC", "FINANCE", "SECTOR2"], successors: { SECTOR: "SECTOR2" } })).toEqual({ ok: true });
    expect(said("claimPanel", { reviewUnits, claimUnits: ["NDRC"] })).toMatchObject({ missing: ["FINANCE", "SECTOR"], extra: [] });
  });

  it("YQ-091 a department's year; YQ-084 a rate of nothing is none", () => {
    const given = {
      config: { year: "calendar" },
      compensated: [
        ["A", "2026-02-01"],
        ["A", "2026-03-01"],
      ],
      year: 2026,
    };
    expect(said("deptCompCases", { ...given, dept: "区商务局" })).toEqual({ count: 1, flag: null });
    expect(said("deptCompCases", { ...given, dept: "区商务局", config: { year: "rolling" } })).toMatchObject({ error: "reading_unknown" });
    expect(
      said("deptCompCases", {
        ...given,
        dept: "八达岭镇",
        compensated: [
          ["A", "2026-02-01"],
          ["B", "2026-03-01"],
        ],
      }),
    ).toEqual({ count: 2, flag: null });
    expect(said("recoveryRate", { compPaid: "0.00", returned: "0.00" })).toEqual({ rate: null });
  });
});
