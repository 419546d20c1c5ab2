/** What 克州 wants to be told, by whom and how often, and what it makes public. */
import { cite } from "../../citation";
import type { DisclosureRules } from "../../process/publish";
import type { ReportRules } from "../../process/report-duty";

export const reports: ReportRules = {
  periodic: [
    {
      id: "directory",
      says: "拟支持名录库月报",
      by: ["department"],
      to: ["office"],
      every: "month",
      cites: cite("第七条（三）", "KZ-024", "KZ-069"),
    },
    { id: "lending", says: "白名单企业贷款月报", by: ["regulator"], to: ["office"], every: "month", cites: cite("第二十三条（四）", "KZ-071") },
    {
      id: "manager",
      says: "资金运营、补偿、余额季报",
      by: ["manager"],
      to: ["office"],
      every: "quarter",
      draws: true,
      cites: cite("第二十三条（六）", "KZ-074"),
    },
    {
      id: "partners",
      says: "贷款审批、投放、贷后、追偿、代偿季报",
      by: ["bank", "guarantor"],
      to: ["office"],
      every: "quarter",
      cites: cite("第二十三条（七）", "KZ-077"),
    },
    {
      id: "finance",
      says: "资金运行情况报告",
      by: ["office"],
      to: ["government"],
      every: "quarter",
      draws: true,
      cites: cite("第二十三条（一）", "KZ-067"),
    },
    { id: "audit", says: "年度审计结果", by: ["office"], to: ["government"], every: "year", cites: cite("第二十二条", "KZ-064") },
  ],
};

export const disclosure: DisclosureRules = {
  publishes: ["name", "listedOn"],
  readers: ["finance", "auditor", "regulator", "government", "office", "manager"],
  cites: cite("第七条（四）", "KZ-026"),
};
