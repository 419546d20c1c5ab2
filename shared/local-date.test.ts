import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  dateOf,
  day,
  dayNumber,
  daysBetween,
  fromDayNumber,
  parseDate,
  partsOf,
  shanghaiDay,
  weekday,
} from "./local-date";

const DAY_MS = 86_400_000;
/** Day numbers of 1900-01-01 to 2200-12-31. */
const anyNumber = fc.integer({ min: -25_567, max: 84_370 });

describe("reading a day", () => {
  it.each(["1900-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "2200-12-31"])("%s is a day", (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: text });
    expect(day(text)).toBe(text);
  });

  it.each([
    "",
    "2026-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "1899-12-31",
    "2201-01-01",
    "20260101",
    "2026/01/01",
    " 2026-01-01",
    "2026-01-01T00:00",
    "２０２６-01-01",
    "2026年1月1日",
    "today",
  ])("%j is none", (text) => {
    expect(parseDate(text, "on")).toEqual({ ok: false, refusals: [{ code: "date_invalid", figures: { given: text.slice(0, 40) }, field: "on" }] });
    expect(() => day(text)).toThrow(RangeError);
  });
});

describe("days by number", () => {
  it("agrees with the proleptic Gregorian calendar on every day from 1900 to 2200", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const date = fromDayNumber(number);
        expect(date).toBe(new Date(number * DAY_MS).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
        expect(weekday(date)).toBe(new Date(number * DAY_MS).getUTCDay());
        expect(parseDate(date).ok).toBe(true);
        const { year, month, day: dom } = partsOf(date);
        expect(dateOf(year, month, dom)).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it("BT-E31 60 days before 2026-12-31", () => {
    expect(addDays(day("2026-12-31"), -60)).toBe("2026-11-01");
  });

  it("XX-E29 XX-E30 XX-E31 BT-E09 BT-E10 days overdue", () => {
    expect(["2026-04-29", "2026-04-30", "2026-05-01", "2026-03-26", "2026-03-27"].map((date) => daysBetween(day("2026-03-01"), day(date)))).toEqual([
      59, 60, 61, 25, 26,
    ]);
    expect(daysBetween(day("2026-03-02"), day("2026-03-01"))).toBe(-1);
  });
});

describe("months and years", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 18, "2028-02-29"],
    ["2026-05-05", 0, "2026-05-05"],
  ])("G-04 %s and %i months", (date, months, expected) => {
    expect(addMonths(day(date), months)).toBe(expected);
  });

  it("YQ-E51 YQ-E61 anniversaries, and 29 February ends on the 28th", () => {
    expect(addYears(day("2026-03-31"), 1)).toBe("2027-03-31");
    expect(addYears(day("2026-06-30"), 3)).toBe("2029-06-30");
    expect(addYears(day("2024-02-29"), 1)).toBe("2025-02-28");
    expect(addYears(day("2024-02-29"), 4)).toBe("2028-02-29");
  });
});

describe("the day in Shanghai", () => {
  it.each([
    ["2026-11-20T15:59:59.999Z", "2026-11-20"],
    ["2026-11-20T16:00:00.000Z", "2026-11-21"],
    ["2026-12-31T16:00:00.000Z", "2027-01-01"],
    ["1969-12-31T15:59:59.999Z", "1969-12-31"],
    ["1969-12-31T16:00:00.000Z", "1970-01-01"],
  ])("%s is %s", (instant, date) => {
    expect(shanghaiDay(Date.parse(instant))).toBe(date);
  });
});
