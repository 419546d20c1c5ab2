/** The numbers of 新乡's interim measures (新政办〔2021〕48号), each with its article, its dates and the reading chosen. */
import { cite } from "../../citation";
import type { SizeClass } from "../../enterprise/size-class";
import { day } from "../../local-date";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";

/** First day in force: the imprint's date (第十九条, reading XX-A14). */
export const FROM = day("2021-08-20");

export const parameter = parametersFrom(FROM);

const ISSUED = { id: "XX-A14", others: ["按文件落款日2021年8月19日起算"] } as const;

export const coverFrom = parameter("cover.from", "纳入补偿的最早放款日", cite("第四条", "XX-009"), "2021-08-20", {
  ...ISSUED,
  chosen: "以印发日2021年8月20日为施行日",
});

export const validUntil = parameter("validity.until", "有效期的最后一天", cite("第十九条", "XX-066"), "2024-08-19", {
  id: "G-08",
  chosen: "起始日计入，最后一天是三周年的前一天；到期后已放款的照旧申请、追偿，不再纳入新贷款",
  others: ["按民法典，三周年当天为最后一天"],
});

export const city = parameter("registered.city", "登记注册所在市", cite("第三条", "XX-006"), "新乡市");

export const sizeClasses = parameter<readonly SizeClass[]>("sme.classes", "纳入的企业规模", cite("第三条", "XX-005"), ["small", "micro"], {
  id: "G-18",
  chosen: "贷款备案时划型，之后长大不影响已纳入的贷款",
  others: ["持续划型"],
});

export const excludedActivities = parameter<readonly string[]>("excluded.industries", "不纳入的行业", cite("第三条", "XX-007"), ["real_estate"]);

export const purposes = parameter<readonly string[]>("loan.purposes", "贷款用途", cite("第四条", "XX-011"), ["production_operation"]);

export const loanTypes = parameter<readonly string[]>("loan.types", "纳入的贷款种类", cite("第四条", "XX-012"), [
  "credit",
  "ip_pledge",
  "patent_pledge",
  "trademark_pledge",
  "reguaranteed",
]);

/** Fen, as every amount below. */
export const enterpriseMax = parameter("enterprise.totalCovered.max", "单户企业纳入补偿的贷款总额", cite("第四条", "XX-014"), 1_000_000_000);

export const enterpriseBasis = parameter<string>(
  "enterprise.totalCovered.basis",
  "单户总额怎么加",
  cite("第四条", "XX-014"),
  "enterpriseLive",
  {
    id: "XX-A04",
    chosen: "各机构已纳入、尚未还清的贷款，按原始本金合计；超出的那一笔整笔不纳入",
    others: ["历年累计"],
  },
  ["enterpriseLive", "enterpriseLifetime"],
);

export const PARAMETERS: readonly Parameter<unknown>[] = [
  coverFrom,
  validUntil,
  city,
  sizeClasses,
  excludedActivities,
  purposes,
  loanTypes,
  enterpriseMax,
  enterpriseBasis,
] as readonly Parameter<unknown>[];
