/** What 包头 wants to be told, by whom and how often, and who reads along. */
import { cite } from "../../citation";
import type { DisclosureRules } from "../../process/publish";
import type { ReportRules } from "../../process/report-duty";

export const reports: ReportRules = {
  followUp: { every: "quarter", cites: cite("第三十条", "BT-045") },
  periodic: [
    {
      id: "evaluation",
      says: "年度绩效自评",
      by: ["office"],
      to: ["finance", "government"],
      every: "year",
      cites: cite("第十九条", "BT-028"),
    },
    {
      id: "reevaluation",
      says: "绩效自评送市财政局再评价",
      by: ["office"],
      to: ["finance"],
      every: "year",
      cites: cite("第三十八条（一）", "BT-057"),
    },
    { id: "recovery", says: "追偿情况报告", by: ["bank", "guarantor"], to: ["office"], every: "quarter", cites: cite("第三十五条", "BT-053") },
  ],
};

/** The document says nothing of secrecy: then each sees what it takes part in, and nothing is public (reading G-16). */
export const disclosure: DisclosureRules = {
  publishes: [],
  readers: ["office", "manager", "finance", "government", "auditor"],
  cites: cite("第六条/第七条", "BT-062"),
};
