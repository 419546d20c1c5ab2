import { describe, expect, it } from "vitest";
import { addDays, day } from "../../local-date";
import { fen } from "../../money";
import type { Facts, PaperFact } from "../../rule/facts";
import { type Checkpoint, decideEligibility, obstacles, refusalOf, warnings } from "../../rule/rule";
import { RULES } from "./eligibility";
import { FACTS, PAPERS, TODAY } from "./testing";

const decide = (facts: Facts, at: Checkpoint = "application", on = TODAY) => decideEligibility(RULES, facts, at, on, "r");
/** What one rule says of the fit firm with this one difference. */
const said = (rule: string, change: Partial<Facts>, at: Checkpoint = "application") =>
  decide({ ...FACTS, ...change }, at).findings.find((finding) => finding.rule === rule);
/** The fit firm without one fact. */
const without = (...names: (keyof Facts)[]): Facts =>
  Object.fromEntries(Object.entries(FACTS).filter(([name]) => !names.includes(name as keyof Facts))) as unknown as Facts;
const lacking = (rule: string, ...names: (keyof Facts)[]) => decide(without(...names)).findings.find((finding) => finding.rule === rule);
const loan = { creditCode: "x", name: "延庆乙公司", disbursedOn: day("2025-12-01"), path: "延庆甲公司 —法定代表人 王某→ 延庆乙公司" };
const conduct = (occurredOn: string, major = true) => ({ subject: "enterprise" as const, occurredOn: day(occurredOn), detail: "处罚", major });
const paperWithout = (kind: PaperFact["kind"], fiscalYear?: number) =>
  PAPERS.filter((paper) => paper.kind !== kind || paper.fiscalYear !== fiscalYear);

const MET = { verdict: "met" };
const unmet = (code: string, figures: Record<string, string> = {}) => ({ verdict: "unmet", code, figures: expect.objectContaining(figures) });
const missing = (code = "fact_missing") => ({ verdict: "missing", code });

describe("a firm that meets every rule", () => {
  it.each(["application", "recommendation", "screening", "review", "push", "disbursement"] as const)("is eligible at %s", (at) => {
    const decision = decide(FACTS, at);
    expect(decision).toMatchObject({ outcome: "eligible", checkpoint: at, on: TODAY });
    expect([...obstacles(decision), ...warnings(decision)]).toEqual([]);
  });

  it("before the scheme is in force nothing is judged, and nobody is eligible", () => {
    const decision = decide(FACTS, "application", day("2025-08-21"));
    expect(decision).toMatchObject({ outcome: "incomplete", findings: [] });
  });
});

describe("every rule met, unmet, missing and at its boundary", () => {
  it.each(["延庆区", "北京市延庆区", "延庆"])("YQ-010 registered in %s", (registeredDistrict) => {
    expect(said("YQ-010", { registeredDistrict })).toMatchObject(MET);
  });
  it.each(["海淀区", "北京市", "怀来县延"])("YQ-010 registered in %s is not local", (registeredDistrict) => {
    expect(said("YQ-010", { registeredDistrict })).toMatchObject(unmet("not_local", { given: registeredDistrict, district: "延庆区" }));
  });
  it("YQ-010 an address that is not known is missing", () => {
    expect(lacking("YQ-010", "registeredDistrict")).toMatchObject(missing());
    expect(said("YQ-010", { registeredDistrict: "" })).toMatchObject(missing());
  });

  it.each(["cancelled", "revoked", "liquidating"] as const)(
    "YQ-011 a firm that is %s does not exist validly, at application and at push",
    (registration) => {
      for (const at of ["application", "push"] as const)
        expect(said("YQ-011", { registration }, at)).toMatchObject(unmet("not_existing", { registration }));
    },
  );
  it("YQ-011 an existing one does; unknown is missing", () => {
    expect(said("YQ-011", { registration: "existing" }, "push")).toMatchObject(MET);
    expect(lacking("YQ-011", "registration")).toMatchObject(missing());
  });

  it("YQ-012 a project in words; none, or blanks only, is missing", () => {
    expect(said("YQ-012", { projectDescription: "做" })).toMatchObject(MET);
    expect(lacking("YQ-012", "projectDescription")).toMatchObject(missing("no_project"));
    for (const projectDescription of ["", " ", "\n\t"]) expect(said("YQ-012", { projectDescription })).toMatchObject(missing("no_project"));
  });

  const year = (headcount: number, revenue: number) => ({ years: [{ fiscalYear: 2025, headcount, revenue: fen(revenue), assets: fen(1) }] });
  it("YQ-013 large is both limits reached; one missed is medium", () => {
    expect(said("YQ-013", year(300, 1_000_000_0000))).toMatchObject(
      unmet("not_sme", { size: "large", standard: "MIIT-2011-300", fiscalYear: "2025" }),
    );
    expect(said("YQ-013", year(299, 1_000_000_0000))).toMatchObject({ ...MET, figures: { size: "medium" } });
    expect(said("YQ-013", year(300, 999_999_9999))).toMatchObject({ ...MET, figures: { size: "medium" } });
    expect(said("YQ-013", year(0, 0))).toMatchObject({ ...MET, figures: { size: "micro" } });
  });
  it("YQ-013 the latest fiscal year counts", () => {
    const years = [{ fiscalYear: 2024, headcount: 9999, revenue: fen(90_000_000_00_00), assets: fen(1) }, ...year(1, 1).years];
    expect(said("YQ-013", { years })).toMatchObject(MET);
    expect(said("YQ-013", { years: [...years].reverse() })).toMatchObject(MET);
  });
  it("YQ-013 figures that the class needs are named when they are missing", () => {
    expect(said("YQ-013", { years: [] })).toMatchObject({ ...missing("size_inputs_missing"), figures: { missing: "headcount,revenue" } });
    expect(lacking("YQ-013", "industry")).toMatchObject(missing("size_inputs_missing"));
  });

  it.each([
    ["YQ-014", "dishonestEnterprise", "dishonest_enterprise"],
    ["YQ-015", "dishonestRepresentative", "dishonest_legalrep"],
  ] as const)("%s a dishonest debtor is refused at every checkpoint", (rule, fact, code) => {
    for (const at of ["application", "recommendation", "screening", "review", "push", "disbursement"] as const) {
      expect(said(rule, { [fact]: true }, at), at).toMatchObject(unmet(code));
      expect(said(rule, { [fact]: false }, at), at).toMatchObject(MET);
    }
    expect(lacking(rule, fact)).toMatchObject(missing());
  });

  it.each([
    ["2024-03-02", "unmet"],
    ["2024-03-01", "met"],
    ["2026-03-02", "unmet"],
    ["2026-03-03", "met"],
  ])("YQ-016 conduct on %s is %s for an application of 2026-03-02", (occurredOn, verdict) => {
    expect(said("YQ-016", { conduct: [conduct(occurredOn)] })).toMatchObject({ verdict, figures: { windowFrom: "2024-03-02" } });
  });
  it("YQ-016 the latest record is named with its day and words; what is not major does not count; unknown is missing", () => {
    expect(said("YQ-016", { conduct: [conduct("2024-06-01"), conduct("2025-06-01")] })).toMatchObject(
      unmet("major_violation", { occurredOn: "2025-06-01", detail: "处罚", subject: "enterprise" }),
    );
    expect(said("YQ-016", { conduct: [conduct("2025-06-01", false)] })).toMatchObject(MET);
    expect(lacking("YQ-016", "conduct")).toMatchObject(missing());
  });
  it("YQ-016 counts from the application, however late the screening", () => {
    const late = decideEligibility(RULES, { ...FACTS, conduct: [conduct("2024-03-02")] }, "screening", addDays(TODAY, 90), "r");
    expect(obstacles(late).map((finding) => finding.code)).toEqual(["major_violation"]);
  });

  it.each([
    [500_000_000, "met", undefined],
    [500_000_001, "unmet", "need_over_cap"],
    [1, "met", undefined],
    [0, "unmet", "need_invalid"],
    [-1, "unmet", "need_invalid"],
  ])("YQ-020 a need of %i fen is %s", (need, verdict, code) => {
    const found = said("YQ-020", { need: fen(need) });
    expect([found?.verdict, found?.code]).toEqual([verdict, code]);
  });
  it("YQ-020 the figures are told; unknown is missing", () => {
    expect(said("YQ-020", { need: fen(500_000_001) })).toMatchObject({
      figures: { need: "5000000.01", limit: "5000000.00" },
      cites: { article: "二（一）" },
    });
    expect(lacking("YQ-020", "need")).toMatchObject(missing());
  });

  it("YQ-021 a firm that has had its loan is refused at application, screening, push and disbursement", () => {
    for (const at of ["application", "screening", "push", "disbursement"] as const)
      expect(said("YQ-021", { ownLoans: [loan] }, at)).toMatchObject(unmet("one_loan_only", { disbursedOn: "2025-12-01" }));
    expect(said("YQ-021", { ownLoans: [] })).toMatchObject(MET);
  });
  it("YQ-022 a loan in the group is refused with the path; a suspected link warns", () => {
    for (const at of ["application", "screening", "push", "disbursement"] as const)
      expect(said("YQ-022", { groupLoans: [loan] }, at)).toMatchObject(unmet("affiliate_used", { name: "延庆乙公司", path: loan.path }));
    expect(said("YQ-022", { suspectedTies: [{ name: "延庆乙公司", path: "p" }] })).toMatchObject({ verdict: "warning", code: "affiliate_suspected" });
    expect(said("YQ-022", { suspectedTies: [{ name: "延庆乙公司", path: "p" }], groupLoans: [loan] })).toMatchObject(unmet("affiliate_used"));
    expect(said("YQ-022", {})).toMatchObject(MET);
  });

  it.each(["finance", "quasi_finance", "real_estate"] as const)("YQ-023 %s is excluded", (activity) => {
    expect(said("YQ-023", { activity })).toMatchObject(unmet("excluded_industry", { activity }));
  });
  it("YQ-023 developing real estate is excluded whatever was ticked; managing property is not by itself", () => {
    expect(said("YQ-023", { industry: "real_estate_development", activity: "other" })).toMatchObject(
      unmet("excluded_industry", { activity: "real_estate" }),
    );
    expect(said("YQ-023", { industry: "property_management", activity: "other" })).toMatchObject(MET);
    expect(lacking("YQ-023", "activity")).toMatchObject(missing());
  });

  it("YQ-024 a process in the exit catalogue is refused, with the edition looked at", () => {
    expect(said("YQ-024", { listedProcess: true })).toMatchObject(unmet("obsolete_process", { edition: expect.stringContaining("2022") }));
    expect(said("YQ-024", { listedProcess: false })).toMatchObject(MET);
    expect(lacking("YQ-024", "listedProcess")).toMatchObject(missing());
  });

  it.each([
    ["YQ-039", "business_licence"],
    ["YQ-041", "social_insurance"],
    ["YQ-042", "tax_filings"],
  ] as const)("%s the paper %s is there or missing", (rule, kind) => {
    expect(said(rule, {})).toMatchObject(MET);
    expect(said(rule, { papers: paperWithout(kind) })).toMatchObject({
      ...missing("doc_missing"),
      figures: { kind },
      cites: { article: "二（三）3" },
    });
    expect(lacking(rule, "papers")).toMatchObject(missing("doc_missing"));
  });

  it.each(["balance_sheet", "income_statement", "cash_flow"] as const)("YQ-040 %s of either year is named when it is missing", (kind) => {
    for (const fiscalYear of [2024, 2025])
      expect(said("YQ-040", { papers: paperWithout(kind, fiscalYear) })).toMatchObject({
        ...missing("doc_missing"),
        figures: { kind: "financials", missing: `${fiscalYear}:${kind}` },
      });
  });
  it("YQ-040 another year does not stand in, and all that is missing is told at once", () => {
    const papers = PAPERS.map((paper) => (paper.fiscalYear === 2024 ? { ...paper, fiscalYear: 2023 } : paper));
    expect(said("YQ-040", { papers })).toMatchObject({ figures: { missing: "2024:balance_sheet,2024:income_statement,2024:cash_flow" } });
  });
  it("YQ-040 a firm younger than two years gives what exists and goes to manual review", () => {
    const papers = paperWithout("balance_sheet", 2024).filter((paper) => paper.fiscalYear !== 2024);
    expect(said("YQ-040", { papers, establishedOn: day("2025-01-01") })).toMatchObject({ verdict: "warning", code: "young_enterprise" });
    expect(said("YQ-040", { papers, establishedOn: day("2024-12-31") })).toMatchObject(missing("doc_missing"));
    expect(said("YQ-040", { papers: [], establishedOn: day("2026-02-01") })).toMatchObject({ verdict: "warning", code: "young_enterprise" });
    expect(said("YQ-040", { establishedOn: day("2024-03-02") })).toMatchObject(MET);
    expect(said("YQ-040", { establishedOn: day("2024-03-03") })).toMatchObject({ verdict: "warning" });
  });

  it("YQ-007 outside the focus fields is a warning, never a bar", () => {
    for (const focusField of ["", "mining"]) {
      const decision = decide({ ...FACTS, focusField });
      expect(decision.outcome).toBe("eligible");
      expect(warnings(decision).map((finding) => finding.code)).toEqual(["not_focus_sector"]);
    }
    for (const focusField of ["services", "low_altitude", "green_energy", "sports_technology", "health", "urban_agriculture"])
      expect(said("YQ-007", { focusField })).toMatchObject(MET);
  });
  it("YQ-017 no profile is a warning; any of the three will do", () => {
    expect(said("YQ-017", { focusProfiles: [] })).toMatchObject({ verdict: "warning", code: "no_focus_profile" });
    expect(said("YQ-017", { focusProfiles: ["famous"] })).toMatchObject({ verdict: "warning" });
    for (const profile of ["high_growth", "future_industry", "mature_temporary"])
      expect(said("YQ-017", { focusProfiles: ["famous", profile] })).toMatchObject(MET);
  });

  const listed = (listedOn: string) => ({ bars: [{ listedOn: day(listedOn), subject: "王某" }] });
  it.each([
    ["2023-03-02", "unmet"],
    ["2023-03-01", "met"],
    ["2026-03-02", "unmet"],
  ])("YQ-095 listed on %s is %s for an application of 2026-03-02", (listedOn, verdict) => {
    expect(said("YQ-095", listed(listedOn))).toMatchObject({ verdict });
  });
  it("YQ-095 tells the first day on which it may apply again", () => {
    expect(said("YQ-095", listed("2023-03-02"))).toMatchObject({
      ...unmet("blacklisted", { subject: "王某", blockedThrough: "2026-03-02", firstAllowedOn: "2026-03-03" }),
      cites: { article: "四（三）" },
    });
  });
  it("YQ-095 a listing after the application is found at review and at push", () => {
    for (const at of ["review", "push"] as const) expect(said("YQ-095", listed("2026-04-01"), at)).toMatchObject(unmet("blacklisted"));
  });
});

describe("the whole answer", () => {
  it("lists every reason: what is unmet, then what is missing, each in the order of the articles", () => {
    const decision = decide({
      ...without("listedProcess", "papers"),
      registeredDistrict: "海淀区",
      need: fen(500_000_001),
      dishonestEnterprise: true,
    });
    expect(decision.outcome).toBe("ineligible");
    expect(obstacles(decision).map((finding) => [finding.rule, finding.code])).toEqual([
      ["YQ-010", "not_local"],
      ["YQ-014", "dishonest_enterprise"],
      ["YQ-020", "need_over_cap"],
      ["YQ-024", "fact_missing"],
      ["YQ-039", "doc_missing"],
      ["YQ-040", "doc_missing"],
      ["YQ-041", "doc_missing"],
      ["YQ-042", "doc_missing"],
    ]);
    expect(decide(without("papers")).outcome).toBe("incomplete");
  });

  it("keeps a finding for each rule asked, met ones too: the trace of the decision", () => {
    const asked = RULES.filter((rule) => rule.at.includes("application")).map((rule) => rule.id);
    expect(decide(FACTS).findings.map((finding) => finding.rule)).toEqual(asked);
    expect(asked).toHaveLength(19);
  });

  it.each([
    ["application", 19],
    ["recommendation", 15],
    ["screening", 17],
    ["review", 3],
    ["push", 7],
    ["disbursement", 5],
  ] as const)("asks %s its %i rules", (at, count) => {
    expect(decide(FACTS, at).findings).toHaveLength(count);
  });

  it("a refusal carries its code, figures, article and field", () => {
    const [obstacle] = obstacles(decide({ ...FACTS, need: fen(600_000_000) }));
    expect(obstacle && refusalOf(obstacle)).toEqual({
      code: "need_over_cap",
      figures: { need: "6000000.00", limit: "5000000.00" },
      cites: { article: "二（一）", clauses: ["YQ-020"] },
      field: "needAmount",
    });
  });
});
