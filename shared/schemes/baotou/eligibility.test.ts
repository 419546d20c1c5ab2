import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { approve } from "../../process/approve";
import { openCheckWith, pass } from "../../process/check";
import type { Facts, LoanFacts } from "../../rule/facts";
import { supportedSince } from "../../rule/lending-checks";
import { decideEligibility } from "../../rule/rule";
import { readAs } from "../reading";
import { act, codes, first, must } from "../testing";
import { baotou } from "./scheme";
import {
  APPLIED,
  AREA,
  adopts,
  BANK,
  FACTS,
  funded,
  LENT,
  LOAN,
  LOAN_FACTS,
  lends,
  OFFICE,
  OTHER_AREA,
  offered,
  pushes,
  reviewed,
  submitted,
  surveyed,
} from "./testing";

const asks = (facts: Facts, scheme = baotou, checkpoint: "application" | "disbursement" = facts.loan ? "disbursement" : "application") =>
  decideEligibility(scheme.rules, facts, checkpoint, facts.loan ? LENT : APPLIED, scheme.ruleSet);
const firm = (id: string, change: Partial<Facts>) => asks({ ...FACTS, ...change }).findings.find(({ rule }) => rule === id);
const loan = (id: string, change: Partial<LoanFacts>, also: Partial<Facts> = {}, scheme = baotou) =>
  asks({ ...LOAN_FACTS, loan: { ...LOAN, ...change }, ...also }, scheme).findings.find(({ rule }) => rule === id);
const sums = (more: Record<string, number>) => ({
  totals: { ...LOAN_FACTS.totals, ...Object.fromEntries(Object.entries(more).map(([key, amount]) => [key, fen(amount)])) },
});

describe("a firm of 包头", () => {
  it("that meets every condition is eligible", () => {
    expect(asks(FACTS)).toMatchObject({ outcome: "eligible" });
    expect(asks(FACTS).findings.every(({ verdict }) => verdict === "met")).toBe(true);
  });

  it.each<[string, string, Partial<Facts>]>([
    ["BT-004", "not_local", { registeredDistrict: "呼和浩特市新城区" }],
    ["BT-004", "not_sme", { years: [{ fiscalYear: 2023, headcount: 3000, revenue: fen(90_000_000_000), assets: fen(90_000_000_000) }] }],
    ["BT-054", "dishonest_enterprise", { dishonestEnterprise: true }],
    ["BT-054", "dishonest_legalrep", { dishonestRepresentative: true }],
  ])("%s %s", (id, code, change) => {
    expect(asks({ ...FACTS, ...change }).outcome).toBe("ineligible");
    expect(firm(id, change)).toMatchObject({ verdict: "unmet", code });
  });
});

describe("the way to a loan in 包头", () => {
  it("BT-009 a department recommends the firms of its own area alone", () => {
    expect(first(adopts(submitted(OTHER_AREA), OTHER_AREA))).toMatchObject({
      code: "area_scope",
      figures: { area: "青山区", unit: OTHER_AREA.name },
      cites: { article: "第七条" },
    });
    expect(adopts(submitted(), AREA).ok).toBe(true);
    expect(adopts(submitted(OTHER_AREA), OTHER_AREA, { ...FACTS, registeredDistrict: "包头市东河区" }).ok).toBe(true);
  });

  it("BT-038 BT-039 nobody gets ahead of the area's recommendation: neither office nor bank", () => {
    expect(first(openCheckWith(baotou, submitted().state, [], act(OFFICE, APPLIED)))).toMatchObject({
      code: "not_recommended",
      cites: { clauses: ["BT-038", "BT-039"] },
    });
    expect(codes(adopts(submitted(), BANK))).toEqual(["role_forbidden"]);
  });

  it("BT-040 the office has looked on the spot and refers by a numbered form", () => {
    const told = reviewed();
    expect(codes(pass(baotou, told.state, "看过", FACTS, act(OFFICE, APPLIED)))).toEqual(["screening_source_missing"]);
    expect(codes(pushes(told))).not.toEqual([]);
    const seen = surveyed();
    expect(codes(pushes(seen))).toContain("gov_approval_required");
    expect(first(approve(baotou, seen.state, "", [], act(OFFICE, APPLIED)))).toMatchObject({
      code: "document_no_required",
      cites: { article: "第二十五条" },
    });
    expect(codes(approve(baotou, seen.state, "1", [], act(AREA, APPLIED)))).toEqual(["role_forbidden"]);
  });

  it("a loan that meets everything is recorded, with what the pool stands behind", () => {
    expect(funded().file.tier).toEqual({ choice: "helped", ratio: "0.40" });
  });

  it("BT-041 BT-043 what the rules refuse is refused with the loan", () => {
    const facts = { ...LOAN_FACTS, loan: { ...LOAN, counterGuarantee: [], steps: { ...LOAN.steps, approved: day("2024-03-21") } } };
    expect(codes(lends(offered(), {}, facts))).toEqual(["approval_before_filing", "no_counter_guarantee"]);
  });
});

describe("a loan in 包头", () => {
  it("that meets every condition is eligible, and every condition was asked", () => {
    const { outcome, findings } = asks(LOAN_FACTS);
    expect([outcome, findings.filter(({ verdict }) => verdict !== "met")]).toEqual(["eligible", []]);
    expect(findings).toHaveLength(16);
  });

  it.each<[string, string, Partial<LoanFacts>]>([
    ["BT-005", "purpose", { purpose: "fixed_assets" }],
    ["BT-026", "fee_forbidden", { fees: [{ kind: "commitment" }] }],
    ["BT-026", "fee_forbidden", { fees: [{ kind: "document" }] }],
    ["BT-031", "extra_collateral", { collateral: ["mortgage"] }],
    ["BT-031", "extra_collateral", { collateral: ["surety"] }],
    ["BT-033", "term", { termMonths: 25 }],
    ["BT-035", "repayment_type", { repayment: "never" }],
    ["BT-041", "approval_before_filing", { steps: { ...LOAN.steps, filed_with_office: day("2024-03-19") } }],
    ["BT-041", "approval_before_filing", { steps: { ...LOAN.steps, approved: day("2024-04-02") } }],
    ["BT-043", "no_counter_guarantee", { counterGuarantee: [] }],
  ])("%s %s", (id, code, change) => {
    expect(loan(id, change)).toMatchObject({ verdict: "unmet", code });
  });

  it("BT-041 a step of which nobody told is missing, not met", () => {
    expect(loan("BT-041", { steps: {} })).toMatchObject({ verdict: "missing", field: "steps.due_diligence" });
  });

  it.each([
    ["BT-001", "lender", "party_missing"],
    ["BT-001", "guarantor", "party_missing"],
  ] as const)("%s without its %s there is no loan", (id, who, code) => {
    const { [who]: _, ...facts } = LOAN_FACTS;
    expect(asks(facts).findings.find(({ rule }) => rule === id)).toMatchObject({ verdict: "missing", code });
  });

  it("BT-021 a bank lends, a guarantor guarantees, both under an agreement", () => {
    expect(loan("BT-021", {}, { lender: { ...LOAN_FACTS.lender, kind: "lender" } })).toMatchObject({ verdict: "unmet", code: "partner_type" });
    expect(loan("BT-021", {}, { guarantor: { kind: "guarantor" } })).toMatchObject({ verdict: "unmet", code: "no_agreement" });
  });

  it("BT-013 lent in all: ten times the pool to the fen", () => {
    const at = (fundOutstanding: number) => loan("BT-013", { principal: fen(100) }, sums({ fundOutstanding }));
    expect(at(19_999_999_900)?.verdict).toBe("met");
    expect(at(19_999_999_901)).toMatchObject({ verdict: "unmet", code: "leverage", figures: { limit: "200000000.00" } });
  });

  it("BT-018 lent in an area: beyond twenty-five times its contribution only with a paper", () => {
    const at = (more: Partial<LoanFacts>, scheme = baotou) =>
      loan("BT-018", { principal: fen(100), ...more }, sums({ areaOutstanding: 19_999_999_901 }), scheme);
    expect(at({})).toMatchObject({ verdict: "missing", code: "exception_missing" });
    expect(at({ exceptions: { area_25x: "同意1号" } })).toMatchObject({ verdict: "warning", code: "area_25x" });
    expect(at({}, must(readAs(baotou, "area.leverage.mode", "hard")))).toMatchObject({ verdict: "unmet", code: "area_25x" });
    expect(loan("BT-018", { principal: fen(100) }, sums({ areaOutstanding: 19_999_999_900 }))?.verdict).toBe("met");
  });

  it("BT-025 lent by a bank: no more than ten times what lies with it until it is topped up; read otherwise it is told", () => {
    const at = (lenderOutstanding: number, scheme = baotou) => loan("BT-025", { principal: fen(100) }, sums({ lenderOutstanding }), scheme);
    expect(at(999_999_900)?.verdict).toBe("met");
    expect(at(999_999_901)).toMatchObject({ verdict: "unmet", code: "bank_10x" });
    expect(at(999_999_901, must(readAs(baotou, "bank.deposit.pending", "warn")))?.verdict).toBe("warning");
  });

  it("BT-032 lent to a firm: beyond ten million only with a paper", () => {
    const at = (more: Partial<LoanFacts>) => loan("BT-032", { principal: fen(1_000_000_001), ...more });
    expect(at({})).toMatchObject({ verdict: "missing", code: "exception_missing" });
    expect(at({ exceptions: { loan_cap: "同意2号" } })).toMatchObject({ verdict: "warning", code: "loan_cap" });
    expect(loan("BT-032", { principal: fen(1_000_000_000) })?.verdict).toBe("met");
  });

  it("BT-033 a year as a rule, two with a reason", () => {
    expect(loan("BT-033", { termMonths: 12 })?.verdict).toBe("met");
    expect(loan("BT-033", { termMonths: 13 })).toMatchObject({
      verdict: "missing",
      code: "exception_missing",
      figures: { term: "13", limit: "12", most: "24" },
    });
    expect(loan("BT-033", { termMonths: 25, exceptions: { term: "回款周期长" } })).toMatchObject({
      verdict: "unmet",
      code: "term",
      figures: { term: "25", limit: "24", usual: "12" },
    });
    expect(loan("BT-033", { termMonths: 24, exceptions: { term: "回款周期长" } })?.verdict).toBe("warning");
  });

  it("BT-034 a rate that nobody has held against the policy is told", () => {
    expect(loan("BT-034", {}, { attested: { ratePolicy: false } })).toMatchObject({ verdict: "warning", code: "rate_policy" });
    expect(loan("BT-034", {}, { attested: {} })?.verdict).toBe("warning");
  });
});

describe("support in a row", () => {
  const two = [
    { from: day("2021-04-01"), until: day("2022-04-01") },
    { from: day("2022-06-01"), until: day("2024-03-01") },
  ];
  const at = (support: typeof two, more: Partial<LoanFacts> = {}) => loan("BT-036", more, { support });

  it("BT-036 three years from the first loan, the new one's own term counted", () => {
    expect(at([])?.verdict).toBe("met");
    expect(at([{ from: day("2022-04-01"), until: day("2024-04-01") }])?.verdict).toBe("met");
    expect(at([{ from: day("2022-03-31"), until: day("2024-03-31") }])).toMatchObject({ verdict: "unmet", code: "over_3y" });
    expect(at(two)).toMatchObject({ code: "over_3y", figures: { since: "2021-04-01", limit: "2024-04-01" } });
  });

  it("BT-036 a pause of more than six months begins anew", () => {
    expect(supportedSince(two, day("2024-09-01"), 6)).toBe("2021-04-01");
    expect(supportedSince(two, day("2024-09-02"), 6)).toBe("2024-09-02");
    expect(at([{ from: day("2020-01-01"), until: day("2023-09-30") }])?.verdict).toBe("met");
  });

  it("BT-037 longer only with a reason and when all partners agree", () => {
    const exceptions = { support: "订单未完" };
    expect(at(two, { exceptions, consents: ["office", "bank"] })).toMatchObject({
      verdict: "unmet",
      code: "extension_consent",
      figures: { missing: "guarantor" },
      cites: { clauses: ["BT-036", "BT-037"] },
    });
    expect(at(two, { exceptions, consents: ["office", "bank", "guarantor"] })).toMatchObject({ verdict: "warning", code: "over_3y" });
    expect(at(two, { consents: ["office", "bank", "guarantor"] })?.code).toBe("over_3y");
  });

  it("BT-036 what nobody looked up is missing", () => {
    const { support: _, ...facts } = LOAN_FACTS;
    expect(asks({ ...facts, totals: { ...facts.totals, enterpriseLive: ZERO } }).findings.find(({ rule }) => rule === "BT-036")?.verdict).toBe(
      "missing",
    );
  });
});
