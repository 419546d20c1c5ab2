/** What 东莞 wants to be told again and again, and who may look at what. */
import { cite } from "../../citation";
import type { DisclosureRules } from "../../process/publish";
import type { ReportRules } from "../../process/report-duty";

export const reports: ReportRules = {
  periodic: [
    { id: "trustee", says: "政策执行情况季报", by: ["manager"], to: ["office"], every: "quarter", draws: true, cites: cite("四（二）", "DG-042") },
    { id: "evaluation", says: "年度绩效评价", by: ["office"], to: ["government"], every: "year", cites: cite("三（六）", "DG-032") },
    { id: "assessment", says: "金融机构年度业务考核", by: ["office"], to: ["government"], every: "year", cites: cite("四（三）", "DG-044") },
  ],
};

export const disclosure: DisclosureRules = {
  publishes: [],
  readers: ["finance", "auditor", "regulator", "government", "office", "manager"],
  shares: { to: ["bank", "guarantor"], code: "data_access", cites: cite("四（四）", "DG-045") },
  cites: cite("四（四）", "DG-045"),
};
