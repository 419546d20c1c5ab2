import { describe, expect, it } from "vitest";
import { lint } from "../../shared/lint/lint";
import { addDays, day } from "../../shared/local-date";
import { fen, ZERO } from "../../shared/money";
import { openForBusiness } from "../../shared/process/act";
import { ban, barredOn } from "../../shared/process/ban";
import { mayPublish } from "../../shared/process/publish";
import { periodicFlags } from "../../shared/process/report-duty";
import { valueOn } from "../../shared/rule/parameter";
import { SCHEMES } from "../../shared/schemes/registry";
import { citations, codes, first, inForce, monthsOf, must, parametersIn, ToldCase } from "../../shared/schemes/testing";
import { FIRM, LENT, yuanOf } from "./life";
import { CLAUSES } from "./scheme/clauses";
import { FROM } from "./scheme/parameters";
import { qingxi } from "./scheme/scheme";
import { funded, lends, loanFacts, offered, submits } from "./walk";

const CHANGED = day("2025-05-21");

describe("a document that nobody has registered", () => {
  const cited = [...citations(qingxi), ...citations(qingxi.rules)];

  it("is in no list of the house, and complete by itself", () => {
    expect(Object.keys(SCHEMES)).not.toContain(qingxi.id);
    for (const [at, { article, clauses }] of cited)
      for (const id of clauses) expect(CLAUSES.find((clause) => clause.id === id)?.article, `${at} ${article} ${id}`).toBe(article);
    const carried = new Set(cited.flatMap(([, { clauses }]) => clauses));
    expect(CLAUSES.filter(({ id, standing }) => standing.kind === "enforced" && !carried.has(id))).toEqual([]);
    const listed = new Set<unknown>(qingxi.parameters);
    for (const parameter of parametersIn({ ...qingxi, parameters: [] })) expect(listed.has(parameter), parameter.key).toBe(true);
  });

  it("is read by the policy lint, which has nothing to tell of it", () => {
    expect(lint(qingxi)).toEqual([]);
  });

  it("QX-020 lives ten years: every number and rule once a month, none before", () => {
    for (const { key, versions } of qingxi.parameters)
      for (const on of monthsOf(FROM, day("2033-12-31"))) expect(inForce(versions, on), key).toHaveLength(1);
    for (const parameter of qingxi.parameters) expect(codes(valueOn(parameter, addDays(FROM, -1)))).toEqual(["parameter_not_in_force"]);
    expect(["2023-12-31", "2024-01-01", "2033-12-31", "2034-01-01"].map((on) => codes(openForBusiness(qingxi, day(on))))).toEqual([
      ["scheme_not_started"],
      [],
      [],
      ["scheme_expired"],
    ]);
  });
});

describe("who is let in, and how far", () => {
  const lent = (totals: Record<string, number>, more = {}, principal = "2000000.00") => {
    const all = { contributed: 10_000_000, poolMoney: 110_000_000, ...totals };
    const facts = loanFacts(FIRM, Object.fromEntries(Object.entries(all).map(([key, amount]) => [key, fen(amount)])));
    return first(lends(offered(), FIRM, facts, principal, more));
  };

  it("QX-002 small firms of the county", () => {
    expect(submits(new ToldCase(), FIRM).ok).toBe(true);
    expect(first(submits(new ToldCase(), FIRM, { registeredDistrict: "白石县" }))).toMatchObject({ code: "not_local", cites: { article: "第二条" } });
  });

  it("QX-004 five percent is paid in first; a fen short is not enough", () => {
    expect(lent({})).toBeUndefined();
    expect(lent({ contributed: 9_999_999 })).toMatchObject({
      code: "contribution_missing",
      figures: { due: "100000.00", paid: "99999.99" },
      cites: { article: "第四条" },
    });
  });

  it("QX-006 QX-007 QX-008 one firm, the whole fund and the term have their limits", () => {
    expect(lent({ enterpriseLive: 1 })).toMatchObject({ code: "loan_cap", figures: { totalAfter: "2000000.01" }, cites: { article: "第五条" } });
    expect(lent({ fundOutstanding: 900_000_000 })).toBeUndefined();
    expect(lent({ fundOutstanding: 900_000_001 })).toMatchObject({ code: "leverage", cites: { clauses: ["QX-007"] } });
    expect(lent({}, { termMonths: "13" })).toMatchObject({ code: "term", figures: { term: "13", limit: "12" }, cites: { clauses: ["QX-008"] } });
  });

  it("QX-009 nobody lends without the office's consent and an agreement", () => {
    const facts = loanFacts(FIRM, { contributed: fen(10_000_000), poolMoney: fen(110_000_000) });
    expect(first(lends(offered(), FIRM, { ...facts, lender: { kind: "bank", agreementFrom: addDays(LENT, 1) } }))).toMatchObject({
      code: "no_agreement",
      cites: { article: "第六条" },
    });
    expect(funded(FIRM, fen(10_000_000), fen(110_000_000), yuanOf(2_000_000)).file.tier).toEqual({ choice: "mutual_aid", ratio: "1.00" });
  });
});

describe("what goes with it", () => {
  it("QX-021 who evades is barred until it is decided otherwise", () => {
    const [rule] = qingxi.sanctions.bans ?? [];
    if (!rule) throw new Error("no ban");
    const found = { conduct: "evaded", verifiedOn: CHANGED, by: "office" as const, documentNo: "认定1号" };
    expect(first(barredOn([must(ban(rule, found, ZERO, ZERO, CHANGED))], [], CHANGED))).toMatchObject({
      code: "enterprise_banned",
      cites: { article: "第十三条" },
    });
    expect(barredOn([must(ban(rule, found, ZERO, ZERO, CHANGED))], [addDays(CHANGED, 1)], addDays(CHANGED, 1)).ok).toBe(true);
    expect(codes(ban(rule, { ...found, by: "bank" }, ZERO, ZERO, CHANGED))).toEqual(["finding_unproven"]);
  });

  it("QX-022 members are told every quarter, and nothing of a firm is public", () => {
    const overdue = periodicFlags(qingxi.reports.periodic ?? [], {}, day("2024-01-01"), day("2025-04-02"));
    expect(overdue).toMatchObject([{ code: "report_overdue", figures: { batch: "2025Q1" } }]);
    const { disclosure } = qingxi;
    expect(disclosure && codes(mayPublish(disclosure, ["name"]))).toEqual(["confidential"]);
  });
});
