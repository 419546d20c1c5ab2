import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { approve, refuseApproval } from "../../process/approve";
import { openCheckWith, pass } from "../../process/check";
import { publish } from "../../process/publish";
import { decline, push } from "../../process/push";
import { adopt } from "../../process/recommend";
import { submit } from "../../process/submit";
import type { Facts, LoanFacts } from "../../rule/facts";
import { decideEligibility } from "../../rule/rule";
import { readAs } from "../reading";
import { act, codes, first, must, ToldCase } from "../testing";
import { kezhou } from "./scheme";
import {
  APPLICATION,
  APPLIED,
  BANK,
  BANK2,
  COUNTY,
  checked,
  FACTS,
  FINANCE,
  FIRM,
  funded,
  LENT,
  LISTED,
  LOAN,
  LOAN_FACTS,
  lends,
  listed,
  MANAGER,
  offered,
  PAPERS,
  PREFECTURE,
  partner,
  pushed,
  reviewed,
  scheme,
  submitted,
} from "./testing";

const asks = (change: Partial<Facts>, checkpoint: "application" | "screening" | "disbursement" = "application", base = FACTS) =>
  decideEligibility(scheme.rules, { ...base, ...change }, checkpoint, checkpoint === "disbursement" ? LENT : APPLIED, scheme.ruleSet);
const found = (id: string, ...rest: Parameters<typeof asks>) => asks(...rest).findings.find((finding) => finding.rule === id);
const no = (key: string): Partial<Facts> => ({ attested: { ...FACTS.attested, [key]: false } });
const unanswered = (key: string): Partial<Facts> => {
  const { [key]: _, ...attested } = FACTS.attested ?? {};
  return { attested };
};

describe("a firm for 克州's list", () => {
  it("that meets every condition is eligible, and every condition was asked", () => {
    const { outcome, findings } = asks({});
    expect([outcome, findings.every(({ verdict }) => verdict === "met")]).toEqual(["eligible", true]);
    expect(findings).toHaveLength(13);
  });

  it.each<[string, string, Partial<Facts>]>([
    ["KZ-010", "not_local", { registeredDistrict: "新疆喀什市" }],
    ["KZ-010", "reg_under_1y", { establishedOn: day("2024-06-03") }],
    ["KZ-011", "bad_record", no("cleanRecord")],
    ["KZ-012", "cashflow", no("stableCashflow")],
    ["KZ-013", "tax", no("taxNormal")],
    ["KZ-014", "main_business", no("mainBusiness")],
    ["KZ-015", "contract_mismatch", no("tradeGenuine")],
    ["KZ-016", "risk_event", no("noRiskEvent")],
    ["KZ-017", "equity_dispute", no("equityClear")],
    ["KZ-018", "repay_source", no("repaymentSource")],
    ["KZ-019", "excluded_field", { activity: "private_lending" }],
    ["KZ-019", "excluded_field", { activity: "real_estate" }],
    ["KZ-021", "employment", { monthlyStaff: [5, 5, 4, 5, 5, 5], localStaffRatio: "0.49" }],
    ["KZ-021", "employment", { monthlyStaff: [0, 0, 0, 0, 0, 0], localStaffRatio: "1.00" }],
  ])("%s %s", (id, code, change) => {
    expect(asks(change).outcome).toBe("ineligible");
    expect(found(id, change)).toMatchObject({ verdict: "unmet", code });
  });

  it.each([
    ["KZ-011", "cleanRecord"],
    ["KZ-012", "stableCashflow"],
    ["KZ-018", "repaymentSource"],
  ])("%s what is not answered yet is missing, not met", (id, key) => {
    expect(found(id, unanswered(key))).toMatchObject({ verdict: "missing", code: "fact_missing" });
  });

  it("KZ-010 a year to the day is enough", () => {
    expect(found("KZ-010", { establishedOn: day("2024-06-02") })?.verdict).toBe("met");
  });

  it("KZ-015 both papers are asked for; contracts below the loan are told", () => {
    expect(found("KZ-015", { papers: [{ kind: "sales_contracts" }] })).toMatchObject({ verdict: "missing", code: "doc_missing" });
    expect(found("KZ-015", { papers: [{ kind: "purchase_orders" }] })).toMatchObject({ verdict: "missing", code: "doc_missing" });
    expect(found("KZ-015", no("contractsMatch"))).toMatchObject({ verdict: "warning", code: "contract_mismatch" });
  });

  it("KZ-002 KZ-020 outside the focus fields is told; read as a bar, refused", () => {
    expect(found("KZ-020", { focusField: "catering" })).toMatchObject({
      verdict: "warning",
      code: "not_focus_sector",
      cites: { clauses: ["KZ-020", "KZ-002"] },
    });
    const bar = must(readAs(scheme, "focus.mode", "filter"));
    expect(decideEligibility(bar.rules, { ...FACTS, focusField: "" }, "application", APPLIED, "").outcome).toBe("ineligible");
  });

  it("KZ-021 one of the two tests is enough, read otherwise both", () => {
    expect(found("KZ-021", { monthlyStaff: [5, 5, 5, 5, 5, 5], localStaffRatio: "0.10" })?.figures.via).toBe("jobs");
    expect(found("KZ-021", { monthlyStaff: [3, 3, 3, 3, 3, 3], localStaffRatio: "0.50" })?.figures.via).toBe("ratio");
    const both = must(readAs(scheme, "jobs.join", "and"));
    const facts = { ...FACTS, monthlyStaff: [5, 5, 5, 5, 5, 5], localStaffRatio: "0.49" };
    expect(decideEligibility(both.rules, facts, "application", APPLIED, "").findings.find(({ rule }) => rule === "KZ-021")?.verdict).toBe("unmet");
  });

  it("KZ-001 a large firm is told, not refused", () => {
    const large = { years: [{ fiscalYear: 2024, headcount: 3000, revenue: fen(90_000_000_000), assets: fen(90_000_000_000) }] };
    expect(found("KZ-001", large)).toMatchObject({ verdict: "warning", code: "not_sme" });
  });

  it("KZ-075 a candidate without the experts' opinion is told", () => {
    expect(found("KZ-075", no("expertOpinion"), "screening")).toMatchObject({ verdict: "warning", code: "no_expert_opinion" });
    expect(found("KZ-075", {}, "screening")?.verdict).toBe("met");
  });
});

describe("the way onto 克州's list", () => {
  it("KZ-087 nothing begins before somebody entered the day of issue", () => {
    const told = new ToldCase();
    const command = { application: APPLICATION, papers: PAPERS, addressedTo: COUNTY };
    expect(first(submit(kezhou, told.state, command, {}, act(FIRM, APPLIED)))).toMatchObject({
      code: "issue_date_missing",
      cites: { article: "第二十七条" },
    });
  });

  it("KZ-022 the firm applies to its local department and to nobody else", () => {
    const told = new ToldCase();
    const command = { application: APPLICATION, papers: PAPERS, addressedTo: PREFECTURE };
    expect(codes(submit(scheme, told.state, command, {}, act(FIRM, APPLIED)))).toEqual(["unknown_recommender"]);
    expect(submitted().state).toMatchObject({ status: "recommend", addressedTo: { id: COUNTY.id } });
  });

  it("KZ-023 the county looks first: the prefecture cannot begin before, finance not at all", () => {
    const { state } = submitted();
    expect(codes(openCheckWith(scheme, state, [], act(PREFECTURE, APPLIED)))).toEqual(["not_recommended"]);
    expect(codes(adopt(scheme, state, { letterNo: "", profile: "", loanNeed: "" }, FACTS, act(PREFECTURE, APPLIED)))).toEqual(["role_forbidden"]);
    expect(codes(approve(scheme, state, "名单1号", [], act(FINANCE, APPLIED)))).toEqual(["wrong_step"]);
    expect(reviewed().state.status).toBe("check_open");
  });

  it.each([[["credit", "tax"]], [["tax", "criminal"]], [[]]] as const)("KZ-070 with only %j looked up it does not pass", (topics) => {
    const told = checked(topics);
    const refused = pass(scheme, told.state, "符合条件", FACTS, act(PREFECTURE, APPLIED));
    expect(codes(refused)).toEqual([topics.length > 0 ? "check_missing" : "screening_source_missing"]);
  });

  it("KZ-025 finance fixes the list with a paper, or sends the case back with a reason", () => {
    const told = checked();
    told.does(pass(scheme, told.state, "符合条件", FACTS, act(PREFECTURE, APPLIED)), PREFECTURE, APPLIED);
    expect(codes(approve(scheme, told.state, "1", [], act(PREFECTURE, LISTED)))).toEqual(["role_forbidden"]);
    expect(codes(approve(scheme, told.state, "", [], act(FINANCE, LISTED)))).toEqual(["document_no_required"]);
    const back = must(refuseApproval(scheme, told.state, { documentNo: "1", reason: "资料不实" }, act(FINANCE, LISTED)));
    expect(back[0]).toMatchObject({ next: { step: "prefecture_review" } });
  });

  it("KZ-026 the list is published with name and day, nothing else, and goes to every bank at once", () => {
    const told = checked();
    told.does(pass(scheme, told.state, "符合条件", FACTS, act(PREFECTURE, APPLIED)), PREFECTURE, APPLIED);
    told.does(approve(scheme, told.state, "名单1号", [], act(FINANCE, LISTED)), FINANCE, LISTED);
    const shows = (fields: Record<string, string>) => publish(scheme, told.state, fields, act(FINANCE, LISTED));
    expect(codes(shows({ name: "甲", listedOn: LISTED, need: "5000000.00" }))).toEqual(["confidential"]);
    expect(codes(shows({ name: "甲" }))).toEqual(["field_required"]);
    const all = [partner(BANK), partner(BANK2)];
    const { state } = listed();
    expect(state.listedOn).toBe(LISTED);
    const some = push(scheme, state, { institutions: [BANK.id] }, all, [], FACTS, act(FINANCE, LISTED));
    expect(first(some)).toMatchObject({ code: "whitelist_not_pushed", figures: { missing: BANK2.name } });
    expect(pushed().state.rounds[0]?.leads).toHaveLength(2);
  });

  it("KZ-076 KZ-038 no bank has to lend; one that does not says why, and the firm may be pushed again", () => {
    const told = pushed();
    const declines = (leadId: string, who: typeof BANK, reason: string) =>
      decline(scheme, told.state, { leadId, reasonCode: "other", reason }, [], act(who, LENT));
    expect(codes(declines("lead-bank", BANK, " "))).toEqual(["reason_required"]);
    told.does(declines("lead-bank", BANK, "抵质押不足"), BANK, LENT);
    told.does(declines("lead-bank2", BANK2, "额度用完"), BANK2, LENT);
    expect(told.state).toMatchObject({ status: "push", step: "push" });
    const all = [partner(BANK), partner(BANK2)];
    expect(
      push(scheme, told.state, { institutions: [BANK.id, BANK2.id] }, all, [{ on: LISTED, result: "FAILED" }], FACTS, act(FINANCE, LENT)).ok,
    ).toBe(true);
  });
});

describe("a loan that 克州 covers", () => {
  const loan = (change: Partial<LoanFacts>): Facts => ({ ...LOAN_FACTS, loan: { ...LOAN, ...change } });
  const told = offered();

  it("is recorded by the bank with its guarantor, and the fund stands behind half of it", () => {
    expect(must(lends(told))[0]).toMatchObject({ type: "loan_recorded", loan: { stands: { choice: "guaranteed", ratio: "0.50" } } });
    expect(funded().file).toMatchObject({ tier: { ratio: "0.50" }, recommender: { id: COUNTY.id }, recoveryOwner: { id: "guar" } });
  });

  it.each<[string, string, Facts]>([
    ["KZ-001", "party_missing", { ...LOAN_FACTS, guarantor: undefined } as unknown as Facts],
    ["KZ-003", "leverage", { ...LOAN_FACTS, totals: { enterpriseLive: ZERO, fundOutstanding: fen(99_500_000_001) } }],
    ["KZ-004", "not_whitelisted", { ...LOAN_FACTS, listed: { listedOn: day("2025-08-02") } }],
    ["KZ-082", "whitelist_cancelled", { ...LOAN_FACTS, listed: { listedOn: LISTED, removedOn: LENT } }],
    ["KZ-009", "no_agreement", { ...LOAN_FACTS, lender: { kind: "bank" } }],
    ["KZ-009", "no_agreement", { ...LOAN_FACTS, guarantor: { kind: "guarantor", region: "新疆" } }],
    ["KZ-030", "guarantor_region", { ...LOAN_FACTS, guarantor: { kind: "guarantor", region: "甘肃", agreementFrom: day("2025-04-01") } }],
    ["KZ-031", "guarantee_fee", loan({ fees: [{ kind: "guarantee_fee", rate: "0.0101" }] })],
    ["KZ-032", "fee_forbidden", loan({ fees: [{ kind: "consulting" }] })],
    ["KZ-034", "loan_cap", { ...LOAN_FACTS, totals: { enterpriseLive: fen(500_000_001), fundOutstanding: ZERO } }],
    ["KZ-036", "loan_file_incomplete", loan({ filed: ["pre_check", "opinion"] })],
    ["KZ-079", "no_counter_guarantee", loan({ counterGuarantee: [] })],
    ["KZ-085", "bank_terminated", { ...LOAN_FACTS, lender: { kind: "bank", agreementFrom: day("2025-04-01"), terminatedOn: day("2025-07-31") } }],
  ])("%s %s", (_, code, facts) => {
    expect(codes(lends(told, {}, facts))).toContain(code);
  });

  it.each([
    ["2030-03-14", "met"],
    ["2030-03-15", "unmet"],
  ])("KZ-006 a loan of %s: %s", (on, verdict) => {
    expect(found("KZ-006", { loan: { ...LOAN, disbursedOn: day(on) } }, "disbursement", LOAN_FACTS)?.verdict).toBe(verdict);
  });

  it("KZ-033 above a tenth of a smaller fund a paper is asked for, and then it is told", () => {
    const small = { totals: { enterpriseLive: ZERO, fundOutstanding: ZERO, fundNominal: fen(8_000_000_000) } };
    const asked = (exceptions?: Record<string, string>) =>
      found(
        "KZ-033",
        { ...small, loan: { ...LOAN, principal: fen(900_000_000), ...(exceptions ? { exceptions } : {}) } },
        "disbursement",
        LOAN_FACTS,
      );
    expect(asked()).toMatchObject({ verdict: "missing", code: "exception_missing", figures: { limit: "8000000.00" } });
    expect(asked({ over_10pct: "批复1号" })).toMatchObject({ verdict: "warning", code: "over_10pct" });
  });

  it("KZ-035 longer than five years only with a paper", () => {
    const asked = (exceptions?: Record<string, string>) =>
      found("KZ-035", { loan: { ...LOAN, termMonths: 61, ...(exceptions ? { exceptions } : {}) } }, "disbursement", LOAN_FACTS);
    expect(asked()).toMatchObject({ verdict: "missing", code: "exception_missing" });
    expect(asked({ term: "批复2号" })).toMatchObject({ verdict: "warning", code: "term" });
    expect(found("KZ-035", { loan: { ...LOAN, termMonths: 60 } }, "disbursement", LOAN_FACTS)?.verdict).toBe("met");
  });

  it("KZ-034 one loan above ten million is refused as such", () => {
    expect(codes(lends(told, { principal: "10000000.01" }))).toContain("loan_over_cap");
  });

  it("KZ-001 without a guarantor there is no loan to record", () => {
    expect(codes(lends(told, { partner: undefined }))).toEqual(["guarantor_missing"]);
    expect(MANAGER.kind).toBe("manager");
  });
});
