import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, FACTS, FINANCE, FINDING, first, GUARANTOR, OFFICE, TODAY, TOWN, Told } from "../schemes/yanqing/testing";
import { mustBeEligible } from "./act";
import { factsWithFindings, giveOpinion, openCheckWith, pass, recordFinding, returnFromCheck } from "./check";
import type { CheckFinding } from "./event";

const adopted = () => new Told().submitted().adopted();
const opened = () => {
  const told = adopted();
  return told.does(openCheckWith(yanqing, told.state, [BANK], act(OFFICE)), OFFICE);
};
const OPINION = { org: BANK, verdict: "support" as const, detail: "可做" };
const adverse = (change: Partial<CheckFinding>): CheckFinding => ({ ...FINDING, result: "adverse", ...change });

describe("screening", () => {
  it("YQ-058 is led by the office together with at least one partner", () => {
    const { state } = adopted();
    expect(first(openCheckWith(yanqing, state, [], act(OFFICE)))).toMatchObject({
      code: "screening_partner_missing",
      figures: { min: "1", found: "0" },
      cites: { article: "三（二）" },
    });
    expect(codes(openCheckWith(yanqing, state, [FINANCE], act(OFFICE)))).toEqual(["screening_partner_missing"]);
    expect(codes(openCheckWith(yanqing, state, [BANK, TOWN], act(OFFICE)))).toEqual(["partner_type_mismatch"]);
    expect(codes(openCheckWith(yanqing, state, [BANK], act(BANK)))).toEqual(["role_forbidden"]);
    expect(codes(openCheckWith(yanqing, state, [BANK, GUARANTOR], act(OFFICE)))).toEqual([]);
  });

  it("YQ-058 passes only with a partner's opinion on file", () => {
    const told = opened();
    told.does(recordFinding(yanqing, told.state, FINDING, 2, act(OFFICE)), OFFICE);
    expect(codes(pass(yanqing, told.state, "", FACTS, act(OFFICE)))).toEqual(["screening_partner_missing"]);
    expect(codes(giveOpinion(yanqing, told.state, OPINION, act(BANK2)))).toEqual(["role_forbidden"]);
    told.does(giveOpinion(yanqing, told.state, OPINION, act(BANK)), BANK);
    expect(codes(pass(yanqing, told.state, "", FACTS, act(BANK)))).toEqual(["role_forbidden"]);
    told.does(pass(yanqing, told.state, "通过", FACTS, act(OFFICE)), OFFICE);
    expect(told.state).toMatchObject({ status: "ballot", step: "review", checks: [{ passed: true }] });
  });

  it("YQ-058 a partner's later word replaces its earlier one", () => {
    const told = opened();
    told.does(giveOpinion(yanqing, told.state, OPINION, act(BANK)), BANK);
    told.does(giveOpinion(yanqing, told.state, { ...OPINION, verdict: "oppose" }, act(BANK)), BANK);
    expect(told.state.checks[0]?.opinions.map((opinion) => opinion.verdict)).toEqual(["oppose"]);
  });

  it("YQ-059 a finding names its source and when it was asked; without any it does not pass", () => {
    const told = opened();
    for (const bad of [{ source: "rumour" }, { sourceName: " " }])
      expect(first(recordFinding(yanqing, told.state, { ...FINDING, ...bad }, 2, act(OFFICE)))).toMatchObject({
        code: "screening_source_missing",
        cites: { article: "三（二）" },
      });
    expect(codes(recordFinding(yanqing, told.state, { ...FINDING, queriedAt: 3 }, 2, act(OFFICE)))).toEqual(["date_invalid"]);
    expect(codes(recordFinding(yanqing, told.state, FINDING, 2, act(BANK)))).toEqual(["role_forbidden"]);
    told.does(giveOpinion(yanqing, told.state, OPINION, act(BANK)), BANK);
    expect(codes(pass(yanqing, told.state, "", FACTS, act(OFFICE)))).toEqual(["screening_source_missing"]);
    for (const source of ["internal", "external", "bigdata"])
      expect(codes(recordFinding(yanqing, told.state, { ...FINDING, source }, 2, act(OFFICE)))).toEqual([]);
  });

  it("YQ-016 adverse conduct needs its day, for the two years are counted by it", () => {
    expect(first(recordFinding(yanqing, opened().state, adverse({ topic: "conduct" }), 2, act(OFFICE)))).toMatchObject({
      code: "field_required",
      field: "occurredOn",
    });
  });

  it("YQ-002 does not open after the scheme has ended", () => {
    expect(codes(openCheckWith(yanqing, adopted().state, [BANK], act(OFFICE, day("2028-08-22"))))).toEqual(["scheme_not_in_force"]);
  });

  it("goes back to the recommender with a reason and may come again", () => {
    const told = opened();
    told.does(returnFromCheck(yanqing, told.state, "补充流水", act(OFFICE)), OFFICE);
    expect(told.state).toMatchObject({ status: "recommend", step: "recommendation", returnReason: "补充流水" });
    told.adopted().screened();
    expect(told.state.status).toBe("ballot");
  });
});

describe("what is found out late", () => {
  const late = { ...FINDING, topic: "dishonest" as const, result: "adverse" as const };

  it("YQ-014 is recorded until the loan is made, and the rules find it at the next step", () => {
    for (const told of [
      new Told().submitted().adopted().screened(),
      new Told().reviewed("high"),
      new Told().reviewed(),
      new Told().reviewed().pushed(),
    ]) {
      told.does(recordFinding(yanqing, told.state, late, 2, act(OFFICE)), OFFICE);
      const facts = factsWithFindings(FACTS, told.state.checks.at(-1)?.findings ?? []);
      expect(codes(mustBeEligible(yanqing, facts, "push", TODAY))).toEqual(["dishonest_enterprise"]);
    }
    for (const told of [new Told(), new Told().submitted()])
      expect(codes(recordFinding(yanqing, told.state, late, 2, act(OFFICE)))).toEqual(["not_recommended"]);
    const funded = new Told().reviewed().pushed().offered();
    funded.does(funded.lends(), BANK);
    expect(codes(recordFinding(yanqing, funded.state, late, 2, act(OFFICE)))).toEqual(["case_closed"]);
  });

  it("YQ-058 sends a case back until it is with an institution", () => {
    for (const told of [new Told().submitted().adopted().screened(), new Told().reviewed()])
      expect(codes(returnFromCheck(yanqing, told.state, "新发现", act(OFFICE)))).toEqual([]);
    expect(codes(returnFromCheck(yanqing, new Told().reviewed().pushed().state, "新发现", act(OFFICE)))).toEqual(["wrong_step"]);
    expect(codes(returnFromCheck(yanqing, new Told().reviewed().state, "新发现", act(BANK)))).toEqual(["role_forbidden"]);
  });
});

describe("what findings add to the facts", () => {
  const blocked = (finding: CheckFinding, facts = FACTS) => {
    const told = opened();
    told.does(recordFinding(yanqing, told.state, finding, 2, act(OFFICE)), OFFICE);
    told.does(giveOpinion(yanqing, told.state, OPINION, act(BANK)), BANK);
    return codes(pass(yanqing, told.state, "", facts, act(OFFICE)));
  };

  it.each([
    ["YQ-014", adverse({ topic: "dishonest" }), "dishonest_enterprise"],
    ["YQ-015", adverse({ topic: "dishonest", subject: "representative" }), "dishonest_legalrep"],
    ["YQ-016", adverse({ topic: "conduct", occurredOn: day("2024-03-02") }), "major_violation"],
    ["YQ-016", adverse({ topic: "conduct", subject: "representative", occurredOn: day("2026-01-01") }), "major_violation"],
    ["YQ-011", adverse({ topic: "registration" }), "not_existing"],
  ])("%s an adverse finding bars what the firm had declared otherwise", (_, finding, code) => {
    expect(blocked(finding)).toEqual([code]);
  });

  it.each([
    adverse({ topic: "conduct", occurredOn: day("2024-03-01") }),
    adverse({ topic: "operations" }),
    adverse({ topic: "dishonest", subject: "group" }),
    { ...FINDING, topic: "conduct" as const, result: "unclear" as const, occurredOn: day("2026-01-01") },
  ])("%j does not bar by itself", (finding) => {
    expect(blocked(finding)).toEqual([]);
  });

  it("a clear finding never takes back a declared fault", () => {
    expect(factsWithFindings({ ...FACTS, dishonestEnterprise: true }, [FINDING])).toMatchObject({ dishonestEnterprise: true });
    expect(blocked(FINDING, { ...FACTS, dishonestEnterprise: true })).toEqual(["dishonest_enterprise"]);
  });
});
