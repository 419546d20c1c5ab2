import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { dongguan } from "../schemes/dongguan/scheme";
import { yanqing } from "../schemes/yanqing/scheme";
import { askedYears } from "./asked-years";

const ON = day("2026-03-02");

describe("the years of a firm's figures", () => {
  it("YQ-020 as many as the papers that come by the year look back, and none from before the founding", () => {
    expect(askedYears(yanqing.papers, ON, day("2018-01-01"))).toEqual({ ok: true, value: { years: [2024, 2025], young: false } });
    expect(askedYears(yanqing.papers, ON, day("2025-06-01"))).toEqual({ ok: true, value: { years: [2025], young: true } });
  });

  it("DG-014 the latest complete year where no paper comes by the year: without it nobody knows the firm's size", () => {
    expect(askedYears(dongguan.papers, ON, day("2018-01-01"))).toEqual({ ok: true, value: { years: [2025], young: false } });
    expect(askedYears(dongguan.papers, ON)).toEqual({ ok: true, value: { years: [2025], young: false } });
    expect(askedYears(dongguan.papers, ON, day("2026-01-05"))).toEqual({ ok: true, value: { years: [], young: false } });
  });

  it("a number of years that is not in force refuses", () => {
    const years = { key: "y", says: "y", cites: cite("三（二）脚注1", "DG-014"), versions: [] };
    expect(askedYears([{ kind: "balance_sheet", says: "y", cites: cite("三（二）脚注1", "DG-014"), years }], ON).ok).toBe(false);
  });
});
