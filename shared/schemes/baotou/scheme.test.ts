import { describe, expect, it } from "vitest";
import { day } from "../../local-date";
import { openForBusiness } from "../../process/act";
import { readAs } from "../reading";
import { codes, first, monthsOf, must } from "../testing";
import { FROM } from "./parameters";
import { baotou } from "./scheme";

const _PARAMETERS = baotou.parameters;
const _MONTHS = monthsOf(FROM, day("2026-04-29"));

describe("BT-063 the life of 包头", () => {
  it("begins with its issue and ends on the eve of its fifth anniversary, in its own words; read otherwise, a day later", () => {
    const open = (on: string, scheme = baotou) => codes(openForBusiness(scheme, day(on)));
    expect([open("2021-04-29"), open("2021-04-30"), open("2026-04-29"), open("2026-04-30")]).toEqual([
      ["scheme_not_started"],
      [],
      [],
      ["scheme_expired"],
    ]);
    expect(first(openForBusiness(baotou, day("2026-04-30")))).toMatchObject({ cites: { article: "第四十条" } });
    expect(open("2026-04-30", must(readAs(baotou, "validity.until", "2026-04-30")))).toEqual([]);
  });
});
