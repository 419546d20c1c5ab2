/** 延庆区中小微企业融资风险补偿实施方案, 2026 revision, draft for comment. */
import { cite } from "../../citation";
import type { Scheme } from "../scheme";
import { admission } from "./admission";
import { claim, compensation, subsidy, transition } from "./claim";
import { CLAUSES } from "./clauses";
import { RULES } from "./eligibility";
import { fund } from "./fund";
import { FUND_PARAMETERS } from "./fund-parameters";
import { equityThreshold, FROM, PARAMETERS, recommendPerQuarter, statementYears, validUntil } from "./parameters";
import { DEADLINES, recovery } from "./recovery";
import { reports } from "./reports";
import { sanctions } from "./sanctions";

export const yanqing: Scheme = {
  id: "yanqing",
  code: "YQ",
  name: "延庆区中小微企业融资风险补偿",
  district: "延庆区",
  status: "draft",
  ruleSet: "2026-rev-draft",
  validity: { from: FROM, until: validUntil, cites: cite("六", "YQ-002") },
  parameters: [...PARAMETERS, ...FUND_PARAMETERS],
  rules: RULES,
  equityThreshold,
  papers: [
    { kind: "business_licence", says: "营业执照", cites: cite("二（三）3", "YQ-039") },
    { kind: "balance_sheet", says: "资产负债表", cites: cite("二（三）3", "YQ-040"), years: statementYears },
    { kind: "income_statement", says: "利润表", cites: cite("二（三）3", "YQ-040"), years: statementYears },
    { kind: "cash_flow", says: "现金流量表", cites: cite("二（三）3", "YQ-040"), years: statementYears },
    { kind: "social_insurance", says: "社保缴费记录", cites: cite("二（三）3", "YQ-041") },
    { kind: "tax_filings", says: "纳税申报记录", cites: cite("二（三）3", "YQ-042") },
  ],
  admission,
  deadlines: DEADLINES,
  compensation,
  subsidy,
  fund,
  claim,
  recovery,
  sanctions,
  transition,
  agreements: { chosen: cite("二（六）", "YQ-054"), most: cite("六", "YQ-004"), licence: cite("二（五）2", "YQ-051") },
  reports,
  terms: {
    payment: { says: "代偿", cites: cite("三（六）", "YQ-074") },
    approval: { says: "审议", cites: cite("三（三）", "YQ-066") },
    panel: { says: "联审", cites: cite("三（三）", "YQ-060") },
  },
  bodies: [
    { kind: "office", name: "区发展改革委", cites: cite("五", "YQ-097") },
    { kind: "finance", name: "区财政局", cites: cite("五", "YQ-099") },
    { kind: "government", name: "区政府", cites: cite("三（六）", "YQ-073") },
  ],
  focus: {
    fields: [
      { id: "services", says: "文旅体商农林融合的现代服务业" },
      { id: "low_altitude", says: "低空技术" },
      { id: "green_energy", says: "绿色能源" },
      { id: "sports_technology", says: "科技体育" },
      { id: "health", says: "医药健康" },
      { id: "urban_agriculture", says: "都市型现代农业" },
    ],
    profiles: [
      { id: "high_growth", says: "高成长性" },
      { id: "future_industry", says: "未来产业" },
      { id: "mature_temporary", says: "成熟期、暂时融资困难" },
    ],
  },
  recommendation: { perQuarter: { atLeast: recommendPerQuarter, scored: ["department"], cites: cite("二（三）2", "YQ-038") } },
  meetings: { cadence: cite("三（三）", "YQ-060") },
  clauses: CLAUSES,
};
