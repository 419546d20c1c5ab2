/** 青溪县企业互助资金, an invented document that no mechanism knows: what the folder of a new district looks like. */
import { cite } from "../../../shared/citation";
import type { Scheme } from "../../../shared/schemes/scheme";
import { admission } from "./admission";
import { claim, compensation, obligations } from "./claim";
import { CLAUSES } from "./clauses";
import { LIMITS, RULES } from "./eligibility";
import { fund } from "./fund";
import { FROM, PARAMETERS, validUntil } from "./parameters";
import { loss, recovery } from "./recovery";
import { disclosure, reports } from "./reports";
import { sanctions } from "./sanctions";

export const qingxi: Scheme = {
  id: "qingxi",
  code: "QX",
  name: "青溪县企业互助资金",
  district: "青溪县",
  status: "draft",
  ruleSet: "1.0",
  validity: {
    from: FROM,
    until: validUntil,
    cites: cite("第十五条", "QX-020"),
    codes: { early: "scheme_not_started", late: "scheme_expired" },
  },
  parameters: PARAMETERS,
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
  terms: { payment: { says: "补偿", cites: cite("第八条", "QX-010") } },
  disclosure,
  focus: { fields: [], profiles: [] },
  recommendation: {},
  meetings: {},
  clauses: CLAUSES,
};
