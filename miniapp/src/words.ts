/** Every Chinese word that a code stands for: refusals, figures, organisations, statuses, tiers, papers, events. The article is added by the screen. */

import type { TASK_IDS, TASK_STATUSES } from "../../shared/contract/application";
import type { DECLINE_REASONS } from "../../shared/contract/push";
import type { STATEMENT_KINDS } from "../../shared/contract/statement";
import { INDUSTRIES } from "../../shared/enterprise/size-class";
import type { Figures } from "../../shared/outcome";
import type { EventType } from "../../shared/process/event";
import type { CaseStatus } from "../../shared/process/status";
import type { RefusalCode } from "../../shared/refusal-code";
import { askedWord, modeText } from "./asked-word";
import { consenter, lossApprovers } from "./doer";
import { GRADE_WORDS, PROOF_WORDS, RECOVERY_WORDS } from "./money-words";
import { partyName } from "./party-name";
import { percentText, yuanText } from "./ui/money-text";
import type { Tone } from "./ui/tag";

/** Beside an open case to which nothing happened in this quarter (the list is kept up to date). */
export const STALE_WORDS = "本季度未更新";

/** What a case waits for, and how it looks in a list. */
export const STATUS_WORDS: Record<CaseStatus, { says: string; tone: Tone }> = {
  draft: { says: "填写中", tone: "plain" },
  recommend: { says: "待推荐", tone: "todo" },
  check: { says: "待核查", tone: "todo" },
  check_open: { says: "核查中", tone: "todo" },
  ballot: { says: "待联审", tone: "todo" },
  ballot_scheduled: { says: "已排入会议", tone: "todo" },
  ballot_open: { says: "表决中", tone: "warn" },
  approve: { says: "待审议", tone: "todo" },
  publish: { says: "公示中", tone: "todo" },
  push: { says: "待推送", tone: "todo" },
  push_open: { says: "已推送，等机构答复", tone: "todo" },
  loan: { says: "待登记放款", tone: "todo" },
  register: { says: "待备案", tone: "todo" },
  cooling: { says: "暂停推送一年", tone: "bad" },
  funded: { says: "已放款", tone: "done" },
  not_supported: { says: "不予支持", tone: "bad" },
  withdrawn: { says: "已撤回", tone: "plain" },
};

export const TIER_WORDS: Record<string, string> = { high: "高风险", medium: "中风险", low: "低风险", not_supported: "不予支持" };
export const LEAD_WORDS: Record<"open" | "declined" | "offered" | "funded" | "closed", { says: string; tone: Tone }> = {
  open: { says: "待答复", tone: "todo" },
  declined: { says: "已婉拒", tone: "bad" },
  offered: { says: "已报价", tone: "warn" },
  funded: { says: "已放款", tone: "done" },
  closed: { says: "已结束", tone: "plain" },
};
export const PAPER_WORDS: Record<(typeof STATEMENT_KINDS)[number], string> = {
  business_licence: "营业执照",
  balance_sheet: "资产负债表",
  income_statement: "利润表",
  cash_flow: "现金流量表",
  social_insurance: "社保缴费记录",
  tax_filings: "纳税申报记录",
  loan_need: "贷款需求说明",
  profile: "企业基本情况介绍",
  purchase_orders: "采购订单",
  sales_contracts: "销售合同",
  agreement: "合作协议",
  gov_document: "政府文件",
  npl_application: "不良贷款认定申请",
  loan_arrival: "贷款到位文件",
  policy: "保单",
  premium_proof: "保费缴费证明",
  legal_proof: "法律程序证明",
  compensation_application: "补偿申请",
  loan_contract: "贷款合同",
  loss_table: "本金利息损失统计表",
  recovery_measures: "债务追偿措施说明",
  sharing_proof: "其他各方分担的证明",
  other: "其他材料",
};
export const DECLINE_WORDS: Record<(typeof DECLINE_REASONS)[number], string> = {
  risk_policy: "不符合本机构风险政策",
  collateral: "缺少抵质押或担保",
  cash_flow: "现金流不足以还款",
  credit_record: "信用记录有问题",
  existing_debt: "已有负债过高",
  out_of_scope: "不在本机构业务范围",
  enterprise_withdrew: "企业不再需要",
  other: "其他原因",
};
export const TASK_WORDS: Record<(typeof TASK_IDS)[number], string> = {
  enterprise: "企业情况",
  people: "法定代表人、控制人和股东",
  figures: "经营数据",
  project: "经营项目和融资需求",
  conduct: "信用和守法情况",
  papers: "上传材料",
  submit: "核对并提交",
};
/** Names of the answers in a draft; those of a list's rows stand after the row's own name. */
export const DRAFT_WORDS: Record<string, string> = {
  registeredDistrict: "登记注册所在区",
  registeredAddress: "登记住所",
  registration: "登记状态",
  establishedOn: "成立日期",
  industry: "所属行业",
  activity: "业务是否涉及金融、房地产",
  listedProcess: "是否使用淘汰工艺或设备",
  attested: "文件要求说明的情况",
  monthlyStaff: "每月在岗人数",
  localStaffPercent: "本地员工比例",
  representativeName: "法定代表人姓名",
  representativeId: "法定代表人身份证号",
  controllerName: "实际控制人姓名",
  controllerId: "实际控制人身份证号",
  holders: "股东",
  affiliates: "关联企业",
  years: "经营数据",
  projectDescription: "经营项目",
  needAmount: "融资需求",
  needPurpose: "资金用途",
  needTermMonths: "希望的期限",
  focusField: "重点领域",
  focusProfiles: "企业类型",
  focusEvidence: "类型依据",
  dishonestEnterprise: "企业是否失信被执行人",
  dishonestRepresentative: "法定代表人是否失信被执行人",
  conduct: "违法违规失信记录",
  addressedTo: "推荐单位",
  consentTruth: "真实承诺",
  consentPrivacy: "信息使用同意",
  consentBanks: "推送同意",
  name: "名称",
  id: "证件号",
  percent: "持股比例",
  creditCode: "统一社会信用代码",
  headcount: "从业人数",
  revenue: "营业收入",
  assets: "资产总额",
  subject: "对象",
  occurredOn: "发生日期",
  detail: "情况说明",
};
export const SIZE_WORDS: Record<string, string> = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };
export const TASK_STATUS_WORDS: Record<(typeof TASK_STATUSES)[number], { says: string; tone: Tone }> = {
  cannot_start: { says: "还不能开始", tone: "plain" },
  not_started: { says: "未开始", tone: "todo" },
  in_progress: { says: "填写中", tone: "warn" },
  done: { says: "已完成", tone: "done" },
};
const RULE_SET_WORDS: Record<string, string> = { rev: "修订", draft: "征求意见稿" };
/** `2026-rev-draft` → `2026 年修订征求意见稿`, `2021-48` → `2021 年第 48 号文件`. */
export function ruleSetText(ruleSet: string): string {
  const [year = "", ...rest] = ruleSet.split("-");
  const said = (part: string) => RULE_SET_WORDS[part] ?? (/^\d+$/.test(part) ? `第 ${part} 号文件` : part);
  return `${year} 年${rest.map(said).join("") || "正式文件"}`;
}

export const VERDICT_WORDS = { met: "符合", unmet: "不符合", missing: "还缺资料", warning: "请留意" } as const;
export const OUTCOME_WORDS = { eligible: "符合条件", ineligible: "不符合条件", incomplete: "资料还不全" } as const;
export const CHECKPOINT_WORDS: Record<string, string> = {
  application: "提交申请时",
  recommendation: "推荐时",
  screening: "核查时",
  review: "联审时",
  push: "推送时",
  disbursement: "放款时",
  registration: "备案时",
  claim: "申请代偿时",
};
export const OPINION_WORDS: Record<string, string> = { support: "支持", caution: "有保留", oppose: "反对" };
export const FINDING_RESULT_WORDS: Record<string, string> = { clear: "未见异常", adverse: "发现问题", unclear: "查不清" };
export const FINDING_TOPIC_WORDS: Record<string, string> = {
  registration: "登记存续",
  dishonest: "失信被执行",
  conduct: "违法违规",
  affiliates: "关联企业",
  operations: "经营状况",
  credit: "信用记录",
  tax: "纳税情况",
  criminal: "刑事记录",
  other: "其他",
};
export const FINDING_SUBJECT_WORDS: Record<string, string> = { enterprise: "企业", representative: "法定代表人", group: "关联企业" };
export const SOURCE_WORDS: Record<string, string> = { internal: "内部数据", external: "外部数据", bigdata: "大数据平台" };

/** What happened, for timelines. Facts are told beside it. */
export const EVENT_WORDS: Record<EventType, string> = {
  application_submitted: "企业提交申请",
  application_returned: "推荐单位退回补充",
  application_withdrawn: "企业撤回申请",
  recommended: "推荐",
  check_opened: "开始核查",
  finding_recorded: "记录核查结果",
  opinion_given: "会同机构出具意见",
  check_passed: "核查通过",
  check_returned: "核查退回",
  review_scheduled: "排入联审会议",
  seat_recused: "联审单位回避",
  review_opened: "开始表决",
  ballot_cast: "一家单位完成投票",
  revote_opened: "没有过半数，重新表决",
  review_decided: "联审形成结果",
  review_deferred: "没有过半数，转下次会议",
  approval_given: "审议同意",
  approval_refused: "审议不同意",
  pushed: "推送给金融机构",
  lead_asked: "机构提问",
  lead_answered: "回答机构提问",
  lead_declined: "机构婉拒",
  lead_offered: "机构报价",
  push_failed: "本轮融资未成功",
  cooling_started: "暂停推送",
  list_published: "公布名单",
  feedback_given: "部门反馈企业情况",
  list_reviewed: "复核名单",
  loan_registered: "贷款备案",
  case_imported: "期初导入",
  import_undone: "撤销期初导入",
  loan_recorded: "登记放款",
};

/** Names of the figures and facts that refusals and events carry; what has no name here is not shown. */
export const FIGURE_WORDS: Record<string, string> = {
  need: "融资需求",
  amount: "金额",
  principal: "贷款本金",
  limit: "上限",
  cap: "上限",
  max: "最多",
  most: "最多",
  min: "最少",
  least: "最少",
  paidIn: "已到",
  owed: "应补",
  given: "填写的是",
  used: "已用",
  available: "可用",
  year: "年度",
  years: "缺少的年度",
  missing: "缺少",
  required: "应有",
  expected: "应为",
  actual: "实际",
  on: "日期",
  from: "起",
  until: "止",
  since: "自",
  occurredOn: "发生日期",
  disbursedOn: "放款日期",
  pushedOn: "推送日期",
  signedOn: "签订日期",
  heldOn: "会议日期",
  lastFailedOn: "上次未成功日期",
  secondPushOn: "第二次推送日期",
  blockedThrough: "暂停至",
  firstAllowedOn: "最早可再推送",
  firstAllowedDate: "最早可再推送",
  listedOn: "列入日期",
  establishedOn: "成立日期",
  validFrom: "有效期起",
  validUntil: "有效期止",
  quarter: "季度",
  count: "数量",
  units: "参与单位数",
  unit: "单位",
  area: "企业所在地区",
  name: "名称",
  path: "关联关系",
  subject: "对象",
  detail: "情况",
  headcount: "从业人数",
  revenue: "营业收入",
  assets: "资产总额",
  liabilities: "负债",
  equity: "所有者权益",
  rate: "利率",
  ratio: "代偿比例",
  termMonths: "期限（月）",
  term: "期限（月）",
  failures: "未成功次数",
  shortfall: "还差",
  recommended: "已推荐",
  target: "应推荐",
  kind: "类别",
  institution: "机构",
  org: "单位",
  title: "职务",
  allowed: "可以是",
  letterNo: "推荐函号",
  documentNo: "文号",
  class: "企业规模",
  size: "企业规模",
  fiscalYear: "会计年度",
  windowFrom: "回看起始日",
  stated: "表上是",
  cashOpening: "货币资金年初数",
  cashClosing: "货币资金年末数",
  assetsOpening: "资产年初数",
  assetsClosing: "资产年末数",
  liabilitiesClosing: "负债年末数",
  equityClosing: "所有者权益年末数",
  netProfit: "净利润",
  cashFlowOpening: "现金年初数",
  cashFlowNet: "现金净增加",
  cashFlowClosing: "现金年末数",
  industry: "行业",
  district: "登记地",
  registeredDistrict: "登记地",
  registration: "登记状态",
  activity: "业务类别",
  length: "字数",
  difference: "差额",
  contractNo: "合同号",
  attempts: "次数",
  edition: "目录版本",
  debits: "借方",
  credits: "贷方",
  asked: "申请支付",
  approved: "已同意",
  drawn: "已拨付额度",
  worst: "全部出险时代偿",
  over: "超出",
  totalAfter: "加上这笔合计",
  paid: "已代偿",
  returned: "已返还",
  writtenOff: "已核销",
  repayment: "还款",
  outstanding: "未还本金",
  due: "应为",
  loss: "净损失",
  refunded: "退还保费",
  overdueDays: "逾期天数",
  daysOverdue: "逾期天数",
  dueOn: "应还日",
  policyNo: "保单号",
  receiptNo: "缴费凭证号",
  batch: "批次",
  catalogueEdition: "目录版本",
  reason: "理由",
  by: "单位",
  choice: "结果",
  mode: "合作方式",
  pushNo: "推送编号",
  round: "轮次",
  consulted: "会同机构",
  counts: "计票",
  summary: "小结",
  question: "提问",
  answer: "回答",
  verdict: "意见",
  source: "来源",
  sourceName: "来源名称",
  recoveryOwner: "追偿责任单位",
  leads: "推送机构",
  addressedTo: "推荐单位",
  lender: "放贷机构",
  offered: "报价利率",
  institutions: "推送机构",
  better: "可优先选的机构",
  share: "持股比例",
  agreed: "约定的比例",
  plan: "方案的比例",
  base: "代偿基数",
  grade: "五级分类",
  gradedOn: "上次分类",
  maturesOn: "到期日",
  interest: "利息",
  covered: "其他赔付",
  sum: "合计",
  costs: "追偿费用",
  pending: "待返还",
  recovered: "已收回",
  out: "还没有收回",
  ordered: "要求退回",
  unfunded: "未能支付",
  premiumPaid: "实缴保费",
  paidOn: "代偿日期",
  payee: "收款单位",
  person: "经办人",
  proof: "终结证明",
  receipt: "流水号",
  caseNo: "案号",
  legalEnded: "法律程序已终结",
  institutionConfirmed: "机构已确认",
};

const MONEY =
  /^(need|amount|principal|limit|cap|available|least|owed|paidIn|promised|revenue|assets|liabilities|equity|difference|covered|expected|actual|stated|most|max|min|netProfit|cashFlowNet|debits|credits|asked|approved|drawn|worst|over|paid|returned|writtenOff|repayment|outstanding|due|loss|refunded|base|interest|sum|costs|pending|recovered|out|ordered|unfunded|premiumPaid|\w+(Opening|Closing))$/;
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
  department: "行业主管部门或乡镇街道",
  external: "外部数据",
  duties: "责任义务",
  compensationTerms: "代偿约定",
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

/** `2026-11-21` → `2026年11月21日`. */
export function dayText(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day;
}

/** Milliseconds since 1970 → `11月21日 09:30`, in Beijing time wherever the phone is; with the year when it is not this year's. */
export function momentText(instant: number, now: number = Date.now()): string {
  const at = new Date(instant + 8 * 3600_000);
  const pad = (n: number) => String(n).padStart(2, "0");
  const year = at.getUTCFullYear() === new Date(now + 8 * 3600_000).getUTCFullYear() ? "" : `${at.getUTCFullYear()}年`;
  return `${year}${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

/** `2026Q4` → `2026年第四季度`. */
export function quarterText(quarter: string): string {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  return match ? `${match[1]}年第${"一二三四"[Number(match[2]) - 1]}季度` : quarter;
}

/** `2026H1` → `2026年上半年`. */
export function halfText(half: string): string {
  const match = /^(\d{4})H([12])$/.exec(half);
  if (match) return `${match[1]}年${match[2] === "1" ? "上" : "下"}半年`;
  return /^\d{4}Y1$/.test(half) ? `${half.slice(0, 4)}年度` : half;
}

/** Any period by its name: `2026M9` → `2026年9月`, `2026Q4`, `2026H1`, `2026Y1`. */
export function periodText(period: string): string {
  const match = /^(\d{4})M(\d{1,2})$/.exec(period);
  return match ? `${match[1]}年${match[2]}月` : quarterText(halfText(period));
}

/** What is done about an institution that is watched. */
export const WATCH_WORDS: Record<string, string> = {
  figures: "录入数字",
  explain: "报送情况说明和整改计划",
  pause: "暂停补偿",
  resume: "恢复补偿",
  end: "终止合作",
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

/** One figure for the middle of a sentence: the first that is there. */
const one = (f: Figures, names: readonly string[], otherwise = ""): string => {
  const name = names.find((each) => f[each] !== undefined && f[each] !== "");
  return name ? figureText(name, f[name] as string) : otherwise;
};
/** The same between quotes or other marks, nothing when absent. */
const mark = (f: Figures, names: readonly string[], before: string, after: string): string => {
  const text = one(f, names);
  return text ? `${before}${text}${after}` : "";
};
/** All named figures in brackets: `（融资需求 5,000,000.01 元，上限 5,000,000.00 元）`. */
export const told = (f: Figures): string => {
  const parts = Object.entries(f)
    .filter(([name, value]) => FIGURE_WORDS[name] && value !== "")
    .map(([name, value]) => `${FIGURE_WORDS[name]} ${figureText(name, value)}`);
  return parts.length ? `（${parts.join("，")}）` : "";
};
const given = (f: Figures) => mark(f, ["given"], "（您填的是“", "”）");

const topicsText = (topics: string): string =>
  topics
    .split("、")
    .map((topic) => FINDING_TOPIC_WORDS[topic] ?? topic)
    .join("、");

/** How many people and what share of them a firm has, against what the document asks. */
const staffed = ({ staff, atLeast, ratio = "—", localRatio }: Figures): string => {
  const people = staff ? [`每月在岗 ${staff} 人${atLeast ? `，要求每月不少于 ${atLeast} 人` : ""}`] : [];
  const share = ratio === "—" ? [] : [`本地员工占 ${percentText(ratio)}${localRatio ? `，要求不低于 ${percentText(localRatio)}` : ""}`];
  return people.length + share.length ? `（${[...people, ...share].join("；")}）` : "";
};

/** What came in against what the document asks, or a sum against the fund's size. */
const sums = ({ paidIn, asked, sum, size }: Figures): string => {
  if (paidIn && asked) return `（填写 ${yuanText(paidIn)} 元，规定 ${yuanText(asked)} 元）`;
  return sum && size ? `（合计 ${yuanText(sum)} 元，资金规模 ${yuanText(size)} 元）` : "";
};

/** Sizes of files for reading: `（24.3 MB，最多 20 MB）`. */
const megabytes = (f: Figures): string => {
  const text = (bytes: string) => `${(Number(bytes) / 1048576).toFixed(1).replace(/\.0$/, "")} MB`;
  const parts = [f.bytes ? text(f.bytes) : "", f.most ? `最多 ${text(f.most)}` : ""].filter(Boolean);
  return parts.length ? `（${parts.join("，")}）` : "";
};

const creditCode = (f: Figures): string => {
  const shown = mark(f, ["given"], "“", "”");
  if (f.problem === "length") return `统一社会信用代码应为 18 位，您填的${shown}有 ${f.length} 位。请对照营业执照补齐或删去多余的字符。`;
  if (f.problem === "character")
    return `统一社会信用代码第 ${f.at} 位不能是“${f.character}”${f.expected ? `，应是“${f.expected}”` : ""}。代码里没有字母 I、O、S、V、Z，请对照营业执照修改。`;
  if (f.problem === "check") return `统一社会信用代码${shown}校验不通过${f.within ? `，错误多半在第 ${f.within} 位` : ""}。请对照营业执照逐位核对。`;
  return `统一社会信用代码不正确${shown}。请对照营业执照填写 18 位代码。`;
};

/** One sentence for each code: what is wrong with the figures compared, then what to do. */
export const REFUSALS: Record<RefusalCode, (f: Figures) => string> = {
  amount_invalid: (f) => `金额没有看懂${given(f)}。请填写以元为单位的数字，最多两位小数，例如 3000000.00。`,
  date_invalid: (f) => {
    const [latest, since] = [f.until ?? f.latest, f.since];
    if (latest) return `日期不能晚于${dayText(latest)}${given(f)}。请核对日期。`;
    if (f.from && f.on) return `日期要从${dayText(f.from)}起、到${dayText(f.on)}为止${given(f)}。请核对日期。`;
    if (since) return `日期要在${dayText(since)}之后${given(f)}。请核对日期。`;
    return `日期没有看懂${given(f)}。请填写真实存在的日期，例如 2026-11-21。`;
  },
  field_required: () => "这一项还没有填。请填写后再继续。",
  field_too_long: (f) => `内容太长${mark(f, ["length"], "（现有 ", " 字）")}${mark(f, ["max", "most"], "，最多 ", " 字")}。请删减后再提交。`,
  field_invalid: (f) =>
    f.min !== undefined && f.max !== undefined
      ? `填写的内容不在范围内${given(f)}。请填 ${f.min} 到 ${f.max} 之间的数。`
      : `填写的内容不符合要求${given(f)}。请去掉特殊符号或重新选择。`,
  credit_code_invalid: creditCode,
  phone_invalid: () => "手机号不正确。请填写 11 位中国大陆手机号。",
  statement_kind_invalid: () => "没有选对材料类别。请从列表里选择这份文件是什么材料。",
  statement_unbalanced: (f) => `资产负债表不平：资产总额应等于负债加所有者权益${told(f)}。请核对报表，改正后重新上传；以您填写的数字为准。`,
  statement_opening_mismatch: (f) => `年初数与上年年末数对不上${told(f)}。请核对两年的报表是否为同一口径。`,
  statement_cash_mismatch: (f) => `现金流量表与货币资金变动对不上${told(f)}。请核对现金流量表和资产负债表。`,

  file_missing: () => "没有收到文件。请选择一个文件再上传。",
  file_type: (f) => `这种文件不能上传${given(f)}。请上传 pdf、jpg、png 或 xlsx 文件；改后缀名没有用，要另存为这些格式。`,
  file_too_big: (f) => `文件太大${megabytes(f)}。请压缩，或拆成几个文件分别上传。`,
  file_empty: () => "这是一个空文件。请打开看看内容，重新保存后再传。",
  file_encrypted: () => "文件有密码，无法查看。请去掉密码后再上传。",
  file_harmful: () => "文件里带有宏、脚本或自动运行的内容，不能上传。请另存为普通 pdf 或不带宏的 xlsx。",
  file_unreadable: () => "文件打不开，可能已损坏。请在手机或电脑上打开确认，重新保存后再传。",
  file_interrupted: () => "上传中断了，文件没有传完。请点“重新上传”。",
  file_too_many: (f) => `文件太多${told(f)}。请先删除不需要的文件。`,
  file_quota: (f) => `这件申请的存储空间已用完${told(f)}。请删除不需要的文件后再传。`,

  scheme_not_in_force: (f) => `方案不在试行期内，不能办理新业务${told(f)}。已放款案件的后续事项不受影响。`,
  scheme_not_started: (f) => `方案还没有开始试行${told(f)}。请在开始日之后办理。`,
  issue_date_missing: () => "办法的印发日期还没有录入，不能开展新业务。请先录入。",
  parameter_not_in_force: (f) => `这一天没有有效的政策数字可用${mark(f, ["on"], "（", "）")}。请联系${partyName("office")}确认规则版本。`,
  calendar_unknown: (f) => `国务院还没有公布${mark(f, ["year"], " ", " 年")}放假安排，这个日期是暂定的，公布后会重新计算。`,
  ruleset_draft: () => "现行规则来自征求意见稿，正式文件印发后可能调整。每次办理都会记下当时的规则版本。",

  not_local: (f) => `企业不在本区登记注册${told(f)}。只有在本区登记的企业可以申请。`,
  not_existing: (f) => `企业目前不是存续状态${told(f)}。请先恢复正常登记。`,
  no_project: () => "还没有写明具体的经营项目。请用一两句话说明做什么、在哪里做、现在做到哪一步。",
  not_sme: (f) => `按中小企业划型标准，企业属于大型，不在支持范围${told(f)}。请核对人数、收入和资产是否填对。`,
  size_inputs_missing: (f) =>
    f.missing === "industry"
      ? "判断企业规模要先选所属行业。请在“企业情况”里选择。"
      : `判断企业规模还缺${mark(f, ["missing"], "：", "")}${mark(f, ["industry"], "（行业：", "）")}。请在“经营数据”里补上。`,
  dishonest_enterprise: (f) => `企业被列为失信被执行人${told(f)}，不能申请。请先履行义务、移出名单。`,
  dishonest_legalrep: (f) => `法定代表人被列为失信被执行人${told(f)}，不能申请。请先履行义务、移出名单。`,
  major_violation: (f) => `申报日前两年内有重大违法、违规或失信行为${told(f)}，不能申请。满两年后可以再申请。`,
  not_focus_sector: () => "企业不在六个重点领域内。可以继续，但推荐单位要写明推荐理由，同等条件下重点领域优先。",
  no_focus_profile: () => "没有选择高成长性、未来产业或成熟期暂时困难中的任何一类。可以继续，选上并写明依据有助于优先。",
  need_over_cap: (f) =>
    `融资需求${mark(f, ["need", "amount", "given"], " ", "")}超过上限${mark(f, ["limit", "cap", "max"], " ", "")}。请把金额改到上限以内（含上限）。`,
  need_invalid: (f) => `融资需求没有看懂${given(f)}。请填大于 0、最多两位小数的金额，单位是元。`,
  one_loan_only: (f) => `同一企业只能通过本机制获得一次贷款${told(f)}。这家企业已经用过。`,
  affiliate_used: (f) =>
    `关联企业${mark(f, ["name", "enterprise"], "“", "”")}已通过本机制获得贷款${mark(f, ["path"], "，关联关系：", "")}${mark(f, ["disbursedOn"], "（放款日期 ", "）")}。关联企业不能再申请。`,
  affiliate_suspected: (f) => `可能与已用过本机制的企业有关联${told(f)}。请办公室核实后再办理。`,
  excluded_industry: (f) => `经营项目属于金融、类金融或房地产${told(f)}，不在支持范围。`,
  obsolete_process: (f) => `生产工艺或设备在本市淘汰退出目录内${told(f)}，不在支持范围。`,
  doc_missing: (f) =>
    `还缺材料${mark(f, ["missing", "kind", "document", "papers"], "：", "")}${mark(f, ["years", "year", "fiscalYear"], "（", " 年度）")}。请在“上传材料”里补上。`,
  young_enterprise: (f) => `企业成立不满两年，没有两个完整年度的报表${told(f)}。可以继续，由办公室人工核实。`,
  blacklisted: (f) => `企业或法定代表人因失信行为被限制申请${told(f)}。请在限制期满后再申请。`,
  fact_missing: (f) => `还没有填${DRAFT_WORDS[f.field ?? ""] ?? "判断所需的资料"}${told(f)}，填好就能看到结果。`,

  not_recommended: () => "这件申请还没有推荐单位采纳。要先由行业主管部门或乡镇街道出具推荐函。",
  unknown_recommender: (f) => `推荐单位不在名册里${told(f)}。请联系${partyName("office")}登记。`,
  org_unknown: (f) => `单位名录里没有这家单位${given(f)}。请按名录里的全称填写，或先登记这家单位。`,
  docs_not_collected: (f) => `企业材料还没有收齐${told(f)}，不能出具推荐函。请先退回企业补齐。`,
  no_letter: () => "没有推荐函编号。请填写本单位的推荐函编号。",
  letter_used: (f) => `推荐函编号已经用过${mark(f, ["letterNo", "given"], "：", "")}。每份推荐函只能推荐一次，请换一个编号。`,
  recommender_mismatch: (f) => `这件申请是提交给别的推荐单位的${told(f)}。请由该单位办理，或让企业改选。`,
  kpi_shortfall: (f) => `本季度推荐家数还不够${told(f)}。只作提示，不影响办理。`,
  list_stale: (f) => `这条需求本季度还没有更新${told(f)}。请联系企业核实是否仍需融资。`,
  not_screened: () => "还没有通过风险初筛，不能排入联审。请先完成初筛。",
  screening_partner_missing: () => "初筛至少要有一家合作机构的意见。请等机构出具意见，或再会同一家机构。",
  screening_source_missing: (f) => `核查结果缺少来源或查询时间${told(f)}。请补上从哪里、什么时候查的。`,
  screening_finding_adverse: (f) => `核查发现问题${told(f)}。请先处理这条发现，或退回推荐单位。`,
  reason_required: () => "还没有写理由。请用一两句话写明，企业和相关单位会看到。",

  panel_incomplete: (f) => `联审单位不全${mark(f, ["missing"], "，还缺：", "")}。请补上再开始。`,
  panel_even: (f) => `联审单位是${mark(f, ["units"], " ", " 家，")}双数，不能表决。参加单位必须是单数，请增加或减少一家。`,
  delegate_invalid: (f) =>
    `${one(f, ["unit"], "这家单位")}的委派人不合要求${mark(f, ["title"], "（职务：", "）")}。请委派一名${one(f, ["allowed"], "业务主管或业务科室负责人")}。`,
  delegate_duplicate: (f) => `${one(f, ["unit"], "同一家单位")}只能委派一人。请去掉重复的。`,
  unit_not_on_panel: () => "您的单位不在这件案件的联审名单里，不能投票。",
  unit_recused: () => "您的单位已经回避，不能投票。",
  unit_already_voted: () => "您的单位已经投过票。一个单位一票，投出后不能更改。",
  ballot_incomplete: () => "选票还没有填完整。请选择一个等级，并写明理由。",
  ballot_choice_invalid: (f) => `这个选项不在本轮选项里${told(f)}。请从列出的选项中选择。`,
  ballots_missing: (f) => `还有单位没有投票${mark(f, ["units", "missing"], "：", "")}。全部投票后才能结束表决。`,
  no_majority: (f) => `没有哪个选项超过半数${told(f)}。请在票数最多的两项之间再投一次，系统不会代选。`,
  review_incomplete: (f) => `联审记录还不完整${told(f)}。支持谁、代偿比例、由谁负责追偿三项都要写明。`,
  review_not_open: () => "表决还没有开始，或已经结束。",
  review_already_open: () => "表决已经开始，不能再改动联审单位。",
  review_overdue: (f) => `本季度有待审案件还没有开会${told(f)}。原则上每季度开一次联审会议。`,
  tier_invalid: (f) => `风险等级只有高、中、低三等${given(f)}。请重新选择。`,
  ratio_mismatch: (f) => `代偿比例与风险等级不一致${told(f)}。高 100%、中 50%、低 20%，请按等级填写。`,
  meeting_missing: () => "没有找到这次会议。请先召集会议。",
  meeting_not_today: (f) => `会议不在今天${mark(f, ["heldOn", "on"], "，定在 ", "")}。请在会议当天开始表决。`,

  gov_approval_required: () => `高风险案件要先经${partyName("government")}审议同意，才能推送。`,
  high_quota_used: (f) =>
    `${mark(f, ["year"], "", " 年")}高风险企业名额已用完${f.used && f.max ? `（已用 ${f.used} 家，最多 ${f.max} 家）` : told(f)}。请等名额释放或下一年度再审议。`,
  document_no_required: () => `还没有填文号。请填写文件上的文号。`,

  push_not_ready: (f) => `还不能推送：要先有联审确定的风险等级和代偿比例${told(f)}。`,
  push_cooldown: (f) =>
    `两次融资没有成功，第二次推送之日起一年内不再推送${mark(f, ["blockedThrough"], "（至 ", "）")}${mark(f, ["firstAllowedOn", "firstAllowedDate"], "，最早可再推送的日子是 ", "")}。`,
  must_rereview: (f) => `上一轮融资没有成功${mark(f, ["lastFailedOn"], "（", "）")}，要先重新联审，才能再次推送。`,
  no_agreement: (f) =>
    `${one(f, ["institution", "name", "org"], "这家机构")}没有有效的合作协议${mark(f, ["on"], "（", "）")}。请先签订协议或换一家机构。`,
  partner_not_selected: (f) => `${one(f, ["institution", "name", "org"], "这家机构")}还没有登记选定程序、日期和文件。请先补上合法选定的依据。`,
  partner_type_mismatch: (f) => `机构类型与合作方式不符${told(f)}。请改选机构或合作方式。`,
  partner_suspended: (f) => `${one(f, ["institution", "name", "org"], "这家机构")}已被暂停合作，不能推送。`,
  preference_ignored: (f) => `有门槛更低、利率更低或有专门产品的机构没有选${told(f)}。可以继续，请写明理由。`,
  no_institution: () => "还没有选机构。请至少选择一家。",
  institution_duplicate: (f) => `同一家机构选了两次${told(f)}。请去掉重复的。`,
  lead_closed: () => "这条线索已经结束，不能再办理。",
  lead_not_yours: () => "这条线索不是推送给贵机构的。",
  push_no_response: (f) => `机构还没有答复${told(f)}。请联系机构，或按未成功处理。`,
  consent_missing: () => "还没有同意这一条。请阅读后勾选同意。",
  loan_over_cap: (f) => `贷款本金${mark(f, ["principal", "amount"], " ", "")}超过上限${mark(f, ["limit", "cap", "max"], " ", "")}。请核对放款金额。`,
  loan_over_need: (f) =>
    `贷款本金${mark(f, ["principal", "amount"], " ", "")}超过企业申报的融资需求${mark(f, ["need", "limit"], " ", "")}。请核对放款金额。`,
  loan_amount_invalid: (f) => `贷款金额没有看懂${given(f)}。请填大于 0、最多两位小数的金额，单位是元。`,
  rate_invalid: (f) => `利率没有看懂${given(f)}。请填年利率的百分数，例如 4.35。`,
  rate_raised: (f) => `放款利率高于报价${told(f)}。请写明理由；无故提高会影响代偿。`,
  rate_over_cap: (f) => `利率超过上限${told(f)}。请核对年利率。`,
  term_invalid: (f) => `期限没有看懂${given(f)}。请填整数个月，例如 12。`,
  term_over_cap: (f) => `贷款期限超过上限${told(f)}。请核对期限。`,
  disbursed_in_future: (f) => `放款日期在今天之后${told(f)}。请在实际放款后登记。`,
  disbursed_before_push: (f) => `放款日期早于推送日期${told(f)}。请核对日期。`,
  lender_unlicensed: (f) => `放贷机构没有有效的放贷资质${told(f)}。请核对资质和有效期。`,
  guarantor_missing: () => "担保方式要写明担保公司。请选择一家担保公司。",
  insurer_missing: () => "保险方式要写明保险公司。请选择一家保险公司。",
  split_invalid: (f) => `双方分担比例不对${told(f)}。两个比例相加要等于 100%。`,
  mode_invalid: (f) => `没有这种合作方式${given(f)}。请从银行、担保、保险三种里选择。`,
  offer_missing: () => "还没有报价，不能登记放款。请先报出金额、利率和期限。",
  transition_no_gov_consent: () => `协议签订前的业务，要有${partyName("government")}同意的文件才能纳入。请先补上文件。`,
  agreement_exceeds_plan: (f) => `协议约定的比例高于方案规定${told(f)}。请改到规定以内。`,
  agreement_incomplete: (f) => `协议内容不全${told(f)}。责任义务、代偿与追偿、合作时限都要写明。`,
  payee_wrong: (f) => `收款单位不对${told(f)}。银行直接贷款付给银行，担保贷款付给担保公司。`,
  no_followup: (f) => `本季度还没有贷后跟踪记录${told(f)}。请推荐单位补上。`,

  fund_use_forbidden: (f) => `风险补偿资金不能这样使用${told(f)}。只能按文件列明的事由使用。`,
  account_mismatch: (f) => `账户或明细对不上${told(f)}。请核对后重新填写。`,
  transfer_unbalanced: (f) => `这笔账借贷不平${told(f)}。请核对金额。`,
  balance_below_zero: (f) => `余额不足，不能记这笔账${told(f)}。`,
  fund_insufficient: (f) => `资金不足${told(f)}，以账上现有的为限。请核对可用余额。`,
  quota_exceeded: (f) => `申请的额度超过未拨额度${told(f)}。`,
  quota_without_claim: (f) => `额度只能为已同意的代偿或补贴拨付${told(f)}。请先办完同意手续。`,
  paid_twice: () => "这笔款已经支付，或已有支付指令，不能再付一次。",
  same_person: () => "经办和复核不能是同一个人。请换一个人复核。",
  second_person_missing: () => "这件事要两个人办。请由另一个人复核。",
  case_required: () => "这笔账要写明是哪一件案件。",
  transfer_not_reserved: () => "这笔款没有处在待支付状态，可能已经支付或撤销。请刷新后再看。",
  reservation_expired: (f) => `预留的资金已过期${mark(f, ["until"], "（", "）")}。请重新开具支付指令。`,
  already_reversed: () => "这笔账已经冲正，不能再冲一次。",
  reverse_with_case: (f) => `${mark(f, ["reason"], "“", "”")}随案件或期初导入一起入账，不能单独冲正。请在案件里办理，或撤销整个导入。`,
  opening_moved: (f) => `导入之后已经在它上面办过业务${told(f)}，不能整体撤销。请在案件里逐件更正。`,
  range_too_wide: (f) => `这段时间的记录太多${told(f)}，一次导不完。请缩短日期范围，分几次导出。`,
  fund_sum_mismatch: (f) => `各部分资金相加不等于资金规模${sums(f)}。请核对。`,
  fund_source: (f) => `转入的资金与规定数额不一致${sums(f)}。请附上调整依据的文号。`,
  exposure_over: (f) => `如果在保贷款全部出险，资金不够代偿${told(f)}。请在联审和推送前留意。`,

  scheme_paused: () => `累计代偿已达到暂停线，风险补偿工作暂停。申请照常受理、核查、排队；确需支付的，请附${partyName("government")}文件。`,
  queue_order: () => "前面还有暂停期间排队的款项没有支付。请按先后顺序办理。",
  path_wrong: (f) => `账户余额有变化，支付方式要重新计算${told(f)}。请重新开具支付指令。`,
  quota_state: () => "支付指令现在不能办这一步。请按申请、同意、拨付、支付的顺序办理。",
  amount_mismatch: (f) => `金额与应有的数额不一致${told(f)}，没有办理。请核对。`,

  subsidy_duplicate: (f) => `这张缴费凭证已经补贴过${told(f)}。每张凭证只补一次。`,
  premium_payee: () => "保费补贴只能付给保单上的投保企业。请核对。",
  policy_unknown: (f) => `没有找到合作保险公司为这笔贷款登记的保单${told(f)}。请联系保险公司登记。`,
  policy_not_in_force: (f) => `保单不在有效期内${told(f)}。`,
  refund_over_paid: (f) => `退还的保费或收回的补贴超过应有的数额${told(f)}。请核对金额。`,

  repayment_over: (f) => `还款本金超过未还本金${told(f)}。请核对金额。`,
  loan_closed: () => "这笔贷款已经结清或已经代偿，不能再登记还款。代偿后收回的钱请登记为追偿收回。",
  schedule_invalid: (f) => `还款计划不对${told(f)}。各期日期要依次往后、不超过到期日，本金合计等于贷款本金。`,
  claim_invalid: (f) => `不良贷款认定申请不完整或与贷款记录不一致${told(f)}。请核对五级分类、逾期天数、机构函件和未还本金。`,
  claim_not_in_batch: () => "这笔申请还没有列入半年集中核查，不能上报或支付。",
  claim_panel_mismatch: (f) =>
    `核查单位要与评级时一致${mark(f, ["missing"], "，还缺：", "")}${mark(f, ["extra"], "，多出：", "")}。单位合并或更名的请登记承接单位。`,
  claim_late: (f) => `贷款转为不良后还没有报送代偿申请${mark(f, ["due"], "（最晚 ", "）")}。请尽快报送。`,
  batch_overdue: (f) => `上一个半年的申请还没有核查完${mark(f, ["batch"], "（", "）")}。请尽快安排。`,
  gov_consent_required: () => `还没有${consenter()}同意，不能支付。`,

  recovery_order: () => "追偿要按协调、依法追偿、资金返还、损失核销的顺序办理。请先办前一步。",
  coordination_overdue: (f) => `协调会已过期限${mark(f, ["due"], "（", "）")}。请尽快召开。`,
  coordination_outcome_missing: () => "协调会要写明结果：还款计划或无果，以及日期和参加单位。",
  legal_start_overdue: (f) => `协调无果后启动法律追偿已过期限${mark(f, ["due"], "（", "）")}。`,
  legal_required: () => "企业已列入失信名单，要通过法律手段清收。",
  return_overdue: (f) => `追偿收回的资金已过返还期限${mark(f, ["due"], "（", "）")}。请尽快返还。`,
  return_amount: (f) => `返还金额少于应返还金额${told(f)}。请核对。`,
  return_over_paid: (f) => `返还或核销的金额超过已代偿金额${told(f)}。请核对。`,
  dept_assist_open: (f) => `推荐单位还没有登记协助还款的情况${mark(f, ["since"], "（", "起）")}。`,
  ledger_stale: (f) => `追偿台账本季度还没有更新${mark(f, ["quarter"], "（", "）")}。`,
  writeoff_not_final: () => "还不能核销：要有法律程序终结的证明、机构确认的损失，并且没有待返还的资金。",
  writeoff_approval_missing: () => `核销要经${lossApprovers()}审核，各家都同意后才核销。`,

  breach_not_determined: () => "机构违约要由风险评级单位过半数认定，并有认定文件，才能处理。",
  sanction_invalid: (f) => `这项处理不成立${told(f)}。降低的比例要低于原比例，约谈、通报、暂停要依次进行。`,
  blacklist_pending: (f) => `还没有上传列入信用平台的证明${told(f)}。`,
  dept_two_comp_cases: () => "该部门推荐的企业一年内出现两家代偿，可在考核中酌情减分。",

  dept_misconduct: (f) => `该部门有未履行推荐职责的情形${told(f)}，可在考核中酌情减分。`,

  report_overdue: (f) => `上一个半年的追偿情况还没有向${partyName("government")}报告${mark(f, ["batch"], "（", "）")}。`,
  major_event_unreported: () => `有重大事项还没有向${partyName("government")}报告。请即时报告。`,

  contribution_missing: (f) => `放款前该交的保证金还没有交足${told(f)}。`,
  exception_missing: (f) => `超出一般限度${told(f)}，要先有同意的文件和理由。`,
  not_small_micro: (f) => `企业不是小型或微型${told(f)}，不在支持范围。`,
  not_in_directory: (f) => `没有在新型农业经营主体名录里查到${told(f)}。请核对入库日期。`,
  loan_before_effect: (f) => `贷款发放早于办法施行${told(f)}，不在补偿范围。`,
  scheme_expired: (f) => `贷款发放晚于办法有效期${told(f)}，不在补偿范围。`,
  out_of_window: (f) => `贷款发放不在补偿期限内${told(f)}。`,
  not_via_platform: () => "贷款不是通过规定的平台发放的，或没有平台订单号。请补上订单号。",
  purpose: (f) => `贷款用途不在范围${given(f)}。`,
  loan_type: (f) => `这种贷款不在补偿范围${given(f)}。`,
  enterprise_cap: (f) => `这家企业纳入补偿的贷款合计超过上限${told(f)}，这笔不能纳入。`,
  guarantee_loan_cap: (f) => `单笔担保贷款超过上限${told(f)}。`,
  loan_cap: (f) => `对这家企业的贷款超过最高限额${told(f)}。`,
  over_10pct: (f) => `对这家企业的贷款超过资金规模的一般比例${told(f)}，要有同意的文件。`,
  leverage: (f) => `贷款总额超过资金的放大倍数${told(f)}。`,
  term: (f) => `贷款期限超过上限${told(f)}。`,
  rate: (f) =>
    f.rate && f.max && f.benchmark
      ? `贷款利率 ${percentText(f.rate)} 超过上限 ${percentText(f.max)}（报价利率 ${percentText(f.benchmark)}${f.publishedBy ? `，${dayText(f.publishedBy)}适用` : ""}）。`
      : `贷款利率超过上限${told(f)}。`,
  collateral: (f) => `贷款的担保方式不符合要求${given(f)}。`,
  guarantee_fee: (f) =>
    /^\d/.test(f.rate ?? "") && f.rate && f.limit
      ? `担保费率 ${percentText(f.rate)} 超过上限 ${percentText(f.limit)}。`
      : `担保费率超过上限${told(f)}。`,
  fee_forbidden: (f) => `不能向企业收取这项费用${f.kind ? `：${askedWord(f.kind) ?? f.kind}` : ""}。`,
  no_counter_guarantee: () => "企业还没有向担保公司提供反担保。",
  loan_file_incomplete: (f) =>
    `贷款资料还不完整${
      f.missing
        ? `，还缺：${f.missing
            .split("、")
            .map((kind) => askedWord(kind) ?? kind)
            .join("、")}`
        : ""
    }。`,
  party_missing: (f) => `这笔贷款缺少参与方${told(f)}。银行和担保公司都要有。`,
  partner_type: (f) => `这家机构不属于可以合作的类型${told(f)}。`,
  guarantor_region: (f) => `担保机构不在规定的区域内${told(f)}。`,
  partner_disqualified: (f) => `这家机构已取消合作资格${told(f)}。`,
  partner_banned: (f) => `这家机构在禁止申请的期限内${told(f)}。`,
  bank_terminated: (f) => `这家银行的不良贷款率超过界限${told(f)}，不能再发放新贷款；已发放的贷款照旧。`,
  not_whitelisted: (f) => `企业当天不在白名单里${told(f)}。`,
  medium_not_whitelisted: (f) => `中型企业要在白名单里才能纳入${told(f)}。`,
  whitelist_basis: () => "没有写明推荐的评选依据。请写清按什么标准选出这家企业。",
  whitelist_review: (f) => `主管部门反馈了企业的不利情况${told(f)}，请联席会议复核是否留在白名单。`,
  target: (f) => `企业不属于担保贷款的支持对象${told(f)}。`,
  not_national_fund: () => "没有国家融资担保基金的业务编号，不能纳入担保贷款。",
  whitelist_cancelled: (f) => `企业的白名单资格已取消${told(f)}。`,
  whitelist_not_pushed: (f) => `名单要同时推送各合作银行${mark(f, ["missing"], "，还缺：", "")}。`,
  bank_app_incomplete: (f) => `机构的申请材料不全${mark(f, ["missing"], "，还缺：", "")}。`,
  bank_select: (f) => `合作机构的选定还没有走完程序${mark(f, ["missing"], "，还缺：", "")}。`,
  agreement_term: (f) => `协议期限超过一般年限${told(f)}，要写明理由。`,
  enterprise_banned: (f) => `企业因骗取、挪用贷款或逃废债务，不再纳入补偿范围${told(f)}。`,
  reg_under_1y: (f) => `企业登记注册还不满规定年限${told(f)}。`,
  bad_record: () => "企业有不良信用或违规违法记录，不符合准入条件。",
  cashflow: () => "企业没有稳定的现金流，不符合准入条件。",
  tax: () => "企业纳税状况不正常，不符合准入条件。",
  main_business: () => "企业主营业务不突出，不符合准入条件。",
  contract_mismatch: (f) => `订单和合同与贷款金额不匹配，或贸易背景没有核实${told(f)}。`,
  risk_event: () => "企业或实际控制人涉及重大舆情、环保等风险事件，不符合准入条件。",
  equity_dispute: () => "企业股权不清晰或有权属纠纷，不符合准入条件。",
  repay_source: () => "没有写明可靠的还款来源，不符合准入条件。",
  excluded_field: (f) => `企业涉足不支持的领域${told(f)}。`,
  employment: (f) => `稳定就业人数和本地员工比例都没有达到要求${staffed(f)}。`,
  no_expert_opinion: () => "还没有评审专家的综合意见。只作提示，不影响办理。",
  check_missing: (f) =>
    f.min ? `要会同 ${f.min} 家单位，现在有 ${f.found} 家。` : `还有核查或会同意见没有记录${f.missing ? `：${topicsText(f.missing)}` : ""}。`,
  not_filed: () => "逾期后没有备案，不能申请。请先备案。",
  filing_late: (f) => `备案晚于期限${mark(f, ["due"], "（", "）")}。照常办理，供分配时参考。`,
  disposal_order: () => "要先采取重组、展期、续贷等措施，或写明不能采取的理由，再清收。",
  obligation_order: () => "这件事要在前一件办完之后办。",
  claim_precondition: (f) => `申请之前该办的事还没有办${told(f)}。请先补上记录。`,
  obligation_overdue: (f) => `这件事已过期限${mark(f, ["due"], "（", "）")}。请尽快办理。`,
  notice_missed: (f) => `到期前的还款通知没有按时送达${mark(f, ["due"], "（", "）")}。`,
  npl_proof: (f) => `不良认定的证明不符合要求${told(f)}。要有盖章的信用报告，分类为次级、可疑或损失。`,
  not_npl: (f) => `贷款还没有进入不良${told(f)}，不能申请。`,
  not_compensated: () => "担保公司还没有代偿，不能申请。请附代偿凭证。",
  guarantor_late: (f) => `担保公司代偿晚于期限${told(f)}。`,
  guarantor_review: (f) => `担保公司在期限当天代偿${told(f)}，要由人工核定。`,
  band_input: (f) => `不良本金大于贷款金额，或没有贷款金额${told(f)}。请核对。`,
  band_split: (f) => `一年内给同一企业的贷款合计超过本档${told(f)}。只作提示，供分配时参考。`,
  band_missing: () => "这个贷款规模的补偿比例还没有设定，不能计算。",
  ratio_over_80: (f) => `设定的补偿比例超过上限${told(f)}。`,
  full_cover: (f) => `不能设定全额补偿${told(f)}，损失要由各方共担。`,
  base: (f) => `担保公司自己承担的损失大于整笔损失${told(f)}，里面不能算上国家、省级和银行承担的部分。`,
  bank_not_eligible: () => "担保贷款只补偿担保公司自己承担的损失，银行承担的部分不补偿。",
  equity_not_open: () => "股权投资的风险补偿还没有开始试点，暂不办理。",
  share_sum: (f) =>
    `各方分担比例合计不是 100%${f.given?.includes("+") ? `（您填的是 ${f.given.split("+").map(percentText).join("、")}）` : given(f)}。`,
  no_loss: () => "没有损失，不需要补偿。",
  alloc_state: (f) => `分配方案还没有走到这一步${told(f)}。`,
  annual_cap: (f) => `超过当年的支付上限${told(f)}。`,
  fund_total_exceeded: (f) => `超过资金的总规模${told(f)}。`,
  no_budget: () => "当年没有安排预算，不能支付。",
  budget_exceeded: (f) => `超过当年的预算总额${told(f)}。`,
  approval_missing: () => "还没有主管部门的审核同意，不能支付。",
  reward_rate_missing: () => "业务奖励的比例或分档还没有设定，不能计算。",
  evaluation_missing: (f) => `还没有当年的绩效评价结果${told(f)}，不能计算奖励。`,
  cost_type: (f) => `这项费用不能扣除${told(f)}。`,
  costs_without_voucher: () => "扣除的费用没有凭证。请补上凭证编号。",
  self_interest: (f) => `办理单位自己也要分担这笔损失${told(f)}，请指定其他单位办理。`,
  writeoff_early: (f) =>
    f.paidOn && f.firstAllowedOn
      ? `补偿于${dayText(f.paidOn)}支付，还没有满规定的时间，最早${dayText(f.firstAllowedOn)}才能确认损失。`
      : `补偿支付后还没有满规定的时间${told(f)}，不能确认损失。`,
  writeoff_proof: (f) => `确认损失的依据不符合要求${told(f)}。`,
  source_unknown: (f) => `不是资金池的出资方${told(f)}。`,
  injection_low: (f) => `出资低于一般标准${told(f)}，请写明困难情况。`,
  injection_floor: (f) => `出资低于最低标准${told(f)}，不能减少到这个数。`,
  injection_overdue: (f) => `出资期限已过，还没有到齐${told(f)}。`,
  replenish_due: (f) => `代偿之后应补充的资金还没有到账${told(f)}。`,
  replenish_low: (f) => `补充的资金不够${told(f)}，补充后不能低于最低出资标准。`,
  topup_state: (f) => `资金补充的步骤不对${mark(f, ["wanted"], "，下一步是：", "")}。`,
  topup_trigger: (f) => `未追回的代偿达到资金池的界限${told(f)}，应报请研究补充资金。`,
  initial_deposit_missing: (f) => `协议签订后还没有存入首笔风险补偿金${told(f)}。`,
  topup_overdue: (f) => `应补存的风险补偿金已过期限${told(f)}。请尽快补足。`,
  exit_return_overdue: (f) => `合作结束后风险补偿金没有按时转回${told(f)}。`,
  debit_early: (f) => `本金逾期的天数还不够${told(f)}，暂时不能扣划。`,
  debit_amount: (f) => `扣划的金额超过资金池应承担的部分${told(f)}。`,
  debit_notice_overdue: (f) => `扣划之后没有按时书面告知${mark(f, ["due"], "（", "）")}。`,
  area_scope: (f) => `企业不在本部门的辖区${told(f)}，请由属地部门推荐。`,
  area_25x: (f) => `本地区的贷款规模超过出资的一般倍数${told(f)}。`,
  bank_10x: (f) => `贷款超过风险补偿金的倍数${told(f)}，补足之前不能新增。`,
  extra_collateral: (f) => `银行不能为自己承担的风险另要担保${told(f)}。`,
  rate_policy: () => "还没有核对利率是否符合普惠政策，请核对。",
  repayment_type: (f) => `还款方式不符合规定${told(f)}。`,
  over_3y: (f) => `连续支持的年限超过规定${told(f)}。`,
  extension_consent: (f) => `延长支持要合作各方都同意${mark(f, ["missing"], "，还缺：", "")}。`,
  approval_before_filing: (f) => `尽职调查、报备、审批的先后不对${told(f)}。`,
  disburse_notice_overdue: (f) => `放款之后没有按时书面通知${mark(f, ["due"], "（", "）")}。`,
  reminder_missed: (f) => `到期提醒没有按时送达${mark(f, ["due"], "（", "）")}。`,
  no_measures: (f) => `贷款逾期后还没有提出应对措施${mark(f, ["due"], "（", "）")}。`,
  collection_required: (f) => `催收的次数还不够${told(f)}，不能申请扣划。`,
  litigation_open: (f) => `追偿没有结果，还没有提起诉讼${mark(f, ["due"], "（", "）")}。`,
  liability_exempt: (f) => `已认定尽职免责${told(f)}，不再追究责任。`,
  violation_case: (f) => `存在违规造成资金损失的情况${told(f)}，按规定处理。`,
  invest_type: (f) => `资金不能存放在这类产品${given(f)}。`,
  invest_forbidden: (f) => `禁止的投资${given(f)}。`,
  mgmt_fee_over: (f) => `管理费超过上限${told(f)}。`,
  audit_cost_outside: (f) => `审计费用超出管理费${told(f)}。`,
  npl_avg: (f) => `不良贷款率达到全市平均水平${told(f)}，提示风险。`,
  npl_over_5: (f) => `不良贷款率超过界限${told(f)}。请报送情况说明和整改计划。`,
  pause_not_allowed: (f) => `没有达到可以暂停的条件${told(f)}。`,
  resume_not_allowed: (f) => `还不能恢复${told(f)}。不良贷款率要降到界限以下，并有决定。`,
  decision_twice: (f) => `这个文号已经登记过同一议题的决定${told(f)}。请核对文号，或写明所涉对象。`,
  decision_required: (f) => `${f.documentNo ? `文号“${f.documentNo}”` : "这项内容"}还不是已经登记、已经生效的会议决定。请先登记会议的决定。`,
  partner_paused: (f) => `这家机构的补偿已暂停${told(f)}。`,
  finding_unproven: (f) => `违规事实还没有查实${told(f)}，要有认定文件。`,
  subsidy_barred: (f) => `企业因逃废债务，不能享受财政补贴${told(f)}。`,
  confidential: (f) => `这项内容要保密，不能公开或导出${told(f)}。`,
  data_access: (f) => `没有企业的授权或用途，不能查看企业数据${told(f)}。`,
  conference_roster: (f) => `联席会议的成员单位不全${mark(f, ["missing"], "：", "")}。`,
  param_history: (f) => `新的数值要从以后某一天起生效，不能改写以前的${told(f)}。`,
  major_change_unapproved: () => "属于重大变化，要先报市政府审议同意。",

  wrong_step: (f) => `这件案件现在不能办这件事${told(f)}。可能别人刚办完一步，请刷新后再看。`,
  case_closed: () => "这件案件已经办结，不能再改动。",
  stale: () => "您打开页面后，内容已被别人更新。请刷新后核对，再办一次；您填的内容还在。",
  role_forbidden: () => "您所在的单位不能办这件事。如果您代表几家单位，请在“我的”里切换。",
  other_district: () => "您现在代表的单位不在这个区。请在“我的”里切换到这个区的单位再办。",
  access_denied: () => "您没有查看这项内容的权限。",
  not_found: () => "没有找到这项内容，可能已经移走，或不属于您的单位。",
  already_exists: (f) => `已经有相同的记录${told(f)}，不用重复添加。`,
  idempotency_key_required: () => "这次提交缺少编号，没有办成。请刷新页面再试。",
  idempotency_conflict: () => "同一次提交前后内容不一致，没有办成。请刷新页面核对后再提交。",
  body_invalid: () => "提交的内容格式不对，没有办成。请刷新页面再试。",
  body_too_large: () => "提交的内容太多，没有办成。请删减文字，文件请用上传功能。",
  rate_limited: () => "操作太快了。请等一分钟再试。",
  code_wrong: (f) => `验证码不对${mark(f, ["left"], "，还可以试 ", " 次")}。请核对短信里的 6 位数字。`,
  code_expired: () => "验证码已过期。请重新获取。",
  session_expired: () => "登录已过期。请重新登录，草稿都还在。",
  person_disabled: () => `您的账号已停用。如有疑问请联系${partyName("office")}。`,
  not_registered: () => `这个手机号还没有登记。工作人员请联系${partyName("office")}登记；企业请先登记企业。`,
  phone_taken: () => "这个手机号已经登记过。",
  url_not_allowed: () => `这个地址不能使用。请填 https 开头、已在${partyName("office")}备案的域名。`,
  internal: () => "系统出了问题，这次没有办成，已填的内容都还在。请稍后重试。",
  upstream_failed: () => "对方系统没有回应。请稍后重试。",
  setting_missing: (f) => `系统还缺一项设置${mark(f, ["names"], "：", "")}。请联系管理员。`,
};

/** `理由：……` for each named fact of an event. */
export const factLines = (facts: Figures): string[] =>
  Object.entries(facts)
    .filter(([name, value]) => FIGURE_WORDS[name] && value)
    .map(([name, value]) => `${FIGURE_WORDS[name]}：${figureText(name, value)}`);
