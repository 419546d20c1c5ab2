import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { decideEligibility, obstacles } from "../rule/rule";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, DEPT, FACTS, FINANCE, first, OFFICE, TODAY, TOWN } from "../schemes/yanqing/testing";
import { FileTold } from "../schemes/yanqing/testing-fund";
import { type BreachCase, sanctionBreach } from "./breach";
import { bar, barsReaching, climb, institutionStanding, type Listing, paidFirmsOf, recordMisconduct, type Sanction } from "./sanction";
import { admitDeal, admitFile, needsConsent } from "./transition";

const { sanctions } = yanqing;
const LISTING: Listing = {
  id: "l1",
  creditCode: "A",
  name: "延庆甲公司",
  representative: { key: "wang", name: "王某" },
  reason: "骗贷",
  platform: "信用中国",
  listedOn: day("2026-06-30"),
  evidence: "截图",
};

describe("YQ-094 YQ-095 the three-year bar", () => {
  const on = day("2026-07-01");

  it("runs from the listing through its third anniversary", () => {
    expect(bar(sanctions.bar, LISTING, on)).toMatchObject({
      ok: true,
      value: { blockedThrough: "2029-06-30", firstAllowedOn: "2029-07-01", pending: [] },
    });
  });

  it("YQ-094 a listing without its proof counts and is marked", () => {
    expect(bar(sanctions.bar, { ...LISTING, evidence: " " }, on)).toMatchObject({ ok: true, value: { pending: [{ code: "blacklist_pending" }] } });
    expect(codes(bar(sanctions.bar, { ...LISTING, reason: "" }, on))).toEqual(["reason_required"]);
    expect(codes(bar(sanctions.bar, { ...LISTING, platform: "" }, on))).toEqual(["reason_required"]);
    expect(codes(bar(sanctions.bar, LISTING, day("2026-06-29")))).toEqual(["date_invalid"]);
  });

  it.each([
    ["the firm itself", { creditCode: "A", representativeKey: "li" }, "延庆甲公司"],
    ["a firm that the person represents now", { creditCode: "B", representativeKey: "wang" }, "王某"],
  ])("YQ-A34 reaches %s", (_, applicant, subject) => {
    expect(barsReaching([LISTING], applicant)).toEqual([{ listedOn: LISTING.listedOn, subject }]);
  });

  it("YQ-A34 does not reach a firm that the person no longer represents, nor one without a known person", () => {
    expect(barsReaching([LISTING], { creditCode: "B", representativeKey: "li" })).toEqual([]);
    expect(barsReaching([LISTING], { creditCode: "B" })).toEqual([]);
    const { representative: _, ...firmOnly } = LISTING;
    expect(barsReaching([firmOnly], { creditCode: "B" })).toEqual([]);
  });

  it("YQ-095 stops an application with the first day on which it is allowed", () => {
    const refusal = (appliedOn: string) => {
      const facts = { ...FACTS, appliedOn: day(appliedOn), bars: barsReaching([{ ...LISTING, listedOn: day("2025-09-01") }], { creditCode: "A" }) };
      return obstacles(decideEligibility(yanqing.rules, facts, "application", day(appliedOn), "r")).find((one) => one.rule === "YQ-095");
    };
    expect(refusal("2028-08-21")).toMatchObject({ code: "blacklisted", figures: { firstAllowedOn: "2028-09-02" }, cites: { article: "四（三）" } });
  });
});

describe("YQ-081 the ladder for slow recovery", () => {
  const rung = (name: string, on: string, until?: string): Sanction => ({
    kind: "rung",
    rung: name,
    on: day(on),
    reason: "x",
    ...(until ? { until: day(until) } : {}),
  });
  const up = (before: readonly Sanction[], to: string, reason = "迟缓") => codes(climb(sanctions.ladder, before, to, reason, TODAY));

  it("is climbed rung by rung", () => {
    expect([up([], "interview"), up([], "notice"), up([], "suspend"), up([], "other")]).toEqual([
      [],
      ["sanction_invalid"],
      ["sanction_invalid"],
      ["sanction_invalid"],
    ]);
    const talked = [rung("interview", "2026-01-01")];
    expect([up(talked, "interview"), up(talked, "notice"), up(talked, "suspend"), up(talked, "notice", " ")]).toEqual([
      [],
      [],
      ["sanction_invalid"],
      ["reason_required"],
    ]);
    expect(up([...talked, rung("notice", "2026-02-01")], "suspend")).toEqual([]);
    expect(codes(climb(sanctions.ladder, [], "interview", "迟缓", TODAY, day("2026-03-01")))).toEqual(["date_invalid"]);
  });

  it("a suspended institution is suspended from its first to its last day", () => {
    const list = [rung("suspend", "2026-03-01", "2026-03-31")];
    const suspended = (on: string) => institutionStanding(sanctions, list, day(on)).suspended;
    expect(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map(suspended)).toEqual([false, true, true, false]);
    expect(institutionStanding(sanctions, [rung("interview", "2026-03-01")], TODAY)).toEqual({
      rungs: ["interview"],
      suspended: false,
      terminated: false,
      lowered: {},
    });
  });
});

describe("YQ-092 YQ-093 a breach", () => {
  const determination = { type: "collusion", units: [OFFICE, FINANCE], documentNo: "认定1" };
  const BREACH: BreachCase = {
    determination,
    raters: [OFFICE.id, FINANCE.id, TOWN.id],
    loanId: "loan",
    ratio: "0.50",
    paid: fen(100),
    returned: fen(40),
  };
  const asks = (measure: "lower_ratio" | "full_clawback" | "terminate", more: Partial<BreachCase> = {}, ratio?: string, reason = "合谋") =>
    sanctionBreach(sanctions.breach, { ...BREACH, ...more }, { measure, reason, on: TODAY, ...(ratio === undefined ? {} : { ratio }) });

  it.each([
    [undefined],
    [{ ...determination, type: "lateness" }],
    [{ ...determination, documentNo: " " }],
    [{ ...determination, units: [OFFICE] }],
    [{ ...determination, units: [OFFICE, OFFICE] }],
    [{ ...determination, units: [OFFICE, BANK] }],
  ])("YQ-092 without a majority of the rating units there is none: %j", (given) => {
    expect(first(asks("terminate", { determination: given }))).toMatchObject({ code: "breach_not_determined", cites: { article: "四（二）" } });
  });

  it("YQ-093 lowers the ratio of the loan, below the grade's", () => {
    const unpaid = { paid: fen(0), returned: fen(0) };
    expect(asks("lower_ratio", unpaid, "0.30")).toMatchObject({
      ok: true,
      value: { sanction: { measure: "lower_ratio", ratio: "0.30" }, clawback: 0 },
    });
    for (const ratio of ["0.50", "0.60", "x", undefined]) expect(codes(asks("lower_ratio", unpaid, ratio))).toEqual(["sanction_invalid"]);
    expect(first(asks("lower_ratio", {}, "0.30"))).toMatchObject({ code: "sanction_invalid", figures: { paid: "1.00" }, field: "measure" });
    const standing = institutionStanding(
      sanctions,
      [{ kind: "measure", measure: "lower_ratio", on: TODAY, reason: "x", loanId: "loan", ratio: "0.30" }],
      TODAY,
    );
    expect(standing.lowered).toEqual({ loan: "0.30" });
  });

  it("YQ-093 takes everything back that has not come back, or ends the cooperation", () => {
    expect(asks("full_clawback")).toMatchObject({ ok: true, value: { clawback: 60 } });
    expect(codes(asks("full_clawback", { returned: fen(100) }))).toEqual(["sanction_invalid"]);
    expect(codes(asks("full_clawback", {}, undefined, " "))).toEqual(["reason_required"]);
    const ended = asks("terminate");
    expect(ended).toMatchObject({ ok: true, value: { clawback: 0 } });
    expect(ended.ok && institutionStanding(sanctions, [ended.value.sanction], TODAY).terminated).toBe(true);
  });

  it("a measure that the document does not know is refused", () => {
    expect(
      codes(
        sanctionBreach({ ...(sanctions.breach as NonNullable<typeof sanctions.breach>), measures: ["terminate"] }, BREACH, {
          measure: "full_clawback",
          reason: "x",
          on: TODAY,
        }),
      ),
    ).toEqual(["sanction_invalid"]);
  });
});

describe("YQ-091 a department's cases", () => {
  const paid = (...days: [string, string][]) => days.map(([creditCode, on]) => ({ creditCode, paidOn: day(on) }));
  const of = (unit: "department" | "township", list: ReturnType<typeof paid>) =>
    paidFirmsOf(sanctions.departments, unit, list, 2026, day("2026-12-31"));

  it.each([
    [
      [
        ["A", "2026-02-01"],
        ["B", "2026-11-30"],
      ],
      2,
      "dept_two_comp_cases",
    ],
    [
      [
        ["A", "2026-02-01"],
        ["A", "2026-11-30"],
      ],
      1,
      null,
    ],
    [
      [
        ["A", "2025-12-31"],
        ["B", "2026-01-01"],
      ],
      1,
      null,
    ],
    [
      [
        ["A", "2026-01-01"],
        ["B", "2026-12-31"],
        ["C", "2027-01-01"],
      ],
      2,
      "dept_two_comp_cases",
    ],
    [[], 0, null],
  ] as [[string, string][], number, string | null][])("%j counts %i", (list, count, flag) => {
    expect(of("department", paid(...list))).toEqual({ ok: true, value: { count, flag } });
  });

  it("YQ-A33 a township's are counted and not marked", () => {
    expect(of("township", paid(["A", "2026-02-01"], ["B", "2026-03-01"]))).toEqual({ ok: true, value: { count: 2, flag: null } });
  });
});

describe("YQ-090 a department's misconduct", () => {
  const told = (type: string, detail = "情况", unit = DEPT) => recordMisconduct(sanctions.departments, { type, detail, unit });

  it.each(["not_recommended", "poor_vetting", "no_followup", "late_feedback"])("%s is marked for those who appraise it", (type) => {
    expect(told(type)).toMatchObject({ ok: true, value: { code: "dept_misconduct", cites: { article: "四（一）" } } });
  });

  it("no other type, without words, or of another kind of unit", () => {
    expect([codes(told("rude")), codes(told("no_followup", " ")), codes(told("no_followup", "x", TOWN))]).toEqual([
      ["field_invalid"],
      ["reason_required"],
      ["role_forbidden"],
    ]);
  });
});

describe("YQ-003 deals from before the agreement", () => {
  const deal = { reviewed: true, disbursedOn: TODAY, governmentDocument: "批复0", agreementSignedOn: undefined };

  it("enter with review, disbursement and the government's consent", () => {
    expect(admitDeal(yanqing, deal)).toEqual({ ok: true, value: { by: "transition", documentNo: "批复0" } });
    expect(admitDeal(yanqing, { ...deal, agreementSignedOn: day("2026-04-01") })).toMatchObject({ ok: true, value: { by: "transition" } });
  });

  it.each([
    [{ reviewed: false }, "review"],
    [{ governmentDocument: " " }, "government_document"],
    [{ disbursedOn: undefined }, "disbursement"],
    [{ reviewed: false, governmentDocument: "" }, "review、government_document"],
  ])("with %j they do not", (more, missing) => {
    expect(first(admitDeal(yanqing, { ...deal, ...more }))).toMatchObject({
      code: "transition_no_gov_consent",
      figures: { missing },
      cites: { article: "六" },
    });
  });

  it("YQ-004 under a signed agreement its terms hold and no consent is asked", () => {
    expect(admitDeal(yanqing, { ...deal, governmentDocument: "", agreementSignedOn: TODAY })).toEqual({ ok: true, value: { by: "agreement" } });
  });

  it("YQ-002 a loan from before the document, or after it, has no place", () => {
    for (const disbursedOn of ["2025-08-21", "2028-08-22"])
      expect(codes(admitDeal(yanqing, { ...deal, disbursedOn: day(disbursedOn) }))).toEqual(["scheme_not_in_force"]);
  });

  it("a deal waits for consent until an agreement was signed by its disbursement", () => {
    const loan = { disbursedOn: TODAY };
    expect([undefined, day("2099-01-01"), TODAY].map((signed) => needsConsent(yanqing, loan, signed))).toEqual([true, true, false]);
    expect(needsConsent({}, loan, undefined)).toBe(false);
  });

  it("a file in the system brings its own facts", () => {
    const { file } = new FileTold();
    expect(admitFile(yanqing, file, { governmentDocument: "批复0", agreementSignedOn: undefined }, act(OFFICE))).toMatchObject({ ok: true });
    expect(codes(admitFile(yanqing, file, { governmentDocument: "批复0", agreementSignedOn: undefined }, act(OFFICE, day("2026-01-01"))))).toEqual([
      "transition_no_gov_consent",
    ]);
  });
});
