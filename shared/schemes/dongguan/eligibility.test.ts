import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { fen } from "../../money";
import { approve, refuseApproval } from "../../process/approve";
import { openCheckWith, pass, returnFromCheck } from "../../process/check";
import { fileOf } from "../../process/loan-file";
import { submit } from "../../process/submit";
import type { Facts } from "../../rule/facts";
import { amended, readAs } from "../reading";
import { act, codes, first, must, ToldCase } from "../testing";
import { dongguan } from "./scheme";
import {
  APPLICATION,
  APPLIED,
  adopts,
  BANK,
  BANK_FACTS,
  CENTRE,
  FACTS,
  FINANCE,
  FIRM,
  files,
  GUARANTEED_FACTS,
  GUARANTOR,
  guaranteed,
  LARGE,
  LENT,
  LISTED,
  listed,
  MEDIUM,
  OFFICE,
  recommended,
  registration,
  reviewed,
  SCIENCE,
  scheme,
  submitted,
  TIERS,
} from "./testing";

const bankLoan = (change: Partial<Facts>): Facts => ({ ...BANK_FACTS, ...change });
const told = (more: Partial<NonNullable<Facts["loan"]>>): Partial<Facts> => ({ loan: { ...BANK_FACTS.loan, ...more } as NonNullable<Facts["loan"]> });
const guaranteedFiles = (given = guaranteed(), facts: Facts = GUARANTEED_FACTS, under = scheme) =>
  files(new ToldCase(), given, facts, under, GUARANTOR);

describe("东莞's list of firms", () => {
  it("DG-013 a department recommends by what it chose the firm; without a basis it does not go on", () => {
    const stands = submitted();
    expect(first(adopts(stands))).toMatchObject({ code: "whitelist_basis", field: "justification", cites: { clauses: ["DG-013"] } });
    expect(codes(adopts(stands, "  "))).toEqual(["whitelist_basis"]);
    expect(adopts(stands, "专精特新企业评选第3名").ok).toBe(true);
    expect(codes(adopts(stands, "评选", BANK))).toEqual(["role_forbidden"]);
  });

  it("DG-012 DG-013 a firm outside the key fields may still be recommended; read as a filter it may not", () => {
    const outside = { ...FACTS, focusField: "" };
    expect(adopts(submitted(), "评选", SCIENCE, outside).ok).toBe(true);
    const filter = must(readAs(scheme, "whitelist.fields.mode", "filter"));
    const command = { application: { ...APPLICATION, focus: { field: "", profiles: [], evidence: "" } }, papers: [], addressedTo: SCIENCE };
    expect(codes(submit(filter, new ToldCase().state, command, {}, act(FIRM, APPLIED)))).toEqual(["not_focus_sector"]);
  });

  it("DG-014 a large firm is neither recommended nor listed", () => {
    const command = { application: { ...APPLICATION, ...LARGE }, papers: [], addressedTo: SCIENCE };
    expect(first(submit(scheme, new ToldCase().state, command, {}, act(FIRM, APPLIED)))).toMatchObject({
      code: "not_sme",
      cites: { article: "三（二）脚注1" },
    });
  });

  it("DG-034 the conference lists it, under the number of its decision, from the day on; only its convenor enters that", () => {
    const { state } = recommended();
    expect(first(approve(scheme, state, " ", [], act(OFFICE, LISTED)))).toMatchObject({ code: "decision_required", cites: { clauses: ["DG-034"] } });
    for (const who of [FINANCE, SCIENCE, CENTRE]) expect(codes(approve(scheme, state, "联席2号", [], act(who, LISTED)))).toEqual(["role_forbidden"]);
    expect(listed().state).toMatchObject({ status: "register", approval: { documentNo: "联席2号", on: LISTED } });
    const back = refuseApproval(scheme, state, { documentNo: "", reason: "信用情况要再核" }, act(OFFICE, LISTED));
    expect(must(back)[0]).toMatchObject({ next: { step: "recommendation", status: "recommend" } });
  });

  it.each([
    ["2023-12-31", ["scheme_not_started"]],
    ["2024-01-01", []],
    ["2028-12-31", []],
    ["2029-01-01", ["scheme_expired"]],
  ])("DG-049 an application of %s: %j", (on, refused) => {
    const command = { application: APPLICATION, papers: [], addressedTo: SCIENCE };
    expect(codes(submit(scheme, new ToldCase().state, command, {}, act(FIRM, day(on))))).toEqual(refused);
  });
});

describe("a bank's own loan in 东莞", () => {
  it("DG-012 DG-021 is filed for a listed firm, and covered with its band once a trustee has looked at it", () => {
    const filed = listed().does(files(listed()), BANK, LENT);
    expect(filed.state).toMatchObject({ status: "check", loan: { stands: { choice: "bank", ratio: "0.80" } } });
    expect(reviewed(filed).state.status).toBe("funded");
  });

  it("DG-012 is filed by nobody whose firm is not on the list", () => {
    expect(codes(files(new ToldCase()))).toEqual(["not_whitelisted"]);
    expect(codes(files(recommended()))).toEqual(["wrong_step"]);
    const struck = { ...BANK_FACTS, listed: { listedOn: LISTED, removedOn: day("2024-03-20") } };
    expect(codes(files(listed(), registration(), struck))).toEqual(["whitelist_cancelled"]);
    const later = { ...BANK_FACTS, listed: { listedOn: day("2024-04-02") } };
    expect(first(files(listed(), registration(), later))).toMatchObject({ code: "not_whitelisted", cites: { article: "三（二）" } });
  });

  it("DG-004 DG-012 a medium firm has to be listed by either reading, a small one only where everyone has to", () => {
    const unlisted = (change: Partial<Facts>) => bankLoan({ ...change, listed: { listedOn: day("2024-04-02") } });
    expect(codes(files(listed(), registration(), unlisted(MEDIUM)))).toEqual(["medium_not_whitelisted", "not_whitelisted"]);
    const onlyMedium = must(readAs(scheme, "whitelist.for", "medium"));
    expect(codes(files(listed(), registration(), unlisted(MEDIUM), onlyMedium))).toEqual(["medium_not_whitelisted"]);
    expect(files(listed(), registration(), unlisted({}), onlyMedium).ok).toBe(true);
    expect(files(listed(), registration(), bankLoan(MEDIUM)).ok).toBe(true);
  });

  it.each<[string, string, Partial<Facts>]>([
    ["DG-014", "not_sme", LARGE],
    ["DG-014", "size_inputs_missing", { years: [] }],
    ["DG-021", "collateral", told({ collateral: ["real_estate_mortgage"] })],
    ["DG-021", "collateral", told({ collateral: ["ip_pledge", "inventory_pledge"] })],
    ["DG-021", "collateral", { guarantor: { kind: "guarantor" } }],
    ["DG-022", "loan_type", told({ type: "mortgage" })],
  ])("%s %s", (id, code, change) => {
    const refused = files(listed(), registration(), bankLoan(change));
    expect(codes(refused)).toContain(code);
    const carried = refused.ok ? [] : refused.refusals.filter((one) => one.code === code).map(({ cites }) => cites?.clauses[0]);
    expect(carried).toContain(id);
  });

  it.each([["ip_pledge"], ["receivables_pledge"], ["personal_surety"]])("DG-021 %s is no physical collateral", (kind) => {
    expect(files(listed(), registration(), bankLoan(told({ collateral: [kind] }))).ok).toBe(true);
  });

  it("DG-022 before the conference has decided on kinds of loan none is covered", () => {
    const bands = scheme.parameters.find(({ key }) => key === "bank.ratio.bands");
    const undecided = amended(dongguan, bands as NonNullable<typeof bands>);
    expect(codes(files(listed(), registration(), BANK_FACTS, undecided))).toEqual(["loan_type"]);
  });

  it.each([
    ["0.0495", []],
    ["0.0496", ["rate"]],
  ])("DG-024 a contract of March 2024 at %s: %j", (rate, refused) => {
    expect(codes(files(listed(), registration({ rate })))).toEqual(refused);
  });

  it("DG-024 the rate is held to what was published before the contract, in the tenor and on the day that the plan is read by", () => {
    const contract = (contractOn: string, rate: string, under = scheme) =>
      codes(files(listed(), registration({ rate, disbursedOn: day("2024-07-25") }), bankLoan(told({ contractOn: day(contractOn) })), under));
    expect(contract("2024-07-21", "0.0495")).toEqual([]);
    expect(contract("2024-07-22", "0.0495")).toEqual(["rate"]);
    expect(contract("2024-07-22", "0.0485")).toEqual([]);
    const byDisbursement = must(readAs(scheme, "lpr.day", "disbursement"));
    expect(contract("2024-07-21", "0.0495", byDisbursement)).toEqual(["rate"]);
    const fiveYears = must(readAs(scheme, "lpr.tenor", "5y"));
    expect(contract("2024-07-22", "0.0535", fiveYears)).toEqual([]);
    expect(contract("2024-07-22", "0.0536", fiveYears)).toEqual(["rate"]);
    expect(contract("2023-08-20", "0.0100")).toEqual(["parameter_not_in_force"]);
  });

  it.each([
    [36, []],
    [37, ["term"]],
  ])("DG-025 %i months: %j", (termMonths, refused) => {
    expect(codes(files(listed(), registration({ termMonths })))).toEqual(refused);
  });

  it("DG-023 read as a limit of loans, ten million a firm to the fen; read as one of compensation, no loan is refused by it", () => {
    const loans = must(readAs(scheme, "bank.enterpriseCap.scope", "loan_principal"));
    const with9 = bankLoan({ totals: { enterpriseLive: fen(900_000_000) } });
    expect(files(listed(), registration({ principal: fen(100_000_000) }), with9, loans).ok).toBe(true);
    expect(first(files(listed(), registration({ principal: fen(100_000_001) }), with9, loans))).toMatchObject({
      code: "enterprise_cap",
      figures: { totalAfter: "10000000.01", limit: "10000000.00" },
    });
    expect(files(listed(), registration({ principal: fen(2_000_000_000) }), with9).ok).toBe(true);
  });

  it("DG-028 without bands nothing is computed, and no loan is covered by a ratio that nobody set", () => {
    const types = scheme.parameters.find(({ key }) => key === "bank.loanTypes");
    const withoutBands = amended(dongguan, types as NonNullable<typeof types>);
    expect(first(files(listed(), registration(), BANK_FACTS, withoutBands))).toMatchObject({
      code: "band_missing",
      cites: { clauses: ["DG-028"] },
    });
  });

  it.each([
    ["2023-12-31", ["scheme_not_started"]],
    ["2024-01-10", []],
    ["2028-12-31", []],
    ["2029-01-01", ["scheme_expired"]],
  ])("DG-049 a loan of %s: %j", (on, refused) => {
    const facts = bankLoan({ ...told({ contractOn: day("2024-01-05") }), listed: { listedOn: day("2023-12-01") } });
    const early = must(readAs(scheme, "bank.loanTypes", ["credit"]));
    expect(codes(files(listed(), registration({ disbursedOn: day(on) }), facts, early))).toEqual(refused);
  });
});

describe("a guaranteed loan in 东莞", () => {
  it("DG-011 DG-017 opens by its own filing, and the fund stands behind half of the city's share, at most a fifth", () => {
    const [event] = must(guaranteedFiles());
    expect(event).toMatchObject({ next: { step: "filing_review", status: "check" }, loan: { stands: { choice: "guaranteed", ratio: "0.2" } } });
    const small = TIERS.map(({ party, share }) => ({ party, share: party === "guarantor" ? "0.30" : party === "bank" ? "0.30" : share }));
    expect(must(guaranteedFiles(guaranteed({ tiers: small })))[0]).toMatchObject({ loan: { stands: { ratio: "0.15" } } });
  });

  it("DG-017 without the national fund's number it is refused", () => {
    const without = { ...GUARANTEED_FACTS, loan: { mode: "guaranteed", principal: fen(0), disbursedOn: LENT } };
    expect(first(guaranteedFiles(guaranteed(), without))).toMatchObject({ code: "not_national_fund", field: "papers.national_fund" });
  });

  it.each<[string, Partial<Facts>, readonly string[]]>([
    ["a small firm", {}, []],
    ["a medium firm", MEDIUM, ["target"]],
    ["a medium firm of a strategic industry", { ...MEDIUM, focusProfiles: ["strategic_emerging"] }, []],
    ["a large farm", { ...LARGE, focusProfiles: ["agriculture"] }, []],
    ["a medium firm of another profile", { ...MEDIUM, focusProfiles: ["first_loan"] }, ["target"]],
  ])("DG-011 %s", (_, change, refused) => {
    expect(codes(guaranteedFiles(guaranteed(), { ...GUARANTEED_FACTS, ...change }))).toEqual(refused);
  });

  it.each([
    ["no shares", []],
    ["shares that miss a hundredth", TIERS.map((tier) => (tier.party === "bank" ? { ...tier, share: "0.19" } : tier))],
    ["shares without the province", TIERS.filter(({ party }) => party !== "provincial")],
    ["a share of a stranger", [...TIERS.slice(0, 3), { party: "insurer", share: "0.20" }]],
    ["a share below nothing", [{ party: "national", share: "-0.20" }, ...TIERS.slice(1)]],
  ])("DG-015 %s", (_, tiers) => {
    expect(first(guaranteedFiles(guaranteed({ tiers })))).toMatchObject({ code: "share_sum", field: "tiers", cites: { clauses: ["DG-015"] } });
  });

  it("DG-015 who bears what is kept with the loan, and DG-016 that it is one of a batch", () => {
    expect(must(guaranteedFiles())[0]).toMatchObject({ loan: { tiers: TIERS, batch: true } });
  });

  it("DG-021 a loan with a guarantor is no bank's own loan, whatever slice is not guaranteed", () => {
    const asBank = files(listed(), registration({ partner: GUARANTOR }), bankLoan({ guarantor: { kind: "guarantor" } }));
    expect(codes(asBank)).toEqual(["collateral"]);
  });
});

describe("equity in 东莞", () => {
  const equity = registration({ mode: "equity", lender: { id: "investor", kind: "lender", name: "市属投资机构" } });
  const investor = { id: "investor", kind: "lender", name: "市属投资机构" } as const;

  it("DG-029 is there and closed", () => {
    expect(first(files(new ToldCase(), equity, GUARANTEED_FACTS, scheme, investor))).toMatchObject({
      code: "equity_not_open",
      cites: { article: "三（五）" },
    });
    const opened = must(readAs(scheme, "equity.open", true));
    expect(codes(files(new ToldCase(), equity, GUARANTEED_FACTS, opened, investor))).not.toContain("equity_not_open");
  });
});

describe("the filing's review in 东莞", () => {
  const filed = () => new ToldCase().does(guaranteedFiles(), GUARANTOR, LENT);

  it("DG-041 DG-008 only a trustee looks at it; until it has, the loan is not covered", () => {
    const { state } = filed();
    for (const who of [OFFICE, FINANCE, BANK, SCIENCE]) expect(codes(openCheckWith(scheme, state, [], act(who, LENT)))).toEqual(["role_forbidden"]);
    expect(codes(fileOf(state))).toEqual(["wrong_step"]);
    expect(codes(pass(scheme, state, "合格", FACTS, act(CENTRE, LENT)))).toEqual(["wrong_step"]);
    expect(fileOf(reviewed(filed()).state).ok).toBe(true);
  });

  it("DG-041 it goes back with a reason, and is filed again", () => {
    const stands = filed();
    stands.does(returnFromCheck(scheme, stands.state, "分担比例与合同不一致", act(CENTRE, LENT)), CENTRE, LENT);
    expect(stands.state.status).toBe("register");
    expect(files(stands, guaranteed(), GUARANTEED_FACTS, scheme, GUARANTOR).ok).toBe(true);
  });

  it("DG-049 a loan of the last day is still looked at when the plan is over", () => {
    const last = guaranteed({ disbursedOn: day("2028-12-31") });
    const stands = new ToldCase().does(guaranteedFiles(last), GUARANTOR, day("2028-12-31"));
    expect(reviewed(stands, day("2029-01-15")).state.status).toBe("funded");
  });
});
