/** 东莞市中小微企业融资风险补偿工作方案, 2023: one budget, two tracks. */
import { cite } from "../../citation";
import type { Scheme } from "../scheme";
import { admission } from "./admission";
import { claim, compensation } from "./claim";
import { CLAUSES } from "./clauses";
import { RULES } from "./eligibility";
import { fund, reward } from "./fund";
import { FUND_PARAMETERS } from "./fund-parameters";
import { FROM, lpr1y, lpr5y, TRACK_PARAMETERS, validUntil } from "./parameters";
import { recovery } from "./recovery";
import { disclosure, reports } from "./reports";
import { changes, conference, feedback, sanctions } from "./sanctions";

export const dongguan: Scheme = {
  id: "dongguan",
  code: "DG",
  name: "东莞市中小微企业融资风险补偿",
  district: "东莞市",
  status: "in_force",
  ruleSet: "2023-725",
  validity: {
    from: FROM,
    until: validUntil,
    codes: { early: "scheme_not_started", late: "scheme_expired" },
    cites: cite("五（二）", "DG-049"),
  },
  parameters: [...TRACK_PARAMETERS, ...FUND_PARAMETERS],
  benchmarks: [lpr1y, lpr5y],
  rules: RULES,
  papers: [],
  admission,
  deadlines: [],
  compensation,
  fund,
  claim,
  recovery,
  sanctions,
  reports,
  conference,
  changes,
  feedback,
  reward,
  terms: { payment: { says: "补偿", cites: cite("三（三）", "DG-018") }, approval: { says: "审定", cites: cite("四（一）", "DG-034") } },
  bodies: [
    { kind: "office", name: "市工业和信息化局", cites: cite("三（一）", "DG-006") },
    { kind: "finance", name: "市财政局", cites: cite("三（一）", "DG-007") },
    { kind: "manager", name: "东莞市科创融资担保有限公司", cites: cite("三（一）", "DG-008") },
    { kind: "manager", name: "东莞市电子计算中心", cites: cite("三（一）", "DG-008") },
    { kind: "government", name: "东莞市人民政府", cites: cite("五（二）", "DG-050") },
  ],
  disclosure,
  focus: {
    fields: [
      { id: "specialised", says: "“专精特新”" },
      { id: "strategic_emerging", says: "战略性新兴产业" },
      { id: "future_industry", says: "未来产业" },
    ],
    profiles: [
      { id: "agriculture", says: "“三农”" },
      { id: "startup", says: "创业创新市场主体" },
      { id: "strategic_emerging", says: "战略性新兴产业企业" },
    ],
  },
  recommendation: {},
  meetings: {},
  clauses: CLAUSES,
};
