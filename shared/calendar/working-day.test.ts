import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { addWorkdays, nextWorkdayFrom, publishedFrom, publishedThrough, stateCouncil, subWorkdays, withNotice } from "./working-day";

const calendar = stateCouncil();

describe("the State Council's days", () => {
  it.each([
    ["2026-10-01", false, "国庆节"],
    ["2026-10-10", true, "国庆节调休上班"],
    ["2026-02-14", true, "春节调休上班"],
    ["2026-02-23", false, "春节"],
    ["2026-06-19", false, "端午"],
    ["2026-11-20", true, undefined],
    ["2026-11-21", false, undefined],
    ["2004-01-17", true, "春节调休上班"],
  ])("G-03 %s works: %s, %s", (date, works, why) => {
    expect(calendar.isWorkday(day(date))).toBe(works);
    expect(calendar.why(day(date))).toBe(why);
  });

  it("G-03 knows 2004 to 2026 and no other year", () => {
    expect([publishedFrom, publishedThrough]).toEqual([2004, 2026]);
    expect([2003, 2004, 2026, 2027].map(calendar.knows)).toEqual([false, true, true, false]);
  });

  it("G-03 every year it claims to know holds the National Day, and the year after does not", () => {
    for (let year = publishedFrom; year <= publishedThrough; year += 1) expect(calendar.isWorkday(day(`${year}-10-01`))).toBe(false);
    expect(calendar.why(day("2027-10-01"))).toBeUndefined();
  });

  it("G-03 a cap takes away every year that is not wholly published by then", () => {
    const capped = stateCouncil({ through: day("2026-12-30") });
    expect([2025, 2026].map(capped.knows)).toEqual([true, false]);
    expect(capped.why(day("2026-10-01"))).toBeUndefined();
    expect(stateCouncil({ through: day("2026-12-31") }).knows(2026)).toBe(true);
    expect(stateCouncil({ through: day("2040-12-31") }).knows(2027)).toBe(false);
  });
});

describe("counting working days", () => {
  it.each([
    ["YQ-E56", "2026-02-13", 10, "2026-03-05"],
    ["YQ-E57", "2026-09-18", 10, "2026-10-09"],
    ["XX-E25", "2026-09-18", 10, "2026-10-09"],
    ["XX-E27", "2026-06-17", 10, "2026-07-02"],
    ["KZ-E25", "2026-09-18", 10, "2026-10-09"],
    ["KZ-E29", "2026-06-23", 5, "2026-06-30"],
    ["BT-E12", "2026-03-27", 3, "2026-04-01"],
    ["BT-E13", "2026-04-03", 3, "2026-04-09"],
    ["BT-E14", "2026-06-12", 10, "2026-06-29"],
  ])("%s %s + %i working days is %s", (_, anchor, n, expected) => {
    expect(addWorkdays(day(anchor), n, calendar)).toMatchObject({ date: expected, provisional: false });
  });

  it("XX-E28 a count into a year without a notice is provisional", () => {
    const counted = addWorkdays(day("2026-12-25"), 10, stateCouncil({ through: day("2026-12-31") }));
    expect(counted).toEqual({
      date: "2027-01-08",
      provisional: true,
      explained: [{ date: "2027-01-01", why: "2027年放假安排未知，暂按周一至周五计" }],
    });
  });

  it("G-03 a count that ends on the last known day is firm, one day more is not", () => {
    expect(addWorkdays(day("2026-12-25"), 4, calendar)).toMatchObject({ date: "2026-12-31", provisional: false });
    expect(addWorkdays(day("2026-12-25"), 5, calendar)).toMatchObject({ date: "2027-01-01", provisional: true });
  });

  it("KZ-E30 20 working days before 2026-10-15 is 2026-09-11", () => {
    expect(subWorkdays(day("2026-10-15"), 20, calendar)).toMatchObject({ date: "2026-09-11", provisional: false });
  });

  it("G-03 counting back out of the known years is provisional", () => {
    expect(subWorkdays(day("2004-01-02"), 3, calendar)).toMatchObject({ date: "2003-12-29", provisional: true });
  });

  it("G-03 explains each holiday and make-up day met, and no plain weekend", () => {
    expect(addWorkdays(day("2026-09-18"), 6, calendar)).toEqual({
      date: "2026-09-28",
      provisional: false,
      explained: [
        { date: "2026-09-20", why: "国庆节调休上班" },
        { date: "2026-09-25", why: "中秋" },
        { date: "2026-09-26", why: "中秋" },
        { date: "2026-09-27", why: "中秋" },
      ],
    });
  });

  it("G-03 the first working day after the anchor is day 1, and zero days is the anchor itself", () => {
    expect(addWorkdays(day("2026-11-20"), 1, calendar).date).toBe("2026-11-23");
    expect(addWorkdays(day("2026-11-21"), 1, calendar).date).toBe("2026-11-23");
    expect(addWorkdays(day("2026-11-21"), 0, calendar)).toEqual({ date: "2026-11-21", provisional: false, explained: [] });
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a count of %s is a broken invariant", (n) => {
    expect(() => addWorkdays(day("2026-11-20"), n, calendar)).toThrow(RangeError);
    expect(() => subWorkdays(day("2026-11-20"), n, calendar)).toThrow(RangeError);
  });

  it("G-03 back and forth: n working days after and n before return to any working day", () => {
    for (let date = day("2025-01-01"); date < "2026-01-01"; date = addDays(date, 1)) {
      if (!calendar.isWorkday(date)) continue;
      for (const n of [1, 5, 10, 20]) expect(subWorkdays(addWorkdays(date, n, calendar).date, n, calendar).date).toBe(date);
    }
  });

  it("G-04 the working day from a day on is itself or the next one", () => {
    expect(nextWorkdayFrom(day("2026-10-10"), calendar).date).toBe("2026-10-10");
    expect(nextWorkdayFrom(day("2026-10-01"), calendar).date).toBe("2026-10-08");
    expect(nextWorkdayFrom(day("2027-01-02"), calendar)).toMatchObject({ date: "2027-01-04", provisional: true });
  });
});

describe("a notice entered by the office", () => {
  /** Invented: 31 December and 1 January off, Sunday 3 January worked, so ten days end a day later than the provisional count. */
  const notice = { year: 2027, rest: { "2027-01-01": "元旦", "2026-12-31": "元旦" }, work: { "2027-01-03": "元旦" } };
  const extended = withNotice(calendar, notice);

  it("G-03 makes its year known and turns the provisional date firm", () => {
    expect(extended.knows(2027)).toBe(true);
    expect(extended.knows(2028)).toBe(false);
    expect(addWorkdays(day("2026-12-25"), 10, extended)).toMatchObject({ date: "2027-01-11", provisional: false });
  });

  it("G-03 wins on the days that it names, also in the year before, and leaves the rest alone", () => {
    expect([extended.isWorkday(day("2026-12-31")), extended.why(day("2026-12-31"))]).toEqual([false, "元旦"]);
    expect([extended.isWorkday(day("2027-01-03")), extended.why(day("2027-01-03"))]).toEqual([true, "元旦调休上班"]);
    expect([extended.isWorkday(day("2027-01-02")), extended.why(day("2027-01-02"))]).toEqual([false, undefined]);
    expect([extended.isWorkday(day("2026-10-01")), extended.why(day("2026-10-01"))]).toEqual([false, "国庆节"]);
  });

  it("G-03 replaces a year that was known already", () => {
    const replaced = withNotice(calendar, { year: 2026, rest: {}, work: {} });
    expect([replaced.isWorkday(day("2026-10-01")), replaced.why(day("2026-10-01"))]).toEqual([true, undefined]);
  });
});
