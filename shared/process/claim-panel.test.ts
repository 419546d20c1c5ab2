import { describe, expect, it } from "vitest";
import { addDays } from "../local-date";
import { writtenAs } from "../schemes/testing";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, DEPT, FINANCE, first, OFFICE, seat, TODAY, TOWN, Told } from "../schemes/yanqing/testing";
import { FileTold, officer } from "../schemes/yanqing/testing-fund";
import type { Seat } from "./ballot";
import { castClaimBallot, closeClaimBallot, openClaimBallot, type PanelPlan, panelDifference, setPanel } from "./claim-panel";

const checked = (told = new FileTold()) => told.filed().checked();
const PLAN = { id: "v", meetingId: "m", heldOn: TODAY, successors: [] } as const;
const sets = (told: FileTold, seats: readonly Seat[], more: Partial<PanelPlan> = {}) =>
  setPanel(yanqing, told.file, { ...PLAN, seats, ...more }, act(OFFICE));
const three = [OFFICE, FINANCE, TOWN].map((unit) => seat(unit));
const casts = (told: FileTold, who: typeof OFFICE, choice = "agreed") =>
  castClaimBallot(yanqing, told.file, { choice, reason: "理由", sealed: choice }, act(who));

/** Rated by five units, two of them banks. */
function ratedByFive(): FileTold {
  const told = new Told().submitted().adopted().screened();
  told.scheduled([OFFICE, FINANCE, TOWN, BANK, BANK2].map((unit) => seat(unit))).opened();
  for (const unit of [OFFICE, FINANCE, TOWN, BANK, BANK2]) told.cast(unit, "medium");
  told.closed().pushed().offered();
  return new FileTold(told.does(told.lends(), BANK));
}

/** Rated before the document was read to want an odd number. */
function ratedByFour(): FileTold {
  const told = ratedByFive();
  return Object.assign(told, { file: { ...told.file, raters: told.file.raters.slice(0, 4) } });
}

describe("YQ-072 the very same units", () => {
  it.each([
    [["a", "b", "c"], ["c", "a", "b"], [], []],
    [["a", "b", "c"], ["a", "b"], ["c"], []],
    [["a", "b"], ["a", "b", "c"], [], ["c"]],
    [["a", "b", "c"], ["a", "b", "d"], ["c"], ["d"]],
  ])("rated by %j, verified by %j", (rated, verifying, missing, extra) => {
    expect(panelDifference(rated, verifying)).toEqual({ missing, extra });
  });

  it("YQ-A16 a recorded successor stands for its predecessor, and only it", () => {
    const after = [{ from: "c", to: "d" }];
    expect(panelDifference(["a", "b", "c"], ["a", "b", "d"], after)).toEqual({ missing: [], extra: [] });
    expect(panelDifference(["a", "b", "c"], ["a", "b", "c"], after)).toEqual({ missing: ["d"], extra: ["c"] });
    expect(panelDifference(["a", "b", "c"], ["a", "d"], [{ from: "b", to: "d" }, ...after])).toEqual({ missing: [], extra: [] });
  });

  it("another set is refused with who lacks and who is too many", () => {
    expect(first(sets(checked(), [...three.slice(0, 2), seat(DEPT)]))).toMatchObject({
      code: "claim_panel_mismatch",
      figures: { missing: TOWN.name, extra: DEPT.name },
      cites: { article: "三（六）" },
    });
    expect(codes(sets(checked(), [...three, seat(BANK), seat(BANK2)]))).toEqual(["claim_panel_mismatch"]);
    expect(codes(sets(checked(), three))).toEqual([]);
  });

  it("YQ-A16 a successor of the recommender sits in its place, by a paper", () => {
    const seats = [...three.slice(0, 2), seat(DEPT)];
    expect(codes(sets(checked(), seats, { successors: [{ from: TOWN.id, to: DEPT.id, documentNo: "" }] }))).toEqual(["document_no_required"]);
    expect(codes(sets(checked(), seats, { successors: [{ from: TOWN.id, to: DEPT.id, documentNo: "编办1" }] }))).toEqual([]);
  });

  it("YQ-A16 a successor that is not seated is told by whom it follows; one of a unit that never rated is refused", () => {
    const after = [{ from: TOWN.id, to: DEPT.id, documentNo: "编办1" }];
    expect(first(sets(checked(), three, { successors: after }))).toMatchObject({
      code: "claim_panel_mismatch",
      figures: { missing: TOWN.name, extra: TOWN.name },
    });
    expect(first(sets(checked(), three, { successors: [{ from: BANK2.id, to: BANK.id, documentNo: "编办2" }] }))).toMatchObject({
      code: "claim_panel_mismatch",
      field: "successors",
    });
  });

  it("a merger that leaves an even number is refused, for the document wants it odd", () => {
    const told = checked(ratedByFive());
    const merged = [OFFICE, FINANCE, TOWN, BANK2].map((unit) => seat(unit));
    expect(first(sets(told, merged, { successors: [{ from: BANK.id, to: BANK2.id, documentNo: "编办1" }] }))).toMatchObject({
      code: "panel_even",
      figures: { units: "4" },
    });
  });

  it("YQ-A17 a unit that claims itself votes, and it is said so", () => {
    const told = checked(ratedByFive());
    told.does(sets(told, told.file.raters), OFFICE);
    expect(told.file.claim?.verification?.interested).toEqual([BANK.id]);
  });

  it("YQ-063 one delegate of the right title for each unit", () => {
    expect(codes(sets(checked(), [...three.slice(0, 2), seat(TOWN, "实习生")]))).toEqual(["delegate_invalid"]);
  });
});

describe("YQ-072 sealed ballots and an opinion", () => {
  const open = () => checked().panelled();

  it("two of three agree, and the opinion goes on with the claim", () => {
    const told = open().votes(["agreed", "not_agreed", "agreed"]);
    expect(told.file.claim).toMatchObject({ step: "claim_report", opinion: { choice: "agreed" } });
    expect(told.events.at(-1)?.event).toMatchObject({ counts: { agreed: 2, not_agreed: 1 } });
  });

  it("two of three do not: the claim goes back to the institution with the opinion as the reason", () => {
    const told = open().votes(["not_agreed", "not_agreed", "agreed"]);
    expect(told.file.claim).toMatchObject({ step: "file", opinion: { choice: "not_agreed" }, returned: { reason: "核查意见" } });
    expect(told.filed().file.claim).toMatchObject({ step: "claim_check" });
    expect(told.file.claim).not.toHaveProperty("opinion");
  });

  it("nobody votes before the opening, twice, for another, or as a stranger", () => {
    const told = checked();
    expect(codes(casts(told, OFFICE))).toEqual(["review_not_open"]);
    told.does(sets(told, told.file.raters), OFFICE);
    expect(codes(casts(told, OFFICE))).toEqual(["review_not_open"]);
    told.does(openClaimBallot(yanqing, told.file, act(OFFICE)), OFFICE);
    expect(codes(casts(told, BANK))).toEqual(["unit_not_on_panel"]);
    expect(codes(castClaimBallot(yanqing, told.file, { choice: "agreed", reason: "x", sealed: "" }, officer(OFFICE, "another")))).toEqual([
      "delegate_invalid",
    ]);
    expect(codes(casts(told, OFFICE, "high"))).toEqual(["tier_invalid"]);
    told.does(casts(told, OFFICE), OFFICE);
    expect(codes(casts(told, OFFICE))).toEqual(["unit_already_voted"]);
  });

  it("it is not opened twice, before its day or without a panel, and not changed once open", () => {
    const told = checked();
    expect(codes(openClaimBallot(yanqing, told.file, act(OFFICE)))).toEqual(["meeting_missing"]);
    told.does(sets(told, told.file.raters, { heldOn: addDays(TODAY, 1) }), OFFICE);
    expect(codes(openClaimBallot(yanqing, told.file, act(OFFICE)))).toEqual(["meeting_not_today"]);
    expect(codes(openClaimBallot(yanqing, told.file, act(BANK)))).toEqual(["role_forbidden"]);
    told.does(openClaimBallot(yanqing, told.file, act(OFFICE, addDays(TODAY, 1))), OFFICE);
    expect(codes(openClaimBallot(yanqing, told.file, act(OFFICE, addDays(TODAY, 1))))).toEqual(["review_already_open"]);
    expect(codes(sets(told, told.file.raters))).toEqual(["review_already_open"]);
  });

  it("YQ-A13 read with any number of units, an even split is voted on again and then waits for the next meeting", () => {
    const scheme = writtenAs(yanqing, "panel.parity", "any");
    const told = checked(ratedByFour());
    told.does(setPanel(scheme, told.file, { ...PLAN, seats: told.file.raters }, act(OFFICE)), OFFICE);
    told.does(openClaimBallot(scheme, told.file, act(OFFICE)), OFFICE);
    const round = () => {
      const ballots = [OFFICE, FINANCE, TOWN, BANK].map((unit, at) => ({ unit, choice: at % 2 === 0 ? "agreed" : "not_agreed" }));
      for (const { unit, choice } of ballots)
        told.does(castClaimBallot(scheme, told.file, { choice, reason: "理由", sealed: choice }, act(unit)), unit);
      const opened = ballots.map(({ unit, choice }) => ({ unit: unit.id, choice, reason: "理由" }));
      told.does(closeClaimBallot(scheme, told.file, { ballots: opened, opinion: "" }, act(OFFICE)), OFFICE);
    };
    round();
    expect(told.file.claim).toMatchObject({ step: "claim_review", verification: { round: 2, cast: [], choices: ["agreed", "not_agreed"] } });
    round();
    expect(told.file.claim).toMatchObject({ step: "claim_review", verification: { result: "deferred" } });
    expect(codes(openClaimBallot(scheme, told.file, act(OFFICE)))).toEqual(["meeting_missing"]);
    expect(codes(setPanel(scheme, told.file, { ...PLAN, id: "again", seats: told.file.raters }, act(OFFICE)))).toEqual([]);
  });

  it("it is not closed with a ballot missing or too many, nor without an opinion", () => {
    const told = open();
    const closes = (ballots: { unit: string; choice: string; reason: string }[], opinion = "意见") =>
      closeClaimBallot(yanqing, told.file, { ballots, opinion }, act(OFFICE));
    expect(first(closes([]))).toMatchObject({
      code: "ballots_missing",
      figures: { missing: [OFFICE, FINANCE, TOWN].map(({ name }) => name).join("、") },
    });
    for (const unit of [OFFICE, FINANCE, TOWN]) told.does(casts(told, unit), unit);
    const all = [OFFICE, FINANCE, TOWN].map(({ id }) => ({ unit: id, choice: "agreed", reason: "x" }));
    expect(codes(closes(all.slice(1)))).toEqual(["ballots_missing"]);
    expect(codes(closes([...all, { unit: BANK.id, choice: "agreed", reason: "x" }]))).toEqual(["ballots_missing"]);
    expect(codes(closes(all, " "))).toEqual(["reason_required"]);
    expect(codes(closeClaimBallot(yanqing, told.file, { ballots: all, opinion: "x" }, act(BANK)))).toEqual(["role_forbidden"]);
    expect(codes(closes(all))).toEqual([]);
  });
});
