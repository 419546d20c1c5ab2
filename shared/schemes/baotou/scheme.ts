/** 包头市中小微企业助保金贷款管理办法, revised in 2021. */
import { cite } from "../../citation";
import type { Scheme } from "../scheme";
import { admission } from "./admission";
import { claim, compensation, loss, obligations } from "./claim";
import { CLAUSES } from "./clauses";
import { LIMITS, RULES } from "./eligibility";
import { fund } from "./fund";
import { FUND_PARAMETERS } from "./fund-parameters";
import { FROM, PARAMETERS, validUntil } from "./parameters";
import { recovery } from "./recovery";
import { disclosure, reports } from "./reports";
import { partnership, sanctions } from "./sanctions";

export const baotou: Scheme = {
  id: "baotou",
  code: "BT",
  name: "包头市中小微企业助保金贷款资金池",
  district: "包头市",
  status: "in_force",
  ruleSet: "2021-49",
  validity: {
    from: FROM,
    until: validUntil,
    cites: cite("第四十条", "BT-063"),
    codes: { early: "scheme_not_started", late: "scheme_expired" },
  },
  parameters: [...PARAMETERS, ...FUND_PARAMETERS],
  rules: RULES,
  papers: [],
  admission,
  deadlines: [],
  compensation,
  loss,
  fund,
  claim,
  recovery,
  sanctions,
  reports,
  obligations,
  limits: LIMITS,
  partnership,
  terms: { payment: { says: "代偿", cites: cite("第三十三条", "BT-051") }, approval: { says: "出具推荐表", cites: cite("第二十五条", "BT-040") } },
  bodies: [
    { kind: "office", name: "市工信局（专项工作协调办公室）", cites: cite("第六条（一）", "BT-006") },
    { kind: "manager", name: "包头市百佳融资担保有限责任公司", cites: cite("第十条", "BT-014") },
  ],
  disclosure,
  focus: { fields: [], profiles: [] },
  recommendation: {},
  meetings: {},
  clauses: CLAUSES,
};
