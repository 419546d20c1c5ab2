import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { fen } from "../../money";
import { registerLoan } from "../../process/registration";
import type { Facts } from "../../rule/facts";
import { readAs } from "../reading";
import { act, codes, first, must, ToldCase } from "../testing";
import { xinxiang } from "./scheme";
import { BANK, FACTS, FINANCE, GUARANTEED_FACTS, GUARANTOR, guaranteed, LENT, registration } from "./testing";

const enters = (given = registration(), facts: Facts = FACTS, scheme = xinxiang) =>
  registerLoan(scheme, new ToldCase().state, given, facts, act(BANK, LENT > given.loan.disbursedOn ? LENT : given.loan.disbursedOn));

const MILLION = 100_000_000;

describe("a loan that 新乡 covers", () => {
  it("XX-010 is entered by the partner that made it, with the platform's order, and is covered at once", () => {
    const [event] = must(enters());
    expect(event).toMatchObject({
      type: "loan_registered",
      next: { step: "registration", status: "funded" },
      loan: { orderNo: "P-1", stands: { choice: "credit", ratio: "0.20" } },
      warnings: [],
    });
  });

  it("XX-015 nobody but its own lender or guarantor enters it", () => {
    expect(codes(registerLoan(xinxiang, new ToldCase().state, registration(), FACTS, act(FINANCE, LENT)))).toEqual(["role_forbidden"]);
    const other = { ...BANK, id: "bank2" };
    expect(codes(registerLoan(xinxiang, new ToldCase().state, registration(), FACTS, act(other, LENT)))).toEqual(["payee_wrong"]);
    expect(must(registerLoan(xinxiang, new ToldCase().state, guaranteed(), GUARANTEED_FACTS, act(GUARANTOR, LENT)))).toHaveLength(1);
  });

  const LARGE = { years: [{ fiscalYear: 2022, headcount: 400, revenue: fen(5_000_000_000), assets: fen(9_000_000_000) }] };

  it.each<[string, string, Partial<Facts>]>([
    ["XX-005", "not_small_micro", LARGE],
    ["XX-005", "size_inputs_missing", { years: [] }],
    ["XX-006", "not_local", { registeredDistrict: "河南省郑州市金水区" }],
    ["XX-007", "excluded_industry", { activity: "real_estate" }],
    ["XX-007", "excluded_industry", { industry: "real_estate_development" }],
    ["XX-008", "not_in_directory", { directory: { claimed: true } }],
    ["XX-008", "not_in_directory", { directory: { claimed: true, listedOn: day("2023-03-02") } }],
    ["XX-015", "partner_type", { lender: { kind: "lender", region: "新乡市", agreementFrom: day("2022-01-01") } }],
    ["XX-015", "partner_type", { lender: { kind: "bank", region: "郑州市", agreementFrom: day("2022-01-01") } }],
    ["XX-016", "no_agreement", { lender: { kind: "bank", region: "新乡市", agreementFrom: day("2023-03-02") } }],
    ["XX-016", "no_agreement", { lender: { kind: "bank", region: "新乡市" } }],
    [
      "XX-060",
      "partner_disqualified",
      { lender: { kind: "bank", region: "新乡市", agreementFrom: day("2022-01-01"), terminatedOn: day("2023-03-01") } },
    ],
    ["XX-061", "partner_banned", { lender: { kind: "bank", region: "新乡市", agreementFrom: day("2022-01-01"), bannedThrough: day("2023-03-01") } }],
    ["XX-062", "enterprise_banned", { excludedFor: { conduct: "evaded", verifiedOn: day("2021-12-01") } }],
  ])("%s %s", (id, code, change) => {
    const refused = enters(registration(), { ...FACTS, ...change });
    expect(codes(refused)).toContain(code);
    expect(first(refused)?.cites?.clauses).toContain(id);
  });

  it("XX-005 XX-008 a farm in the directory counts although it is no small firm", () => {
    expect(enters(registration(), { ...FACTS, ...LARGE, directory: { claimed: true, listedOn: LENT } }).ok).toBe(true);
  });

  it.each([
    ["XX-009", "2021-08-19", "loan_before_effect"],
    ["XX-009", "2021-08-20", undefined],
    ["XX-066", "2024-08-19", undefined],
    ["XX-066", "2024-08-20", "scheme_expired"],
  ])("%s a loan of %s: %s", (_, on, code) => {
    const early = { ...FACTS, lender: { kind: "bank", region: "新乡市", agreementFrom: day("2021-01-01") } };
    expect(codes(enters(registration({ disbursedOn: day(on) }), early))).toEqual(code ? [code] : []);
  });

  it("XX-066 read from the other date, the day before is covered", () => {
    const scheme = must(readAs(xinxiang, "cover.from", "2021-08-19"));
    const early = { ...FACTS, lender: { kind: "bank", region: "新乡市", agreementFrom: day("2021-01-01") } };
    expect(enters(registration({ disbursedOn: day("2021-08-19") }), early, scheme).ok).toBe(true);
  });

  it.each<[string, string, ReturnType<typeof registration>, Partial<Facts>]>([
    ["XX-010", "not_via_platform", registration({ orderNo: "" }), {}],
    ["XX-011", "purpose", registration(), { loan: { mode: "credit", principal: fen(1), disbursedOn: LENT, purpose: "consumption" } }],
    ["XX-012", "mode_invalid", registration({ mode: "mortgage" }), {}],
  ])("%s %s", (_, code, given, change) => {
    expect(codes(enters(given, { ...FACTS, ...change }))).toEqual([code]);
  });

  it("XX-014 all that the firm was lent by whomever, to the fen; the loan that passes the limit is refused whole", () => {
    const with9 = { ...FACTS, totals: { ...FACTS.totals, enterpriseLive: fen(900_000_000) } };
    expect(enters(registration({ principal: fen(MILLION) }), with9).ok).toBe(true);
    const over = enters(registration({ principal: fen(MILLION + 1) }), with9);
    expect(first(over)).toMatchObject({ code: "enterprise_cap", figures: { totalAfter: "10000000.01", limit: "10000000.00" } });
    const paidBack = { ...FACTS, totals: { ...FACTS.totals, enterpriseLifetime: fen(1_000_000_000) } };
    expect(enters(registration(), paidBack).ok).toBe(true);
    const lifetime = must(readAs(xinxiang, "enterprise.totalCovered.basis", "enterpriseLifetime"));
    expect(codes(enters(registration(), paidBack, lifetime))).toEqual(["enterprise_cap"]);
  });

  it("XX-041 a loan that alone falls into a better band than the year's loans together is told, and covered", () => {
    const split = { ...FACTS, totals: { ...FACTS.totals, enterpriseYear: fen(60_000_000) } };
    expect(must(enters(registration({ principal: fen(60_000_000) }), split))[0]).toMatchObject({ warnings: ["band_split"] });
    expect(must(enters(registration({ principal: fen(40_000_000) }), split))[0]).toMatchObject({ warnings: [] });
  });

  it.each<[string, string, Partial<Facts>]>([
    ["XX-015", "partner_type", { guarantor: { kind: "guarantor", agreementFrom: day("2022-01-01"), marks: ["government"] } }],
    ["XX-016", "no_agreement", { guarantor: { kind: "guarantor", marks: ["government", "reguaranteed"] } }],
    [
      "XX-061",
      "partner_banned",
      { guarantor: { kind: "guarantor", agreementFrom: day("2022-01-01"), marks: ["government", "reguaranteed"], bannedThrough: day("2025-01-01") } },
    ],
  ])("%s of a guaranteed loan: %s", (id, code, change) => {
    const refused = enters(guaranteed(), { ...GUARANTEED_FACTS, ...change });
    expect(codes(refused)).toEqual([code]);
    expect(first(refused)?.cites?.clauses).toContain(id);
  });

  it("XX-042 a guaranteed loan is at most ten million, and needs its guarantor", () => {
    expect(must(enters(guaranteed({ principal: fen(1_000_000_000) }), GUARANTEED_FACTS))[0]).toMatchObject({
      loan: { stands: { choice: "reguaranteed", ratio: "0.10" } },
    });
    expect(codes(enters(guaranteed({ principal: fen(1_000_000_001) }), GUARANTEED_FACTS))).toEqual(["enterprise_cap", "guarantee_loan_cap"]);
    expect(codes(enters(registration({ mode: "reguaranteed" }), GUARANTEED_FACTS))).toEqual(["guarantor_missing"]);
  });
});
