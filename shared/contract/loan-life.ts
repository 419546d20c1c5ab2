/** A loan after its disbursement: what the lender tells of it, one by one or by spreadsheet, and who follows it up. */
import { z } from "zod";
import { LOAN_GRADES } from "../process/loan-life";
import { LOAN_STAGES } from "../process/loan-stage";
import { route } from "./contract";
import { dayText, id, instant, line, paragraph } from "./text";

/** Yuan as typed, e.g. `600000` or `600,000.00`. */
export const amountText = z.string().min(1).max(40);
/** Zero is written out, never left empty. */
const zeroOrMore = amountText;

export const instalmentShape = z.object({ dueOn: z.string(), principal: z.string(), interest: z.string() });

/** What a verb on a loan file answers: where the loan stands now. */
export const fileMovedShape = z.object({ caseId: id, seq: z.number().int(), stage: z.enum(LOAN_STAGES), outstanding: z.string() });

export const lifeShape = z.object({
  maturesOn: z.string(),
  /** Principal still owed today. */
  outstanding: z.string(),
  grade: z.enum(LOAN_GRADES),
  gradedOn: z.string(),
  arrears: z.object({ principal: z.string(), interest: z.string(), since: z.string().optional(), days: z.number().int() }),
  /** Each instalment with what of it is paid: `paid`, `part` and overdue or not, `due` (its day is over), `ahead`. */
  schedule: z.array(instalmentShape.extend({ state: z.enum(["paid", "part", "due", "ahead"]) })),
  repayments: z.array(z.object({ id: z.string(), on: z.string(), principal: z.string(), interest: z.string() })),
  /** What the recommending unit and the insurer noted about the firm, newest first. */
  followUps: z.array(z.object({ on: z.string(), by: z.string(), text: z.string(), abnormal: z.boolean(), at: instant })),
});

export const loanRow = z.object({
  caseId: id,
  caseNo: z.string(),
  loanId: id,
  enterprise: z.string(),
  creditCode: z.string(),
  contractNo: z.string(),
  lender: z.string(),
  principal: z.string(),
  outstanding: z.string(),
  maturesOn: z.string(),
  grade: z.enum(LOAN_GRADES),
  stage: z.enum(LOAN_STAGES),
  /** Where its claim waits, in the step's own words; empty without one. */
  claimSays: z.string(),
  batch: z.string().nullable(),
  dueOn: z.string().nullable(),
});
export type LoanRow = z.output<typeof loanRow>;

/** What became of each row of a spreadsheet; `row` is its number in the sheet, from 2. */
export const rowReportShape = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  /** What the row is about, for the reader: contract, firm, amount. */
  says: z.string(),
  refusals: z.array(
    z.object({ code: z.string(), figures: z.record(z.string(), z.string()), field: z.string().optional(), article: z.string().optional() }),
  ),
});
export type RowReport = z.output<typeof rowReportShape>;

export const loanLifeRoutes = {
  listLoans: route("listLoans", {
    summary: "已发放的贷款：放贷机构看本机构的，办公室看全部；按阶段、五级分类筛选，按名称或合同号搜索",
    query: z.object({
      stage: z.enum(LOAN_STAGES).optional(),
      grade: z.enum(LOAN_GRADES).optional(),
      q: z.string().max(60).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({
      loans: z.array(loanRow),
      next: z.string().nullable(),
      counts: z.record(z.string(), z.number().int()),
      /** Of those that the viewer recommended: firms for which the fund has paid this year, and whether their number is told to who scores. */
      paidFirms: z.object({ year: z.number().int(), count: z.number().int(), flagged: z.boolean() }).nullable(),
    }),
  }),
  setSchedule: route("setSchedule", {
    summary: "登记还款计划：各期应还日、本金、利息，本金合计等于贷款本金",
    body: z.strictObject({
      instalments: z
        .array(z.strictObject({ dueOn: dayText, principal: zeroOrMore, interest: zeroOrMore }))
        .min(1)
        .max(120),
    }),
    reply: fileMovedShape,
  }),
  recordRepayment: route("recordRepayment", {
    summary: "登记一笔还款：机构自己的流水号、日期、本金、利息",
    body: z.strictObject({ repaymentNo: line(60), on: dayText, principal: zeroOrMore, interest: zeroOrMore }),
    reply: fileMovedShape,
  }),
  undoRepayment: route("undoRepayment", {
    summary: "撤销录错的一笔还款，写明理由",
    body: z.strictObject({ repaymentNo: line(60), reason: paragraph(500) }),
    reply: fileMovedShape,
  }),
  extendLoan: route("extendLoan", {
    summary: "同一合同下展期：新的到期日和理由",
    body: z.strictObject({ maturesOn: dayText, reason: paragraph(500) }),
    reply: fileMovedShape,
  }),
  gradeLoan: route("gradeLoan", {
    summary: "登记五级分类",
    body: z.strictObject({ grade: z.enum(LOAN_GRADES), on: dayText }),
    reply: fileMovedShape.extend({ turnedBad: z.boolean() }),
  }),
  importRepayments: route("importRepayments", {
    summary: "用表格批量登记还款和五级分类：先试算，逐行给出结果；正式导入时只写入没有问题的行",
    form: "multipart",
    body: z.strictObject({ dry: z.enum(["0", "1"]), filename: z.string().max(1000, "field_too_long").optional() }),
    /** A row that says nothing but its contract is not among them; `imported` counts what was written, none of a trial. */
    reply: z.object({ rows: z.array(rowReportShape), imported: z.number().int(), refused: z.number().int() }),
  }),
  repaymentTemplate: route("repaymentTemplate", { summary: "下载还款导入表（xlsx），已填好本机构在贷的合同号", form: "file", reply: z.string() }),
  recordFollowUp: route("recordFollowUp", {
    summary: "推荐单位登记贷后走访，异常情况随即报送办公室",
    body: z.strictObject({ on: dayText, text: paragraph(1000), abnormal: z.boolean() }),
    reply: z.object({ caseId: id }),
  }),
  admitTransition: route("admitTransition", {
    summary: "区政府同意协议签订前发放的贷款纳入（过渡期）",
    body: z.strictObject({ documentNo: line(60) }),
    reply: z.object({ caseId: id, by: z.enum(["agreement", "transition"]) }),
  }),
  getExposure: route("getExposure", {
    summary: "表决前、推送前看最坏情况：在贷全部不良时要付多少、账上够不够，再加上本案会怎样",
    reply: z.object({
      available: z.string(),
      committed: z.string(),
      /** What this case would add, by choice of the ballot, or the one that is fixed; amount asked for where no tier is set. */
      cases: z.array(z.object({ choice: z.string(), says: z.string(), ratio: z.string(), adds: z.string(), worst: z.string(), over: z.string() })),
      paused: z.boolean(),
      article: z.string(),
    }),
  }),
};
