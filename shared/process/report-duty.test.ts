import { describe, expect, it } from "vitest";
import { stateCouncil } from "../calendar/working-day";
import { day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { followUpFlag, type MajorMatter, reportFlags } from "./report-duty";

const since = day("2025-09-01");
const flags = (on: string, halves: string[], major: MajorMatter[] = []) =>
  reportFlags(yanqing.reports, { since, halves, major }, day(on), stateCouncil()).map(({ code, figures }) => [code, Object.values(figures)[0]]);

describe("what has to be told", () => {
  it("YQ-084 YQ-098 a half-year that is over and not reported", () => {
    expect(flags("2025-12-31", [])).toEqual([]);
    expect(flags("2026-01-01", [])).toEqual([["report_overdue", "2025H2"]]);
    expect(flags("2026-06-30", ["2025H2"])).toEqual([]);
    expect(flags("2026-07-01", ["2025H2"])).toEqual([["report_overdue", "2026H1"]]);
    expect(reportFlags(yanqing.reports, { since: day("2026-01-01"), halves: [], major: [] }, day("2026-01-02"), stateCouncil())).toEqual([]);
  });

  it("YQ-085 a major matter that was not reported at once, read as the next working day", () => {
    const pause = { id: "pause", on: day("2026-09-30") };
    expect(flags("2026-10-08", ["2026H1"], [pause])).toEqual([]);
    expect(flags("2026-10-09", ["2026H1"], [pause])).toEqual([["major_event_unreported", "pause"]]);
    expect(flags("2026-10-09", ["2026H1"], [{ ...pause, reportedOn: day("2026-10-08") }])).toEqual([]);
  });

  it("YQ-100 a funded firm whom nobody looked at for a whole quarter", () => {
    const seen = (on: string, ...entries: string[]) => followUpFlag(yanqing.reports.followUp, day("2026-03-02"), entries.map(day), day(on))?.code;
    expect([
      seen("2026-06-30"),
      seen("2026-07-01"),
      seen("2026-07-01", "2026-03-31"),
      seen("2026-07-01", "2026-04-01"),
      seen("2026-07-01", "2026-07-01"),
    ]).toEqual([undefined, "no_followup", "no_followup", undefined, undefined]);
  });
});
