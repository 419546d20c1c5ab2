/** What 延庆's document wants to be told, to whom and how soon. */
import { cite } from "../../citation";
import type { ReportRules } from "../../process/report-duty";

export const reports: ReportRules = {
  regular: { every: "half_year", cites: cite("三（七）末段", "YQ-084") },
  major: {
    within: {
      id: "major_matter",
      cites: cite("三（七）末段", "YQ-085"),
      anchor: "major_matter",
      length: { workdays: 1 },
      rollover: "none",
      onMiss: "flag",
      says: "重大事项即时报告，一个工作日提醒",
    },
    cites: cite("三（七）末段", "YQ-085"),
  },
  followUp: { every: "quarter", cites: cite("五", "YQ-100") },
};
