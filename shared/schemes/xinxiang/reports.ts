/** What 新乡 wants to be told, to whom, and what it lets nobody else know. */
import { cite } from "../../citation";
import type { DisclosureRules } from "../../process/publish";
import type { ReportRules } from "../../process/report-duty";

export const reports: ReportRules = {
  periodic: [
    {
      id: "monthly",
      says: "资金运行和使用情况月报",
      by: ["manager"],
      to: ["government", "office"],
      every: "month",
      draws: true,
      cites: cite("第十五条", "XX-058"),
    },
  ],
};

export const disclosure: DisclosureRules = {
  publishes: [],
  readers: ["finance", "auditor", "regulator", "government", "office", "manager"],
  cites: cite("第十七条", "XX-064"),
};
