import { describe, expect, it } from "vitest";
import { type BatchLoan, newBatchVolume, rewardOf } from "../../fund/reward";
import { secondOpinion } from "../../fund/second-opinion";
import { day } from "../../local-date";
import { fen } from "../../money";
import { type Change, changeParameter } from "../../process/change";
import { type ConferenceDecision, decide, decisionOn, seated } from "../../process/conference";
import { type Evaluation, scoreOf } from "../../process/evaluation";
import { feedBack, reviewFlags } from "../../process/list-review";
import { valueOn } from "../../rule/parameter";
import { amended } from "../reading";
import type { Scheme } from "../scheme";
import { act, codes, first, must, org } from "../testing";
import { dongguan } from "./scheme";
import {
  AGRICULTURE,
  BANK,
  BANK_FACTS,
  CENTRE,
  DECISION,
  FINANCE,
  FIRM,
  files,
  GOVERNMENT,
  GUARANTOR,
  listed,
  OFFICE,
  ROSTER,
  registration,
  SCIENCE,
  scheme,
} from "./testing";

const TODAY = day("2026-03-04");
const { conference, changes, feedback, reward } = dongguan;
if (!conference || !changes || !feedback || !reward) throw new Error("东莞");

describe("the conference of 东莞", () => {
  const entered = (more: Partial<ConferenceDecision> = {}, who = OFFICE, roster = ROSTER) =>
    decide(conference, roster, { ...DECISION, decidedOn: TODAY, from: TODAY, ...more }, act(who, TODAY));

  it("DG-033 nine authorities sit on it, under the names of the day; others may join, none may lack", () => {
    expect(seated(conference, ROSTER, TODAY).ok).toBe(true);
    expect(ROSTER).toHaveLength(9);
    expect(seated(conference, [...ROSTER, org("stats", "department", "市统计局")], TODAY).ok).toBe(true);
    for (const gone of ROSTER) {
      const refused = seated(
        conference,
        ROSTER.filter((one) => one !== gone),
        TODAY,
      );
      expect(first(refused)).toMatchObject({ code: "conference_roster", figures: { missing: gone.name }, cites: { clauses: ["DG-033"] } });
    }
    expect(codes(seated(conference, [...ROSTER, SCIENCE], TODAY))).toEqual(["conference_roster"]);
    const renamed = ROSTER.map((one) => (one === SCIENCE ? { ...one, name: "市科技创新局" } : one));
    expect(codes(seated(conference, renamed, TODAY))).toEqual(["conference_roster"]);
  });

  it("DG-033 the bureau convenes it and enters what it decided", () => {
    expect(entered().ok).toBe(true);
    for (const who of [FINANCE, SCIENCE, CENTRE, GOVERNMENT])
      expect(first(entered({}, who))).toMatchObject({ code: "role_forbidden", cites: { clauses: ["DG-033"] } });
    expect(codes(entered({}, OFFICE, ROSTER.slice(1)))).toEqual(["conference_roster"]);
  });

  it.each<[string, Partial<ConferenceDecision>, string]>([
    ["no number", { documentNo: " " }, "decision_required"],
    ["nothing decided", { says: "" }, "reason_required"],
    ["a topic that is not its own", { topic: "salaries" }, "field_invalid"],
    ["in force before it was decided", { from: day("2026-03-03") }, "date_invalid"],
    ["decided tomorrow", { decidedOn: day("2026-03-05"), from: day("2026-03-05") }, "date_invalid"],
  ])("DG-034 a decision with %s is none", (_, change, code) => {
    expect(codes(entered(change))).toEqual([code]);
  });

  it("DG-034 the whitelist, kinds of loan and major matters wait for a decision that holds on the day", () => {
    expect(conference.topics.map(({ id }) => id)).toEqual(["whitelist", "loan_types", "major_issues"]);
    const later = { ...DECISION, documentNo: "联席9号", decidedOn: day("2026-01-05"), from: day("2026-02-01") };
    const asked = (topic: string, on: string, more = {}) => decisionOn(conference, [later, DECISION], { topic, ...more }, day(on));
    expect(must(asked("loan_types", "2026-01-31")).documentNo).toBe("联席1号");
    expect(must(asked("loan_types", "2026-02-01")).documentNo).toBe("联席9号");
    expect(codes(asked("loan_types", "2024-01-09"))).toEqual(["decision_required"]);
    expect(first(asked("whitelist", "2026-02-01"))).toMatchObject({ code: "decision_required", cites: { clauses: ["DG-034"] } });
    expect(codes(asked("loan_types", "2026-02-01", { subject: FIRM.id }))).toEqual(["decision_required"]);
  });
});

describe("how the numbers of 东莞 change", () => {
  const changed = (change: Omit<Change, "from"> & { readonly from?: string }, who = OFFICE, under: Scheme = scheme) =>
    changeParameter(under, { ...change, from: day(change.from ?? "2026-04-01") }, [DECISION], act(who, TODAY));

  it("DG-027 the two percent change from a day on; what was in force stays on record and is never written over", () => {
    const parameter = must(changed({ key: "bank.annualCap.ratio", value: "0.03" }));
    expect(parameter.versions).toEqual([
      { from: "2024-01-01", until: "2026-03-31", value: "0.02" },
      { from: "2026-04-01", value: "0.03" },
    ]);
    expect([valueOn(parameter, day("2026-03-31")), valueOn(parameter, day("2026-04-01"))]).toMatchObject([{ value: "0.02" }, { value: "0.03" }]);
    for (const from of ["2024-01-01", "2023-12-01", "2026-03-03"])
      expect(first(changed({ key: "bank.annualCap.ratio", value: "0.03", from }))).toMatchObject({
        code: "param_history",
        cites: { article: "三（四）脚注2", clauses: ["DG-027"] },
      });
    expect(codes(changed({ key: "bank.annualCap.ratio", value: "0.03", from: TODAY }))).toEqual(["param_history"]);
    const twice = amended(scheme, parameter);
    expect(codes(changed({ key: "bank.annualCap.ratio", value: "0.01", from: "2026-04-01" }, OFFICE, twice))).toEqual(["param_history"]);
    expect(must(changed({ key: "bank.annualCap.ratio", value: "0.01", from: "2027-01-01" }, OFFICE, twice)).versions).toHaveLength(3);
  });

  it("DG-028 a number that nobody has set may be set from an earlier day on, once", () => {
    const bands = (from: string, under: Scheme) => changed({ key: "bank.ratio.bands", value: [{ ratio: "0.80" }], from }, OFFICE, under);
    expect(must(bands("2024-01-01", dongguan)).versions).toEqual([{ from: "2024-01-01", value: [{ ratio: "0.80" }] }]);
    expect(must(bands("2024-06-01", dongguan)).versions).toHaveLength(2);
    expect(codes(bands("2023-12-31", dongguan))).toEqual(["param_history"]);
    expect(codes(bands("2024-06-01", scheme))).toEqual(["param_history"]);
  });

  it("DG-028 no band above eighty percent, DG-003 and no ratio that covers a loss in full", () => {
    const bands = (...ratios: string[]) => changed({ key: "bank.ratio.bands", value: ratios.map((ratio, at) => ({ upTo: at + 1, ratio })) });
    expect(bands("0.80", "0.60").ok).toBe(true);
    expect(first(bands("0.60", "0.8001"))).toMatchObject({ code: "ratio_over_80", cites: { clauses: ["DG-028"] } });
    expect(first(bands("1.00"))).toMatchObject({ code: "full_cover", cites: { article: "二（二）", clauses: ["DG-003"] } });
    expect(codes(bands("most"))).toEqual(["full_cover"]);
    for (const key of ["guarantee.ratio", "guarantee.capOfTotalLoss", "bank.ratio.max"]) {
      expect(codes(changed({ key, value: "1.00", paperNo: "市府1号" }))).toEqual(["full_cover"]);
      expect(changed({ key, value: "0.99", paperNo: "市府1号" }).ok).toBe(true);
    }
  });

  it("DG-022 DG-034 kinds of loan change only by the conference's decision, and from its day on", () => {
    const types = (more: Partial<Change>) => changed({ key: "bank.loanTypes", value: ["credit"], ...more });
    expect(first(types({}))).toMatchObject({ code: "decision_required", cites: { clauses: ["DG-022"] } });
    expect(codes(types({ decisionNo: "联席8号" }))).toEqual(["decision_required"]);
    expect(must(types({ decisionNo: "联席1号" })).versions.at(-1)).toMatchObject({ value: ["credit"], documentNo: "联席1号" });
    const before = changeParameter(
      dongguan,
      { key: "bank.loanTypes", value: ["credit"], from: day("2024-01-09"), decisionNo: "联席1号" },
      [DECISION],
      act(OFFICE, TODAY),
    );
    expect(codes(before)).toEqual(["decision_required"]);
  });

  it("DG-010 a new use of the money waits for the conference, too", () => {
    const uses = { key: "fund.instruments", value: ["compensation", "reward", "interest_subsidy"] };
    expect(first(changed(uses))).toMatchObject({ code: "decision_required", cites: { clauses: ["DG-010"] } });
    expect(codes(changed({ ...uses, decisionNo: "联席1号" }))).toEqual(["decision_required"]);
    const decision: ConferenceDecision = { ...DECISION, topic: "major_issues", documentNo: "联席7号", from: TODAY };
    expect(changeParameter(scheme, { ...uses, from: day("2026-04-01"), decisionNo: "联席7号" }, [decision], act(OFFICE, TODAY)).ok).toBe(true);
  });

  it("DG-002 DG-006 DG-035 the bureau's numbers are the bureau's to change", () => {
    for (const key of ["bank.annualCap.ratio", "reward.rate"])
      for (const who of [SCIENCE, FINANCE, CENTRE, BANK])
        expect(first(changed({ key, value: "0.01" }, who))).toMatchObject({
          code: "role_forbidden",
          cites: { article: "四（二）", clauses: ["DG-035", "DG-006"] },
        });
    expect(first(changed({ key: "bank.loanTypes", value: ["credit"], decisionNo: "联席1号" }, SCIENCE))).toMatchObject({
      code: "role_forbidden",
      cites: { clauses: ["DG-002"] },
    });
  });

  it("DG-007 DG-038 DG-009 the year's budget is finance's to arrange", () => {
    const budget = { key: "fund.annualBudget", value: 6_000_000_000, from: "2027-01-01" };
    for (const who of [OFFICE, SCIENCE, CENTRE])
      expect(first(changed(budget, who))).toMatchObject({ code: "role_forbidden", cites: { article: "三（一）", clauses: ["DG-007", "DG-038"] } });
    expect(must(changed(budget, FINANCE)).versions).toMatchObject([{ value: 5_000_000_000, until: "2026-12-31" }, { value: 6_000_000_000 }]);
  });

  it.each([
    ["guarantee.ratio", "0.40"],
    ["bank.enterpriseCap", 2_000_000_000],
    ["bank.term.maxMonths", 60],
    ["bank.rate.spread", "0.0200"],
    ["validity.until", "2030-12-31"],
    ["equity.open", true],
  ])("DG-050 %s is changed only with the city government's paper", (key, value) => {
    expect(first(changed({ key, value }))).toMatchObject({ code: "major_change_unapproved", cites: { article: "五（二）", clauses: ["DG-050"] } });
    expect(must(changed({ key, value, paperNo: "东府1号" })).versions.at(-1)).toMatchObject({ documentNo: "东府1号" });
  });

  it("DG-024 a rate that others published is entered from its own day on, even later; the one before it ends there", () => {
    const parameter = must(changed({ key: "lpr.1y", value: "0.0290", from: "2026-02-20" }));
    expect(parameter.versions.slice(-2)).toEqual([
      { from: "2025-05-20", until: "2026-02-19", value: "0.0300" },
      { from: "2026-02-20", value: "0.0290" },
    ]);
    expect(codes(changed({ key: "lpr.1y", value: "0.0290", from: "2025-05-20" }))).toEqual(["param_history"]);
    const rated = amended(scheme, parameter);
    const filed = (contractOn: string, rate: string) =>
      codes(
        files(
          listed(),
          registration({ rate, disbursedOn: day("2026-03-02") }),
          { ...BANK_FACTS, loan: { ...BANK_FACTS.loan, contractOn: day(contractOn) } as NonNullable<typeof BANK_FACTS.loan> },
          rated,
        ),
      );
    expect([filed("2026-02-19", "0.0450"), filed("2026-02-20", "0.0450"), filed("2026-02-20", "0.0440")]).toEqual([[], ["rate"], []]);
  });

  it("DG-027 a reading outside its options, and a number that is not there, are refused", () => {
    expect(codes(changed({ key: "bank.annualCap.year", value: "lunar" }))).toEqual(["field_invalid"]);
    expect(codes(changed({ key: "bank.annualCap.rate", value: "0.02" }))).toEqual(["field_invalid"]);
    expect(must(changed({ key: "bank.annualCap.year", value: "vintage" })).versions).toHaveLength(2);
  });
});

describe("news of listed firms in 东莞", () => {
  const news = (adverse: boolean, on: string) => ({ adverse, on: day(on), says: "企业经营情况" });

  it("DG-039 departments tell; bad news asks for a review until the list was looked at again", () => {
    const told = [
      must(feedBack(feedback, news(false, "2026-01-10"), act(SCIENCE, TODAY))),
      must(feedBack(feedback, news(true, "2026-02-10"), act(AGRICULTURE, TODAY))),
    ];
    expect(reviewFlags(feedback, told, undefined)).toMatchObject([
      { code: "whitelist_review", figures: { on: "2026-02-10", unit: AGRICULTURE.name }, cites: { clauses: ["DG-039"] } },
    ]);
    expect(reviewFlags(feedback, told, day("2026-02-09"))).toHaveLength(1);
    expect(reviewFlags(feedback, told, day("2026-02-10"))).toEqual([]);
    expect(codes(feedBack(feedback, news(true, "2026-02-10"), act(BANK, TODAY)))).toEqual(["role_forbidden"]);
    expect(codes(feedBack(feedback, { ...news(true, "2026-02-10"), says: " " }, act(SCIENCE, TODAY)))).toEqual(["reason_required"]);
    expect(codes(feedBack(feedback, news(true, "2026-03-05"), act(SCIENCE, TODAY)))).toEqual(["date_invalid"]);
  });
});

describe("evaluation and rewards in 东莞", () => {
  const evaluation: Evaluation = {
    institutionId: GUARANTOR.id,
    year: 2025,
    points: { national_fund: "90", in_scope_loans: "80.5" },
    by: "office",
    documentNo: "评价1号",
  };
  const sets = (under: Scheme, key: string, value: unknown): Scheme =>
    amended(under, must(changeParameter(under, { key, value, from: day("2024-01-01") }, [], act(OFFICE, TODAY))));
  const weighed = sets(dongguan, "evaluation.weights", [
    { metric: "national_fund", weight: "0.6" },
    { metric: "in_scope_loans", weight: "0.4" },
  ]);
  const rated = sets(weighed, "reward.rate", "0.005");
  const levered = sets(rated, "reward.byLeverage", [
    { from: "1", ratio: "0.8" },
    { from: "5", ratio: "1" },
  ]);
  const whole = sets(levered, "reward.byScore", [
    { from: "60", ratio: "0.5" },
    { from: "85", ratio: "1" },
  ]);
  const rewards = (under: Scheme, more = {}, who = GUARANTOR) => {
    if (!under.reward) throw new Error("reward");
    return rewardOf(under.reward, who, { year: 2025, volume: fen(10_000_000_001), leverage: "4.9", evaluation, ...more }, TODAY);
  };
  const LOANS: readonly BatchLoan[] = [
    { lenderId: "bank", partnerId: "guar", principal: fen(300), disbursedOn: day("2025-01-01"), batch: true },
    { lenderId: "bank2", partnerId: "guar", principal: fen(500), disbursedOn: day("2025-12-31"), batch: true },
    { lenderId: "bank", partnerId: "guar", principal: fen(7), disbursedOn: day("2025-06-01"), batch: false },
    { lenderId: "bank", partnerId: "guar2", principal: fen(11), disbursedOn: day("2025-06-01"), batch: true },
    { lenderId: "bank", partnerId: "guar", principal: fen(13), disbursedOn: day("2024-12-31"), batch: true },
  ];

  it("DG-016 DG-030 new business is that of loans guaranteed in batches, in the calendar year", () => {
    expect(newBatchVolume(LOANS, GUARANTOR.id, 2025)).toBe(800);
    expect(newBatchVolume(LOANS, GUARANTOR.id, 2023)).toBe(0);
  });

  it("DG-031 the same of a bank is told for the deposits of the social insurance fund", () => {
    expect(newBatchVolume(LOANS, BANK.id, 2025)).toBe(311);
    expect(reward.indicator).toEqual({ article: "三（六）/四（三）", clauses: ["DG-031"] });
  });

  it("DG-044 the score weighs cooperation with the national fund and the loans included", () => {
    const rules = weighed.reward?.evaluation;
    if (!rules) throw new Error("evaluation");
    expect(must(scoreOf(rules, evaluation, TODAY))).toBe("86.2");
    const { national_fund: _, ...half } = evaluation.points;
    expect(first(scoreOf(rules, { ...evaluation, points: half }, TODAY))).toMatchObject({ code: "evaluation_missing" });
    expect(codes(scoreOf(rules, { ...evaluation, points: { ...evaluation.points, national_fund: "101" } }, TODAY))).toEqual(["evaluation_missing"]);
    expect(codes(scoreOf(rules, { ...evaluation, documentNo: "" }, TODAY))).toEqual(["evaluation_missing"]);
    expect(codes(scoreOf(rules, { ...evaluation, by: "manager" }, TODAY))).toEqual(["role_forbidden"]);
    expect(codes(scoreOf(reward.evaluation, evaluation, TODAY))).toEqual(["evaluation_missing"]);
    const crooked = sets(dongguan, "evaluation.weights", [{ metric: "national_fund", weight: "0.6" }]).reward?.evaluation;
    expect(crooked && codes(scoreOf(crooked, evaluation, TODAY))).toEqual(["evaluation_missing"]);
  });

  it("DG-030 without a rate or its steps nothing is computed", () => {
    for (const under of [weighed, rated, levered]) expect(first(rewards(under))).toMatchObject({ code: "reward_rate_missing" });
    expect(first(rewards(weighed))?.cites?.clauses).toEqual(["DG-030"]);
    expect(first(rewards(levered))?.cites?.clauses).toEqual(["DG-037"]);
  });

  it("DG-030 the rate on the new volume, by leverage, to guarantors of the government only", () => {
    expect(must(rewards(whole)).amount).toBe(40_000_000);
    expect(must(rewards(whole, { leverage: "5" })).amount).toBe(50_000_000);
    expect(codes(rewards(whole, { leverage: "0.9" }))).toEqual(["reward_rate_missing"]);
    expect(first(rewards(whole, {}, BANK))).toMatchObject({ code: "partner_type", cites: { clauses: ["DG-030"] } });
  });

  it("DG-037 DG-032 the reward hangs on the year's evaluation of that institution", () => {
    expect(must(rewards(whole, { evaluation: { ...evaluation, points: { national_fund: "60", in_scope_loans: "60" } } })).amount).toBe(20_000_000);
    expect(codes(rewards(whole, { evaluation: undefined }))).toEqual(["evaluation_missing"]);
    expect(first(rewards(whole, { evaluation: { ...evaluation, year: 2024 } }))).toMatchObject({
      code: "evaluation_missing",
      cites: { clauses: ["DG-032"] },
    });
    expect(codes(rewards(whole, { evaluation: { ...evaluation, institutionId: "guar2" } }))).toEqual(["evaluation_missing"]);
  });

  it("DG-030 a second reader finds the same fen, and stops what differs by one", () => {
    const { amount, basis } = must(rewards(whole));
    expect(secondOpinion({ ...basis, asked: amount })).toEqual([]);
    expect(secondOpinion({ ...basis, asked: fen(amount + 1) })).toMatchObject([{ where: "amount", opinion: "40000000" }]);
  });
});
