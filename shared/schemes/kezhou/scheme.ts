/** 克州产业发展风险补偿资金管理办法; the text carries no date of its own. */
import { cite } from "../../citation";
import type { Scheme } from "../scheme";
import { admission } from "./admission";
import { claim, compensation, loss, obligations } from "./claim";
import { CLAUSES } from "./clauses";
import { LIMITS, RULES } from "./eligibility";
import { fund } from "./fund";
import { FUND_PARAMETERS } from "./fund-parameters";
import { FROM, issuedOn, PARAMETERS, validUntil, validYears } from "./parameters";
import { recovery } from "./recovery";
import { disclosure, reports } from "./reports";
import { partnership, sanctions, watch } from "./sanctions";

export const kezhou: Scheme = {
  id: "kezhou",
  code: "KZ",
  name: "克州产业发展风险补偿资金",
  district: "克州",
  status: "in_force",
  ruleSet: "2025",
  validity: { from: FROM, until: validUntil, cites: cite("第二十七条", "KZ-087"), issued: { on: issuedOn, years: validYears } },
  parameters: [...PARAMETERS, ...FUND_PARAMETERS],
  rules: RULES,
  papers: [
    { kind: "purchase_orders", says: "采购订单", cites: cite("第六条（一）2", "KZ-015") },
    { kind: "sales_contracts", says: "销售合同", cites: cite("第六条（一）2", "KZ-015") },
  ],
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
  watch,
  partnership,
  terms: { payment: { says: "补偿", cites: cite("第十四条", "KZ-049") }, approval: { says: "审核", cites: cite("第七条（四）", "KZ-025") } },
  bodies: [
    { kind: "office", name: "自治州财政局", cites: cite("第二十三条（一）", "KZ-067") },
    { kind: "manager", name: "克州财信融资担保有限责任公司", cites: cite("第二十三条（一）", "KZ-068") },
  ],
  disclosure,
  focus: {
    fields: [
      { id: "new_energy_materials", says: "新能源新材料" },
      { id: "green_mining", says: "绿色矿业" },
      { id: "grain_oil", says: "粮油" },
      { id: "cotton_textile", says: "棉花和纺织服装" },
      { id: "tourism", says: "旅游" },
      { id: "building_materials", says: "新型建材" },
      { id: "organic_fruit_veg", says: "绿色有机果蔬" },
      { id: "livestock", says: "优质畜牧产品" },
      { id: "coal", says: "煤炭煤电煤化工" },
      { id: "oil_gas", says: "油气生产加工" },
      { id: "belt_road", says: "“一带一路”市场主体" },
      { id: "rural_revitalisation", says: "乡村振兴市场主体" },
    ],
    profiles: [],
  },
  recommendation: {},
  meetings: {},
  clauses: CLAUSES,
};
