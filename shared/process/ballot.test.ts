import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { readAs } from "../schemes/reading";
import { writtenAs } from "../schemes/testing";
import { yanqing } from "../schemes/yanqing/scheme";
import {
  BANK,
  BANK2,
  BANK3,
  codes,
  DEPT,
  FINANCE,
  first,
  GOVERNMENT,
  GUARANTOR,
  INSURER,
  LENDER,
  OFFICE,
  seat,
  TODAY,
  TOWN,
} from "../schemes/yanqing/testing";
import { ballotFits, carried, panelReady, type Seat, tally, vacantSeats, voting } from "./ballot";
import type { OrgRef } from "./party";
import { type BallotStep, stepOf } from "./procedure";

const STEP = stepOf(yanqing.admission, "ballot") as BallotStep;
const seats = (...units: OrgRef[]) => units.map((unit) => seat(unit));
const recused = (one: Seat): Seat => ({ ...one, recused: "关联" });
const ready = (panel: readonly Seat[], own = TOWN.id) => panelReady(STEP, panel, own, TODAY);

describe("who may vote", () => {
  it("YQ-061 office, finance and the recommender are three, and enough", () => {
    expect(codes(ready(seats(OFFICE, FINANCE, TOWN)))).toEqual([]);
    expect(codes(ready(seats(OFFICE, FINANCE, DEPT), DEPT.id))).toEqual([]);
  });

  it.each([
    [[FINANCE, TOWN, BANK], "区发展改革委"],
    [[OFFICE, TOWN, BANK], "区财政局"],
    [[OFFICE, FINANCE, BANK], "推荐单位"],
    [[OFFICE, FINANCE, DEPT], "推荐单位"],
    [[BANK, BANK2, GUARANTOR], "区发展改革委、区财政局、推荐单位"],
  ])("YQ-061 %j leaves a fixed seat vacant: %s", (units, missing) => {
    expect(first(ready(seats(...units)))).toMatchObject({ code: "panel_incomplete", figures: { missing }, cites: { article: "三（三）" } });
    expect(vacantSeats(STEP, seats(...units), TOWN.id).join("、")).toBe(missing);
  });

  it("YQ-062 the number of units that vote is odd", () => {
    expect(first(ready(seats(OFFICE, FINANCE, TOWN, BANK)))).toMatchObject({
      code: "panel_even",
      figures: { units: "4" },
      cites: { article: "三（三）" },
    });
    expect(codes(ready(seats(OFFICE, FINANCE, TOWN, BANK, GUARANTOR)))).toEqual([]);
    expect(codes(ready(seats(OFFICE, FINANCE, TOWN, BANK, BANK2, GUARANTOR, INSURER)))).toEqual([]);
  });

  it("YQ-062 whoever stood aside does not count; a fixed seat that stood aside is vacant", () => {
    const [office, finance, town, bank, bank2] = seats(OFFICE, FINANCE, TOWN, BANK, BANK2) as [Seat, Seat, Seat, Seat, Seat];
    expect(codes(ready([office, finance, town, bank, recused(bank2)]))).toEqual(["panel_even"]);
    expect(codes(ready([office, finance, town, recused(bank), recused(bank2)]))).toEqual([]);
    expect(codes(ready([office, recused(finance), town]))).toEqual(["panel_incomplete", "panel_even"]);
    expect(codes(ready([office, recused(finance), town, bank]))).toEqual(["panel_incomplete"]);
    expect(voting([office, recused(finance), town])).toEqual([office, town]);
  });

  it("any number where a document asks for no odd one", () => {
    const step = stepOf(writtenAs(yanqing, "panel.parity", "any").admission, "ballot");
    expect(step && codes(panelReady(step, seats(OFFICE, FINANCE, TOWN, BANK), TOWN.id, TODAY))).toEqual([]);
  });

  it.each(["业务主管", "业务科室负责人"])("YQ-063 a %s may be sent", (title) => {
    expect(codes(ready([seat(OFFICE, title), ...seats(FINANCE, TOWN)]))).toEqual([]);
  });
  it.each(["科员", "局长", "", "业务主管助理"])("YQ-063 a delegate who is %j may not", (title) => {
    expect(first(ready([seat(OFFICE, title), ...seats(FINANCE, TOWN)]))).toMatchObject({
      code: "delegate_invalid",
      figures: { unit: "区发展改革委" },
      cites: { article: "三（三）" },
    });
  });
  it("YQ-063 one unit has one delegate", () => {
    expect(codes(ready([...seats(OFFICE, FINANCE, TOWN), seat(TOWN)]))).toEqual(["delegate_duplicate", "panel_even"]);
  });

  it("a panel of a day before the scheme is in force has no rule of parity to go by", () => {
    expect(codes(panelReady(STEP, seats(OFFICE, FINANCE, TOWN), TOWN.id, day("2025-08-21")))).toEqual(["parameter_not_in_force"]);
  });
});

describe("what a ballot may say", () => {
  const all = STEP.choices.map((choice) => choice.id);
  it("YQ-064 one of four choices, with a reason", () => {
    for (const choice of ["high", "medium", "low", "not_supported"]) expect(codes(ballotFits(STEP, all, { choice, reason: "稳健" }))).toEqual([]);
    expect(first(ballotFits(STEP, all, { choice: "low", reason: " " }))).toMatchObject({ code: "ballot_incomplete", field: "reason" });
    expect(first(ballotFits(STEP, all, { choice: "", reason: "稳健" }))).toMatchObject({ code: "ballot_incomplete", field: "choice" });
  });
  it("YQ-043 no other word is a grade", () => {
    for (const choice of ["abstain", "HIGH", "高", "constructor"])
      expect(first(ballotFits(STEP, all, { choice, reason: "x" }))).toMatchObject({ code: "tier_invalid", cites: { article: "二（四）" } });
  });
  it("YQ-065 a choice that fell out of the re-vote is not offered any more", () => {
    expect(codes(ballotFits(STEP, ["high", "low"], { choice: "medium", reason: "x" }))).toEqual(["ballot_choice_invalid"]);
  });
});

const count = (high: number, medium: number, low: number, not_supported: number) => ({ high, medium, low, not_supported });
const outcome = (counts: Record<string, number>, round = 1, step = STEP) => {
  const units = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const answer = carried(step, counts, units, round, TODAY);
  return answer.ok ? answer.value : codes(answer);
};

describe("what carries", () => {
  it.each([
    [count(0, 2, 1, 0), "medium"],
    [count(3, 1, 1, 0), "high"],
    [count(1, 0, 1, 3), "not_supported"],
    [count(0, 0, 4, 3), "low"],
  ])("YQ-065 a strict majority: %j is %s", (counts, choice) => {
    expect(outcome(counts)).toEqual({ kind: "decided", choice });
  });

  it.each([
    [count(1, 1, 1, 0), ["high", "medium", "low"]],
    [count(2, 2, 1, 0), ["high", "medium"]],
    [count(2, 1, 2, 0), ["high", "low"]],
    [count(2, 1, 1, 1), ["high", "medium", "low", "not_supported"]],
    [count(3, 2, 2, 0), ["high", "medium", "low"]],
    [count(0, 3, 2, 2), ["medium", "low", "not_supported"]],
    [count(3, 0, 3, 1), ["high", "low"]],
  ])("YQ-065 without one the best are voted on again, draws at the last place all kept: %j", (counts, between) => {
    expect(outcome(counts)).toEqual({ kind: "revote", between });
  });

  it("YQ-065 without one in the re-vote the case waits for the next meeting", () => {
    expect(outcome({ high: 1, medium: 1, low: 1 }, 2)).toEqual({ kind: "deferred" });
    expect(outcome({ high: 2, medium: 1 }, 2)).toEqual({ kind: "decided", choice: "high" });
  });

  it("YQ-065 a vote that is missing, or one too many, decides nothing", () => {
    expect(codes(carried(STEP, count(2, 0, 0, 0), 3, 1, TODAY))).toEqual(["ballots_missing"]);
    expect(codes(carried(STEP, count(2, 2, 0, 0), 3, 1, TODAY))).toEqual(["ballots_missing"]);
    expect(codes(carried(STEP, {}, 0, 1, TODAY))).toEqual(["ballots_missing"]);
  });

  it("YQ-065 the most votes carry only where the office reads it so, a draw never", () => {
    const read = readAs(yanqing, "vote.threshold", "plurality");
    const step = read.ok ? (stepOf(read.value.admission, "ballot") as BallotStep) : STEP;
    expect(outcome(count(2, 1, 1, 1), 1, step)).toEqual({ kind: "decided", choice: "high" });
    expect(outcome(count(2, 2, 1, 0), 1, step)).toEqual({ kind: "revote", between: ["high", "medium"] });
  });

  it("YQ-065 the system never picks: what carries has more than half, what is voted on again had the most, whatever the votes", () => {
    const votes = fc.array(fc.constantFrom("high", "medium", "low", "not_supported"), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(votes, (choices) => {
        const counts = tally(
          STEP.choices.map((choice) => choice.id),
          choices.map((choice) => ({ choice })),
        );
        const answer = carried(STEP, counts, choices.length, 1, TODAY);
        if (!answer.ok || answer.value.kind === "deferred") throw new Error("a full first round is decided or voted again");
        const votesFor = (choice: string) => counts[choice] ?? 0;
        if (answer.value.kind === "decided") {
          expect(votesFor(answer.value.choice) * 2).toBeGreaterThan(choices.length);
          return;
        }
        const { between } = answer.value;
        expect(between.length).toBeGreaterThanOrEqual(2);
        for (const kept of between)
          for (const choice of Object.keys(counts)) if (!between.includes(choice)) expect(votesFor(kept)).toBeGreaterThan(votesFor(choice));
        expect(Object.values(counts).every((n) => n * 2 <= choices.length)).toBe(true);
      }),
    );
  });

  it("counts by choice, in the order of the choices, choices without a vote too", () => {
    expect(Object.entries(tally(["high", "low"], [{ choice: "low" }, { choice: "low" }]))).toEqual([
      ["high", 0],
      ["low", 2],
    ]);
  });
});

it("YQ-061 the government has no seat on the panel, a lender may have one", () => {
  const allowed = [...STEP.panel.fixed.flatMap((place) => place.kinds), ...STEP.panel.optional];
  expect(allowed).not.toContain(GOVERNMENT.kind);
  for (const { kind } of [BANK3, GUARANTOR, INSURER, LENDER]) expect(allowed).toContain(kind);
});
