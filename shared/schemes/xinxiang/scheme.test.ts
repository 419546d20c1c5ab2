import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { openForBusiness } from "../../process/act";
import { ban, barredOn } from "../../process/ban";
import { modesOf } from "../../process/procedure";
import { mayPublish } from "../../process/publish";
import { periodicFlags } from "../../process/report-duty";
import { badRatio, marksPassed, mayPause, mayResume } from "../../process/watch";
import { readAs } from "../reading";
import { codes, first, monthsOf, must } from "../testing";
import { FROM } from "./parameters";
import { xinxiang } from "./scheme";

const UNTIL = day("2024-08-19");
const _MONTHS = monthsOf(FROM, UNTIL);
const _PARAMETERS = xinxiang.parameters;
const TODAY = day("2024-03-04");

describe("XX-066 the life of 新乡", () => {
  it.each([
    ["2021-08-19", false],
    ["2021-08-20", true],
    ["2024-08-19", true],
    ["2024-08-20", false],
  ])("%s is open for new loans: %s", (on, open) => {
    expect(codes(openForBusiness(xinxiang, day(on)))).toEqual(open ? [] : ["scheme_not_in_force"]);
  });
});

describe("XX who does what", () => {
  it("XX-057 supervisors read and do nothing else", () => {
    const acts = [...xinxiang.admission.steps, ...xinxiang.claim.steps].flatMap(({ by }) => by);
    for (const kind of ["auditor", "regulator"] as const) {
      expect(acts).not.toContain(kind);
      expect(xinxiang.disclosure?.readers).toContain(kind);
    }
  });

  it("XX-020 the leading group decides, its office does not", () => {
    expect(xinxiang.claim.steps.filter(({ kind }) => kind === "approve").map(({ by }) => by)).toEqual([["government"]]);
  });

  it("XX-042 the guarantor is the payee of a guaranteed loan, the bank of any other", () => {
    expect(modesOf(xinxiang.admission).map(({ id, payee }) => [id, payee])).toEqual([
      ["credit", "bank"],
      ["ip_pledge", "bank"],
      ["patent_pledge", "bank"],
      ["trademark_pledge", "bank"],
      ["reguaranteed", "guarantor"],
    ]);
  });

  it("XX-058 the month that is over and not reported is told", () => {
    const reports = xinxiang.reports.periodic ?? [];
    expect(periodicFlags(reports, {}, FROM, TODAY)).toMatchObject([
      { code: "report_overdue", figures: { batch: "2024M2" }, cites: { article: "第十五条" } },
    ]);
    expect(periodicFlags(reports, { monthly: ["2024M2"] }, FROM, TODAY)).toEqual([]);
  });

  it("XX-064 nothing is made public, not even a name", () => {
    const rules = xinxiang.disclosure;
    if (!rules) throw new Error("disclosure");
    expect(mayPublish(rules, []).ok).toBe(true);
    expect(first(mayPublish(rules, ["name"]))).toMatchObject({ code: "confidential", cites: { article: "第十七条" } });
  });
});

describe("XX institutions under watch", () => {
  const rules = xinxiang.watch;
  if (!rules) throw new Error("watch");
  const passed = (ratio: string, average?: string) => must(marksPassed(rules, ratio, average, TODAY)).map(({ mark }) => mark.code);

  it("XX-053 the city's average, reached, is told", () => {
    expect(passed("0.0210", "0.0210")).toEqual(["npl_avg"]);
    expect(passed("0.0209", "0.0210")).toEqual([]);
    expect(passed("0.0400")).toEqual([]);
  });

  it("XX-054 above five percent an explanation and a plan are asked for", () => {
    expect(passed("0.0500", "0.0900")).toEqual([]);
    expect(passed("0.0501", "0.0900")).toEqual(["npl_over_5"]);
    expect(codes(marksPassed(rules, "5%", undefined, TODAY))).toEqual(["field_invalid"]);
  });

  it("XX-054 the ratio is of balances, or read otherwise of loans", () => {
    const book = { bad: { balance: fen(6), count: 1 }, all: { balance: fen(100), count: 50 } };
    expect(must(badRatio(rules, book, TODAY))).toBe("0.06");
    const counted = must(readAs(xinxiang, "npl.formula", "count")).watch;
    expect(counted && must(badRatio(counted, book, TODAY))).toBe("0.02");
    expect(must(badRatio(rules, { bad: { balance: ZERO, count: 0 }, all: { balance: ZERO, count: 0 } }, TODAY))).toBe("0");
  });

  it("XX-055 XX-021 a pause is decided by the leading group with a paper, never by the ratio alone", () => {
    const decision = { by: "government", documentNo: "纪要1号" } as const;
    expect(codes(mayPause(rules, "0.0600", undefined, TODAY))).toEqual(["decision_required"]);
    expect(codes(mayPause(rules, "0.0600", { ...decision, by: "office" }, TODAY))).toEqual(["role_forbidden"]);
    expect(codes(mayPause(rules, "0.0500", decision, TODAY))).toEqual(["pause_not_allowed"]);
    expect(mayPause(rules, "0.0600", decision, TODAY).ok).toBe(true);
  });

  it("XX-056 resumed at five percent and by decision; read otherwise only below", () => {
    const decision = { by: "government", documentNo: "纪要2号" } as const;
    expect(mayResume(rules, "0.0500", decision, TODAY).ok).toBe(true);
    expect(codes(mayResume(rules, "0.0500", undefined, TODAY))).toEqual(["resume_not_allowed"]);
    expect(codes(mayResume(rules, "0.0501", decision, TODAY))).toEqual(["resume_not_allowed"]);
    const below = must(readAs(xinxiang, "npl.resume.passes", "<")).watch;
    expect(below && codes(mayResume(below, "0.0500", decision, TODAY))).toEqual(["resume_not_allowed"]);
  });
});

describe("XX misconduct", () => {
  const rule = (id: string) => {
    const found = xinxiang.sanctions.bans?.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const finding = (conduct: string, verifiedOn = TODAY) => ({ conduct, verifiedOn, by: "office", documentNo: "认定1号" }) as const;

  it("XX-059 an institution that falsified pays back all that it got", () => {
    expect(must(ban(rule("institution_fraud"), finding("falsified"), fen(300), fen(100), TODAY)).clawback).toBe(200);
    expect(codes(ban(rule("institution_fraud"), { ...finding("falsified"), documentNo: "" }, fen(300), ZERO, TODAY))).toEqual(["finding_unproven"]);
    expect(codes(ban(rule("institution_fraud"), { ...finding("falsified"), by: "manager" }, fen(300), ZERO, TODAY))).toEqual(["finding_unproven"]);
    expect(codes(ban(rule("institution_fraud"), finding("late"), fen(300), ZERO, TODAY))).toEqual(["finding_unproven"]);
  });

  it("XX-060 it is no partner any more", () => {
    expect(rule("institution_fraud").ends?.article).toBe("第十六条");
  });

  it("XX-061 and is barred for three years from the finding", () => {
    const banned = must(ban(rule("institution_fraud"), finding("colluded"), ZERO, ZERO, TODAY));
    expect(banned).toMatchObject({ through: "2027-03-04", firstAllowedOn: "2027-03-05" });
    expect(first(barredOn([banned], [], day("2027-03-04")))).toMatchObject({ code: "partner_banned", figures: { firstAllowedOn: "2027-03-05" } });
    expect(barredOn([banned], [], day("2027-03-05")).ok).toBe(true);
    expect(barredOn([banned], [], day("2024-03-03")).ok).toBe(true);
  });

  it("XX-062 a firm that defrauded, diverted or evaded is excluded for ever; nothing lifts it", () => {
    for (const conduct of ["defrauded", "diverted", "evaded"]) {
      const banned = must(ban(rule("enterprise_fraud"), finding(conduct), ZERO, ZERO, TODAY));
      expect(banned.through).toBeUndefined();
      expect(codes(barredOn([banned], [day("2025-01-01")], day("2099-01-01")))).toEqual(["enterprise_banned"]);
    }
  });

  it("XX-063 others are told that it loses their support, and that it is pursued by law", () => {
    expect(rule("enterprise_fraud").tells.map(({ to }) => to)).toEqual([
      ["department", "finance"],
      ["bank", "guarantor"],
    ]);
    expect(must(ban(rule("enterprise_fraud"), finding("evaded"), fen(300), ZERO, TODAY)).clawback).toBe(0);
  });
});
