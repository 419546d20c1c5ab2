import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, FACTS, FINANCE, first, GOVERNMENT, OFFICE, seat, TODAY, TOWN, Told } from "../schemes/yanqing/testing";
import type { Ballot } from "./ballot";
import { openReview } from "./case";
import type { OrgRef } from "./party";
import { castBallot, closeBallot, openBallot, panelObstacles, recuse, schedule } from "./review";

const THREE = [OFFICE, FINANCE, TOWN];
const seats = (...units: OrgRef[]) => units.map((unit) => seat(unit));
const screened = () => new Told().submitted().adopted().screened();
const plan = (...units: OrgRef[]) => ({ reviewId: "r", meetingId: "m", heldOn: TODAY, seats: seats(...units) });
const aside = (told: Told, who: OrgRef) => told.does(recuse(yanqing, told.state, "有关联", act(who)), who);
const close = (told: Told, ballots: readonly Ballot[] = told.ballots(), recoveryOwner: OrgRef | undefined = BANK, facts = FACTS, who = OFFICE) =>
  closeBallot(yanqing, told.state, { ballots, recoveryOwner }, facts, act(who));

describe("putting a case on a meeting's agenda", () => {
  it("YQ-058 only a case that passed its screening", () => {
    for (const { state } of [new Told(), new Told().submitted(), new Told().submitted().adopted()])
      expect(first(schedule(yanqing, state, plan(...THREE), act(OFFICE)))).toMatchObject({ code: "not_screened", cites: { article: "三（二）" } });
  });

  it("YQ-060 YQ-061 by the office, with units of the kinds that may sit", () => {
    const { state } = screened();
    expect(codes(schedule(yanqing, state, plan(...THREE), act(BANK)))).toEqual(["role_forbidden"]);
    expect(codes(schedule(yanqing, state, plan(...THREE, GOVERNMENT), act(OFFICE)))).toEqual(["partner_type_mismatch"]);
    expect(codes(schedule(yanqing, state, { ...plan(...THREE), seats: [seat(OFFICE, "科员")] }, act(OFFICE)))).toEqual(["delegate_invalid"]);
    expect(codes(schedule(yanqing, state, plan(...THREE, TOWN), act(OFFICE)))).toEqual(["delegate_duplicate"]);
    expect(codes(schedule(yanqing, state, plan(...THREE), act(OFFICE, day("2028-08-22"))))).toEqual(["scheme_not_in_force"]);
  });

  it("YQ-062 may be put down incomplete; what is missing is told, and it does not open", () => {
    const told = screened().scheduled(seats(OFFICE, FINANCE));
    expect(panelObstacles(yanqing, told.state, openReview(told.state)?.seats ?? [], TODAY).map((one) => one.code)).toEqual([
      "panel_incomplete",
      "panel_even",
    ]);
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE)))).toEqual(["panel_incomplete", "panel_even"]);
    told.scheduled(seats(...THREE));
    expect(told.state.reviews).toHaveLength(1);
    expect(panelObstacles(yanqing, told.state, seats(...THREE), TODAY)).toEqual([]);
  });
});

describe("standing aside", () => {
  it("YQ-062 makes five units even: the meeting does not open until one is added or taken off", () => {
    const told = aside(screened().scheduled(seats(...THREE, BANK, BANK2)), BANK2);
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE)))).toEqual(["panel_even"]);
    told.scheduled(seats(...THREE)).opened();
    expect(openReview(told.state)?.electorate).toEqual(["office", "finance", "town"]);
  });

  it("YQ-061 of a fixed seat leaves it vacant until the unit sends somebody else", () => {
    const told = aside(screened().scheduled(seats(...THREE)), FINANCE);
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE)))).toEqual(["panel_incomplete", "panel_even"]);
    told.scheduled(seats(...THREE));
    expect(openReview(told.state)?.seats.map((one) => one.recused)).toEqual([undefined, "有关联", undefined]);
    const other = { ...seat(FINANCE), delegate: { personId: "finance-2", name: "另一人", title: "业务主管" } };
    told.scheduled([...seats(OFFICE, TOWN), other]).opened();
    expect(told.state.status).toBe("ballot_open");
  });

  it("YQ-063 by the delegate in person, once, before the ballot opens", () => {
    const told = screened().scheduled(seats(...THREE, BANK));
    expect(codes(recuse(yanqing, told.state, "x", act(BANK2)))).toEqual(["unit_not_on_panel"]);
    const stranger = { ...act(BANK), actor: { ...act(BANK).actor, personId: "bank1-2" } };
    expect(codes(recuse(yanqing, told.state, "x", stranger))).toEqual(["delegate_invalid"]);
    aside(told, BANK);
    expect(codes(recuse(yanqing, told.state, "x", act(BANK)))).toEqual(["unit_recused"]);
    told.opened();
    expect(codes(recuse(yanqing, told.state, "x", act(OFFICE)))).toEqual(["review_already_open"]);
  });
});

describe("opening", () => {
  it("YQ-060 not before the day of the meeting, and by the office", () => {
    const told = screened();
    told.does(schedule(yanqing, told.state, { ...plan(...THREE), heldOn: day("2026-03-03") }, act(OFFICE)), OFFICE);
    expect(first(openBallot(yanqing, told.state, FACTS, act(OFFICE)))).toMatchObject({
      code: "meeting_not_today",
      figures: { heldOn: "2026-03-03", on: "2026-03-02" },
    });
    expect(codes(openBallot(yanqing, told.state, FACTS, act(TOWN, day("2026-03-03"))))).toEqual(["role_forbidden"]);
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE, day("2026-03-03"))))).toEqual([]);
  });

  it("YQ-002 not after the scheme has ended, though it was put down before", () => {
    const told = screened().scheduled(seats(...THREE));
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE, day("2028-08-22"))))).toEqual(["scheme_not_in_force"]);
  });

  it("YQ-014 YQ-015 YQ-095 the rules are asked again", () => {
    const told = screened().scheduled(seats(...THREE));
    const bars = [{ listedOn: TODAY, subject: "延庆甲公司" }];
    expect(codes(openBallot(yanqing, told.state, { ...FACTS, dishonestEnterprise: true, dishonestRepresentative: true, bars }, act(OFFICE)))).toEqual(
      ["dishonest_enterprise", "dishonest_legalrep", "blacklisted"],
    );
  });

  it("a case without a meeting, or with its ballot open, does not open", () => {
    expect(codes(openBallot(yanqing, screened().state, FACTS, act(OFFICE)))).toEqual(["wrong_step"]);
    expect(
      codes(
        openBallot(
          yanqing,
          screened()
            .scheduled(seats(...THREE))
            .opened().state,
          FACTS,
          act(OFFICE),
        ),
      ),
    ).toEqual(["review_already_open"]);
  });
});

describe("voting", () => {
  const open = (...more: OrgRef[]) =>
    screened()
      .scheduled(seats(...THREE, ...more))
      .opened();
  const cast = (told: Told, who: OrgRef, change = {}) =>
    castBallot(yanqing, told.state, { choice: "medium", reason: "稳健", sealed: "s", ...change }, act(who));

  it("YQ-063 one unit, one ballot a round", () => {
    const told = open().cast(OFFICE, "medium");
    expect(first(cast(told, OFFICE))).toMatchObject({ code: "unit_already_voted", cites: { article: "三（三）" } });
    expect(codes(cast(told, FINANCE))).toEqual([]);
  });

  it("YQ-063 by the delegate of a unit that sits", () => {
    const told = open();
    expect(codes(cast(told, BANK))).toEqual(["unit_not_on_panel"]);
    const other = { ...act(OFFICE), actor: { ...act(OFFICE).actor, personId: "office-2" } };
    expect(codes(castBallot(yanqing, told.state, { choice: "low", reason: "x", sealed: "s" }, other))).toEqual(["delegate_invalid"]);
  });

  it("YQ-062 whoever stood aside has no vote", () => {
    const told = aside(screened().scheduled(seats(...THREE, BANK)), BANK).opened();
    expect(codes(cast(told, BANK))).toEqual(["unit_recused"]);
  });

  it("YQ-064 with a choice and a reason", () => {
    expect(codes(cast(open(), OFFICE, { reason: "" }))).toEqual(["ballot_incomplete"]);
    expect(codes(cast(open(), OFFICE, { choice: "abstain" }))).toEqual(["tier_invalid"]);
  });

  it("YQ-063 neither before the ballot opens nor after it is closed", () => {
    expect(codes(cast(screened().scheduled(seats(...THREE)), OFFICE))).toEqual(["review_not_open"]);
    expect(codes(cast(screened().voted("low"), OFFICE))).toEqual(["wrong_step"]);
    const told = open().cast(OFFICE, "high").cast(FINANCE, "medium").cast(TOWN, "low").closed().cast(OFFICE, "high");
    expect(openReview(told.state)).toMatchObject({ round: 2, cast: [{ unit: "office" }] });
  });
});

describe("closing", () => {
  const full = (a: string, b: string, c: string) =>
    screened()
      .scheduled(seats(...THREE))
      .opened()
      .cast(OFFICE, a)
      .cast(FINANCE, b)
      .cast(TOWN, c);

  it("YQ-064 waits for every unit, and names the silent", () => {
    const told = screened()
      .scheduled(seats(...THREE))
      .opened()
      .cast(OFFICE, "low");
    expect(first(close(told))).toMatchObject({ code: "ballots_missing", figures: { missing: "区财政局、八达岭镇", units: "3" } });
  });

  it("YQ-065 counts each unit once: a ballot too many, or of a stranger, is not counted away", () => {
    const told = full("low", "low", "medium");
    const [one, two, three] = told.ballots() as [Ballot, Ballot, Ballot];
    for (const ballots of [[one, one, two], [one, two], [one, two, { ...three, unit: "bank1" }], [one, two, three, { ...three, unit: "bank1" }], []])
      expect(codes(close(told, ballots))).toEqual(["ballots_missing"]);
    expect(codes(close(told, [three, two, one]))).toEqual([]);
  });

  it("YQ-008 YQ-046 fixes whom, at what ratio, and who recovers", () => {
    const told = full("medium", "low", "medium").closed();
    expect(told.state).toMatchObject({
      status: "push",
      step: "push",
      tier: { choice: "medium", ratio: "0.50", on: TODAY, recoveryOwner: BANK },
      reviews: [{ result: "decided", past: [{ round: 1, counts: { high: 0, medium: 2, low: 1, not_supported: 0 } }] }],
    });
  });

  it("YQ-008 without an owner of the recovery the record is incomplete", () => {
    expect(first(close(full("low", "low", "low"), undefined, undefined))).toBeUndefined();
    const told = full("low", "low", "low");
    const refused = closeBallot(yanqing, told.state, { ballots: told.ballots(), recoveryOwner: undefined }, FACTS, act(OFFICE));
    expect(first(refused)).toMatchObject({ code: "review_incomplete", cites: { article: "一（三）" }, field: "recoveryOwner" });
  });

  it("YQ-065 not supported by a majority closes the case without a grade or an owner", () => {
    const told = full("not_supported", "low", "not_supported");
    told.does(closeBallot(yanqing, told.state, { ballots: told.ballots(), recoveryOwner: undefined }, FACTS, act(OFFICE)), OFFICE);
    expect(told.state.status).toBe("not_supported");
    expect(told.state.tier).toBeUndefined();
    expect(codes(schedule(yanqing, told.state, plan(...THREE), act(OFFICE)))).toEqual(["case_closed"]);
  });

  it("YQ-065 1:1:1 is voted on again, then waits for the next meeting, where it starts afresh", () => {
    const told = full("high", "medium", "low").closed();
    expect(openReview(told.state)).toMatchObject({ round: 2, choices: ["high", "medium", "low"], cast: [], past: [{ round: 1 }] });
    told.cast(OFFICE, "high").cast(FINANCE, "medium").cast(TOWN, "low").closed();
    expect(told.state).toMatchObject({ status: "ballot", reviews: [{ result: "deferred" }] });
    expect(openReview(told.state)).toBeUndefined();
    told.voted("low");
    expect(told.state.tier?.ratio).toBe("0.20");
    expect(told.state.reviews.map((review) => review.result)).toEqual(["deferred", "decided"]);
  });

  it("YQ-065 a re-vote offers only the two best", () => {
    const units = [...THREE, BANK, BANK2];
    const told = screened()
      .scheduled(seats(...units))
      .opened();
    for (const [at, choice] of ["high", "high", "medium", "medium", "low"].entries()) told.cast(units[at] as OrgRef, choice);
    told.closed();
    expect(openReview(told.state)?.choices).toEqual(["high", "medium"]);
    expect(codes(castBallot(yanqing, told.state, { choice: "low", reason: "x", sealed: "s" }, act(OFFICE)))).toEqual(["ballot_choice_invalid"]);
    for (const [at, choice] of ["high", "high", "medium", "medium", "medium"].entries()) told.cast(units[at] as OrgRef, choice);
    expect(told.closed().state.tier?.choice).toBe("medium");
  });

  it("YQ-014 asks the rules once more, for the result is decided now", () => {
    expect(codes(close(full("low", "low", "low"), undefined, BANK, { ...FACTS, dishonestEnterprise: true }))).toEqual(["dishonest_enterprise"]);
  });

  it("is the office's, and only of an open ballot", () => {
    expect(codes(close(full("low", "low", "low"), undefined, BANK, FACTS, FINANCE))).toEqual(["role_forbidden"]);
    expect(codes(close(screened().scheduled(seats(...THREE)), []))).toEqual(["review_not_open"]);
  });
});
