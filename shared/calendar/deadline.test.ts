import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { barredThrough, type Deadline, dueOn, halfYearOf, lookbackFrom, periodBefore, periodOf, quarterOf } from "./deadline";
import { stateCouncil } from "./working-day";

const calendar = stateCouncil();
const base = { id: "reply", cites: cite("三（七）1", "YQ-020"), anchor: "received", onMiss: "flag", says: "收到后按期答复" } as const;
const lasting = (length: Deadline["length"], rollover: "next_working_day" | "none" = "none"): Deadline => ({ ...base, length, rollover });
const ahead = (length: Deadline["length"]): Deadline => ({ ...base, length, direction: "before", rollover: "none" });
const due = (deadline: Deadline, anchor: string) => dueOn(deadline, day(anchor), calendar);

describe("the last day of a time limit", () => {
  it("YQ-E56 working days need no rolling", () => {
    expect(due(lasting({ workdays: 10 }, "next_working_day"), "2026-02-13")).toMatchObject({
      date: "2026-03-05",
      raw: "2026-03-05",
      provisional: false,
    });
  });

  it("YQ-E59 30 days that end inside the National Day holiday roll to the day after it", () => {
    const result = due(lasting({ days: 30 }, "next_working_day"), "2026-09-04");
    expect(result).toMatchObject({ raw: "2026-10-04", date: "2026-10-08", provisional: false });
    expect(result.explained[0]).toEqual({ date: "2026-10-04", why: "国庆节" });
  });

  it("YQ-E60 without rolling they stay", () => {
    expect(due(lasting({ days: 30 }), "2026-09-04")).toEqual({ raw: "2026-10-04", date: "2026-10-04", provisional: false, explained: [] });
  });

  it("BT-E30 day 30 on National Day rolls to 8 October", () => {
    expect(due(lasting({ days: 30 }, "next_working_day"), "2026-09-01")).toMatchObject({ raw: "2026-10-01", date: "2026-10-08" });
  });

  it("BT-E31 60 days before 2026-12-31 is 2026-11-01, a Sunday, and does not roll", () => {
    expect(due(ahead({ days: 60 }), "2026-12-31").date).toBe("2026-11-01");
  });

  it("KZ-E30 20 working days before, by the same word", () => {
    expect(due(ahead({ workdays: 20 }), "2026-10-15").date).toBe("2026-09-11");
  });

  it("XX-E28 a provisional count stays provisional through the deadline", () => {
    expect(dueOn(lasting({ workdays: 10 }), day("2026-12-25"), stateCouncil({ through: day("2026-12-31") }))).toMatchObject({
      date: "2027-01-08",
      provisional: true,
    });
  });

  it("G-04 natural days into an unknown year are provisional only where they must roll", () => {
    expect(due(lasting({ days: 30 }), "2026-12-25")).toMatchObject({ date: "2027-01-24", provisional: false });
    expect(due(lasting({ days: 30 }, "next_working_day"), "2026-12-25")).toMatchObject({ raw: "2027-01-24", date: "2027-01-25", provisional: true });
  });

  it("G-04 months and years end on the corresponding day, or on the month's last", () => {
    expect(due(lasting({ months: 1 }), "2026-01-31").date).toBe("2026-02-28");
    expect(due(lasting({ months: 3 }), "2026-03-15").date).toBe("2026-06-15");
    expect(due(lasting({ years: 1 }), "2024-02-29").date).toBe("2025-02-28");
    expect(due(ahead({ months: 1 }), "2026-03-31").date).toBe("2026-02-28");
    expect(due(ahead({ years: 2 }), "2026-11-20").date).toBe("2024-11-20");
  });

  it("G-04 a month that ends on a make-up Saturday does not roll", () => {
    expect(due(lasting({ months: 1 }, "next_working_day"), "2026-09-10")).toMatchObject({ raw: "2026-10-10", date: "2026-10-10" });
  });

  it.each([{ days: -1 }, { months: 0.5 }, { years: Number.NaN }, { workdays: -2 }])("a length of %o is a broken invariant", (length) => {
    expect(() => due(lasting(length as Deadline["length"]), "2026-01-01")).toThrow(RangeError);
  });
});

describe("bars and look-backs", () => {
  it.each([
    ["YQ-E51", "2026-03-31", 1, "2027-03-31", "2027-04-01"],
    ["YQ-E53", "2026-07-15", 1, "2027-07-15", "2027-07-16"],
    ["YQ-E61", "2026-06-30", 3, "2029-06-30", "2029-07-01"],
    ["YQ-A22 leap", "2024-02-29", 1, "2025-02-28", "2025-03-01"],
  ])("%s barred from %s for %i years", (_, anchor, years, blockedThrough, firstAllowedOn) => {
    expect(barredThrough(day(anchor), years)).toEqual({ blockedThrough, firstAllowedOn });
  });

  it("YQ-E66 the two years before 2026-11-20 begin on 2024-11-20", () => {
    expect(lookbackFrom(day("2026-11-20"), 2)).toBe("2024-11-20");
    expect(lookbackFrom(day("2024-02-29"), 2)).toBe("2022-02-28");
  });
});

describe("parts of the year", () => {
  it("YQ-E68 quarters with their first and last day", () => {
    expect(quarterOf(day("2026-01-01"))).toEqual({ name: "2026Q1", first: "2026-01-01", last: "2026-03-31" });
    expect(
      ["2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01", "2026-12-31"].map((date) => quarterOf(day(date)).name),
    ).toEqual(["2026Q1", "2026Q2", "2026Q2", "2026Q3", "2026Q3", "2026Q4", "2026Q4"]);
    expect(quarterOf(day("2026-12-31"))).toMatchObject({ first: "2026-10-01", last: "2026-12-31" });
  });

  it("YQ-E72 half years part between 30 June and 1 July", () => {
    expect(halfYearOf(day("2026-06-30"))).toEqual({ name: "2026H1", first: "2026-01-01", last: "2026-06-30" });
    expect(halfYearOf(day("2026-07-01"))).toEqual({ name: "2026H2", first: "2026-07-01", last: "2026-12-31" });
  });
});

describe("periods of a year", () => {
  it.each([
    ["month", "2024-02-29", "2024M2", "2024-02-01", "2024-02-29", "2024M1"],
    ["quarter", "2026-01-01", "2026Q1", "2026-01-01", "2026-03-31", "2025Q4"],
    ["half_year", "2026-07-01", "2026H2", "2026-07-01", "2026-12-31", "2026H1"],
    ["year", "2026-12-31", "2026Y1", "2026-01-01", "2026-12-31", "2025Y1"],
  ] as const)("the %s of %s is %s", (every, on, name, first, last, before) => {
    expect(periodOf(every, day(on))).toEqual({ name, first, last });
    expect(periodBefore(every, day(on)).name).toBe(before);
  });
});
