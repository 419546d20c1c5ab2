/** A figure or a fact as people read it. */

import { INDUSTRIES } from "../../../shared/enterprise/size-class";
import type { Figures } from "../../../shared/outcome";
import { askedWord, modeText } from "../asked-word";
import { recommender } from "../doer";
import { partyName } from "../party-name";
import { payTerm } from "../term";
import { percentText, yuanText } from "../ui/money-text";
import { SIZE_WORDS } from "./draft";
import { FIGURE_WORDS } from "./figure-name";
import { GRADE_WORDS } from "./loan";
import { PAPER_WORDS } from "./paper";
import { PROOF_WORDS, RECOVERY_WORDS } from "./recovery";
import { OPINION_WORDS } from "./screening";
import { TIER_WORDS } from "./status";
import { dayText, halfText, quarterText } from "./time";

const MONEY =
  /^(need|amount|principal|limit|cap|available|least|owed|paidIn|promised|revenue|assets|liabilities|equity|difference|covered|expected|actual|stated|most|max|min|netProfit|cashFlowNet|debits|credits|asked|approved|drawn|worst|over|totalAfter|net|line|fixed|held|paid|returned|writtenOff|repayment|outstanding|due|loss|refunded|base|interest|sum|costs|pending|recovered|out|ordered|unfunded|premiumPaid|\w+(Opening|Closing))$/;

const RATIOS = new Set(["ratio", "rate", "offered", "share", "agreed", "plan"]);

const VALUE_WORDS: Record<string, string> = {
  large: "大型",
  medium_size: "中型",
  small: "小型",
  micro: "微型",
  headcount: "从业人数",
  revenue: "营业收入",
  assets: "资产总额",
  businessLicence: "营业执照",
  financials: "财务报表",
  socialInsurance: "社保缴费记录",
  taxFilings: "纳税申报记录",
  profile: "企业基本情况介绍",
  loanNeed: "贷款需求说明",
  existing: "存续",
  cancelled: "已注销",
  revoked: "已吊销",
  liquidating: "清算中",
  finance: "金融",
  quasi_finance: "类金融",
  real_estate: "房地产",
  enterprise: "企业",
  representative: "法定代表人",
  get department() {
    return recommender();
  },
  external: "外部数据",
  duties: "责任义务",
  get compensationTerms() {
    return `${payTerm()}约定`;
  },
  recoveryTerms: "追偿约定",
  validFrom: "有效期起",
  validUntil: "有效期止",
  selectionProcedure: "选定程序",
  selectedOn: "选定日期",
  selectionDocument: "选定文件",
  ...Object.fromEntries(Object.entries(GRADE_WORDS).map(([grade, { says }]) => [grade, says])),
  ...PROOF_WORDS,
  ...RECOVERY_WORDS,
  true: "是",
  false: "否",
};

/** `2024:balance_sheet`, a paper of a year. */
const paperOfYear = (text: string): string | undefined => {
  const [year, kind] = text.split(":");
  const paper = PAPER_WORDS[kind as keyof typeof PAPER_WORDS];
  return paper && /^\d{4}$/.test(year ?? "") ? `${year} 年度${paper}` : undefined;
};

const oneValue = (text: string): string =>
  VALUE_WORDS[text] ??
  PAPER_WORDS[text as keyof typeof PAPER_WORDS] ??
  paperOfYear(text) ??
  (partyName(text) || undefined) ??
  (INDUSTRIES as Record<string, { name: string }>)[text]?.name ??
  askedWord(text) ??
  text;

/** A figure as people read it: money with 元, days with 年月日, ratios with %. */
export function figureText(name: string, value: string): string {
  if (MONEY.test(name) && /^-?\d+\.\d{2}$/.test(value)) return `${yuanText(value)} 元`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value);
  if (RATIOS.has(name) && /^\d+\.\d+$/.test(value)) return percentText(value);
  if (name === "choice" || name === "tier") return TIER_WORDS[value] ?? value;
  if (name === "size" || name === "class") return SIZE_WORDS[value] ?? oneValue(value);
  if (name === "mode") return modeText(value);
  if (name === "counts")
    return value
      .split(",")
      .map((part) => part.split(":"))
      .map(([choice, votes]) => `${TIER_WORDS[choice ?? ""] ?? choice} ${votes ?? 0} 票`)
      .join("，");
  if (name === "quarter") return quarterText(value);
  if (name === "batch") return halfText(value);
  if (name === "verdict") return OPINION_WORDS[value] ?? oneValue(value);
  return value
    .split(/[,、]/)
    .map((part) => oneValue(part.trim()))
    .join("、");
}

/** `理由：……` for each named fact of an event. */
export const factLines = (facts: Figures): string[] =>
  Object.entries(facts)
    .filter(([name, value]) => FIGURE_WORDS[name] && value)
    .map(([name, value]) => `${FIGURE_WORDS[name]}：${figureText(name, value)}`);
