import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, FACTS, FINANCE, first, OFFICE, TODAY, TOWN, Told } from "../schemes/yanqing/testing";
import { back, after as following, mustBeEligible, openForBusiness, performedBy, standsAt } from "./act";
import { leadOf, newCase, openCheck, openReview, openRound } from "./case";
import { stepById } from "./procedure";
import { CLOSED } from "./status";
import { againstTarget } from "./target";

describe("a case as its events tell it", () => {
  it("read again from its events it is the same case", () => {
    const told = new Told().reviewed("medium").pushed().offered();
    told.does(told.lends(), BANK);
    expect(told.replayed()).toEqual(told.state);
    expect(told.state.seq).toBe(told.events.length);
  });

  it("nothing is open that has not been opened", () => {
    const state = newCase("x");
    expect([openReview(state), openRound(state), openCheck(state), leadOf(state, "l")]).toEqual([undefined, undefined, undefined, undefined]);
    expect(state).toMatchObject({ status: "draft", step: "draft", seq: 0 });
  });

  it("an event never changes the case that it is told of", () => {
    const told = new Told().submitted();
    const before = JSON.stringify(told.state);
    const { state } = told;
    told.adopted();
    expect(JSON.stringify(state)).toBe(before);
  });

  it("since counts from the day of arrival at a step", () => {
    const told = new Told().submitted();
    told.adopted(addDays(TODAY, 3));
    expect(told.state.since).toBe("2026-03-05");
  });
});

describe("the questions that every step asks", () => {
  it("where a case stands, and that a closed one stays closed", () => {
    const { state } = new Told().submitted();
    expect(standsAt(state, "draft", "recommend").ok).toBe(true);
    expect(first(standsAt(state, "draft"))).toEqual({ code: "wrong_step", figures: { status: "recommend" } });
    for (const status of CLOSED) expect(codes(standsAt({ ...state, status }, "draft"))).toEqual(["case_closed"]);
  });

  it("who performs a step, with its article", () => {
    const step = yanqing.admission.steps[0];
    expect(step && performedBy(step, TOWN.kind).ok).toBe(true);
    expect(step && first(performedBy(step, FINANCE.kind))).toMatchObject({ code: "role_forbidden", cites: { article: "三（一）" } });
  });

  it("YQ-066 the way of a case: the government only for what the panel said high", () => {
    const way = (choice: string) => following(yanqing.admission, "review", choice);
    expect(way("high")).toEqual({ step: "government", status: "approve" });
    expect(way("medium")).toEqual({ step: "push", status: "push" });
    expect(following(yanqing.admission, "review")).toEqual({ step: "push", status: "push" });
    expect(following(yanqing.admission, "government", "high")).toEqual({ step: "push", status: "push" });
    expect(() => following(yanqing.admission, "loan")).toThrow(RangeError);
  });

  it("and back", () => {
    expect(back(yanqing.admission, "draft")).toEqual({ step: "draft", status: "draft" });
    expect(back(yanqing.admission, "review")).toEqual({ step: "review", status: "ballot" });
    expect(() => back(yanqing.admission, "nowhere")).toThrow(RangeError);
    expect(stepById(yanqing.admission, "nowhere")).toBeUndefined();
  });

  it("YQ-002 the last day may be amended from a day on: the version of the day counts", () => {
    const until = {
      ...yanqing.validity.until,
      versions: [
        { from: day("2025-08-22"), until: day("2026-12-31"), value: "2028-08-21" },
        { from: day("2027-01-01"), value: "2029-08-21" },
      ],
    };
    const scheme = { validity: { ...yanqing.validity, until } };
    expect(openForBusiness(scheme, day("2029-08-21")).ok).toBe(true);
    expect(codes(openForBusiness(scheme, day("2029-08-22")))).toEqual(["scheme_not_in_force"]);
    expect(first(openForBusiness(scheme, day("2025-08-21")))).toMatchObject({ figures: { until: "2028-08-21" } });
  });

  it("YQ-002 on a day without rules nobody is eligible", () => {
    expect(first(mustBeEligible(yanqing, FACTS, "disbursement", day("2025-08-21")))).toMatchObject({
      code: "scheme_not_in_force",
      cites: { article: "六" },
    });
    expect(mustBeEligible(yanqing, FACTS, "application", TODAY).ok).toBe(true);
  });
});

describe("YQ-038 the quarterly target", () => {
  const aim = yanqing.recommendation.perQuarter;
  it.each([
    ["department", 0, 5],
    ["department", 4, 1],
    ["department", 5, 0],
    ["department", 9, 0],
    ["township", 0, 0],
  ] as const)("a %s with %i is short of %i", (unit, count, shortfall) => {
    expect(againstTarget(aim, unit, count, TODAY)).toMatchObject({ ok: true, value: { shortfall } });
  });
  it("warns with the figures and the article, and only when short", () => {
    const short = againstTarget(aim, "department", 4, TODAY);
    expect(short.ok && short.value.warning).toEqual({
      code: "kpi_shortfall",
      figures: { count: "4", target: "5", shortfall: "1" },
      cites: aim?.cites,
    });
    const full = againstTarget(aim, "department", 5, TODAY);
    expect(full.ok && full.value).toEqual({ shortfall: 0 });
    expect(codes(againstTarget(aim, "department", 5, day("2025-08-21")))).toEqual(["parameter_not_in_force"]);
  });
});

it("YQ-018 an actor is a person of an organisation on a day", () => {
  expect(act(OFFICE)).toMatchObject({ actor: { org: { kind: "office" } }, on: TODAY });
});
