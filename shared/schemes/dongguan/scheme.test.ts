import { describe, expect, it } from "vitest";
import { addDays, day } from "../../local-date";
import { openForBusiness } from "../../process/act";
import { modesOf } from "../../process/procedure";
import { mayLook, mayPublish } from "../../process/publish";
import { periodicFlags } from "../../process/report-duty";
import { codes, first, monthsOf } from "../testing";
import { FROM } from "./parameters";
import { dongguan } from "./scheme";
import { BANK, FINANCE, FIRM, GUARANTOR, SCIENCE } from "./testing";

const UNTIL = day("2028-12-31");
const _MONTHS = monthsOf(FROM, UNTIL);
const PARAMETERS = dongguan.parameters;
const TODAY = day("2026-03-04");
/** Published by others, and so there before the plan. */
const _OWN = PARAMETERS.filter((parameter) => !dongguan.benchmarks?.some(({ key }) => key === parameter.key));

describe("DG what may change in 东莞", () => {
  it("a change names numbers that are there", () => {
    const keys = dongguan.changes?.rules.flatMap((rule) => rule.keys) ?? [];
    expect(keys.filter((key) => !PARAMETERS.some((parameter) => parameter.key === key))).toEqual([]);
  });
});

describe("DG-049 the life of 东莞", () => {
  it("DG-024 rates that others publish have neither a gap nor an overlap from the day before which no contract is looked at", () => {
    for (const { versions, key } of dongguan.benchmarks ?? [])
      for (const [at, { until }] of versions.entries()) {
        const next = versions[at + 1];
        expect(until === undefined ? undefined : addDays(until, 1), key).toBe(next?.from);
      }
  });

  it.each([
    ["2023-12-31", ["scheme_not_started"]],
    ["2024-01-01", []],
    ["2028-12-31", []],
    ["2029-01-01", ["scheme_expired"]],
  ])("%s for new business: %j", (on, refused) => {
    expect(codes(openForBusiness(dongguan, day(on)))).toEqual(refused);
  });
});

describe("DG who does what in 东莞", () => {
  const acts = (kind: string) =>
    [...dongguan.admission.steps, ...dongguan.claim.steps].filter(({ by }) => (by as readonly string[]).includes(kind)).map(({ id }) => id);

  it("DG-006 DG-035 the bureau lists and approves; DG-008 trustees review and pay; DG-038 finance inspects and decides on nothing", () => {
    expect(acts("office")).toEqual(["whitelist", "owner_approval"]);
    expect(acts("manager")).toEqual(["filing_review", "trustee_review", "pay"]);
    expect(acts("finance")).toEqual([]);
    expect(dongguan.disclosure?.readers).toEqual(expect.arrayContaining(["finance", "auditor", "office"]));
  });

  it("DG-008 the two trustees are named", () => {
    expect(dongguan.bodies?.filter(({ kind }) => kind === "manager").map(({ name }) => name)).toEqual([
      "东莞市科创融资担保有限公司",
      "东莞市电子计算中心",
    ]);
  });

  it("DG-020 the guarantor is the payee of a guaranteed loan, the bank of its own", () => {
    expect(modesOf(dongguan.admission).map(({ id, payee }) => [id, payee])).toEqual([
      ["bank", "bank"],
      ["guaranteed", "guarantor"],
      ["equity", "lender"],
    ]);
  });

  it("DG-042 a trustee's quarter that is over and not reported is told; DG-032 DG-044 so is a year without an evaluation and an assessment", () => {
    const reports = dongguan.reports.periodic ?? [];
    const told = { trustee: ["2025Q4"], evaluation: ["2025Y1"], assessment: ["2025Y1"] };
    expect(periodicFlags(reports, told, FROM, TODAY)).toEqual([]);
    const flags = (without: keyof typeof told) => periodicFlags(reports, { ...told, [without]: [] }, FROM, TODAY);
    expect(flags("trustee")).toMatchObject([{ code: "report_overdue", figures: { batch: "2025Q4" }, cites: { clauses: ["DG-042"] } }]);
    expect(flags("evaluation")).toMatchObject([{ figures: { batch: "2025Y1" }, cites: { clauses: ["DG-032"] } }]);
    expect(flags("assessment")).toMatchObject([{ figures: { batch: "2025Y1" }, cites: { clauses: ["DG-044"] } }]);
  });
});

describe("DG-045 a firm's data in 东莞", () => {
  const rules = dongguan.disclosure;
  if (!rules) throw new Error("disclosure");
  const consent = { enterpriseId: FIRM.id, institutionId: BANK.id, from: day("2026-01-01"), until: day("2026-12-31") };
  const look = { enterpriseId: FIRM.id, to: BANK, purpose: "授信审查", on: TODAY };

  it("DG-045 is shown to an institution with a consent in force and for a purpose, and every look is kept", () => {
    expect(mayLook(rules, look, [consent])).toEqual({ ok: true, value: look });
    expect(first(mayLook(rules, look, []))).toMatchObject({ code: "data_access", figures: { missing: "consent" }, cites: { article: "四（四）" } });
    expect(codes(mayLook(rules, { ...look, on: day("2027-01-01") }, [consent]))).toEqual(["data_access"]);
    expect(codes(mayLook(rules, { ...look, purpose: " " }, [consent]))).toEqual(["data_access"]);
    expect(codes(mayLook(rules, { ...look, to: GUARANTOR }, [consent]))).toEqual(["data_access"]);
    expect(codes(mayLook(rules, { ...look, enterpriseId: "another" }, [consent]))).toEqual(["data_access"]);
    for (const to of [SCIENCE, FINANCE])
      expect(first(mayLook(rules, { ...look, to }, [{ ...consent, institutionId: to.id }]))).toMatchObject({ figures: { missing: "kind" } });
  });

  it("DG-045 nothing is made public; a document that lets nobody look says so", () => {
    expect(codes(mayPublish(rules, ["name"]))).toEqual(["confidential"]);
    const { shares: _, ...closed } = rules;
    expect(codes(mayLook(closed, look, [consent]))).toEqual(["confidential"]);
  });
});
