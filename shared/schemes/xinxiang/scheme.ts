/** 新乡市小微企业贷款风险补偿资金管理暂行办法, 2021. */
import { cite } from "../../citation";
import type { Scheme } from "../scheme";
import { admission } from "./admission";
import { claim, compensation, obligations } from "./claim";
import { CLAUSES } from "./clauses";
import { LIMITS, RULES } from "./eligibility";
import { fund } from "./fund";
import { FUND_PARAMETERS } from "./fund-parameters";
import { FROM, PARAMETERS, validUntil } from "./parameters";
import { recovery, remittance } from "./recovery";
import { disclosure, reports } from "./reports";
import { sanctions, watch } from "./sanctions";

export const xinxiang: Scheme = {
  id: "xinxiang",
  code: "XX",
  name: "新乡市小微企业贷款风险补偿资金",
  district: "新乡市",
  status: "in_force",
  ruleSet: "2021-48",
  validity: { from: FROM, until: validUntil, cites: cite("第十九条", "XX-066") },
  parameters: [...PARAMETERS, ...FUND_PARAMETERS],
  rules: RULES,
  papers: [],
  admission,
  deadlines: [remittance],
  compensation,
  fund,
  claim,
  recovery,
  sanctions,
  reports,
  obligations,
  limits: LIMITS,
  watch,
  marks: [
    { id: "government", says: "政府性融资担保公司" },
    { id: "reguaranteed", says: "已与省级再担保机构签约" },
  ],
  terms: { payment: { says: "补偿", cites: cite("第九条", "XX-027") } },
  bodies: [
    { kind: "office", name: "领导小组办公室", cites: cite("第九条", "XX-031") },
    { kind: "manager", name: "智慧金融平台", cites: cite("第九条", "XX-031") },
    { kind: "government", name: "领导小组", cites: cite("第九条", "XX-031") },
    { kind: "finance", name: "市财政局", cites: cite("第九条", "XX-031") },
  ],
  disclosure,
  focus: { fields: [], profiles: [] },
  recommendation: {},
  meetings: {},
  clauses: CLAUSES,
};
