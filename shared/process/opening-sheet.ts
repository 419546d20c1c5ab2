/** The workbook by which a district that starts in the middle brings in its balances and its running loans: sheets, columns, and what each row says once read. */
import { normalizeCreditCode, parseCreditCode } from "../enterprise/credit-code";
import type { LocalDate } from "../local-date";
import type { Fen } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { LoanGrade } from "./loan-life";
import { CellReader, type SheetCells, type SheetColumn } from "./sheet-cells";

interface Column<C extends string> extends SheetColumn<C> {
  /** For the page that explains the sheet. */
  readonly note: string;
}

export const BALANCE_COLUMNS = [
  { id: "on", says: "期初日期", note: "余额和各笔贷款截至这一天；不晚于今天" },
  { id: "cash", says: "专户存款（元）", note: "专户当日余额" },
  { id: "quotaUndrawn", says: "未拨额度（元）", note: "财政还没有拨付的额度" },
  { id: "adjustment", says: "调整依据文号", note: "存款、额度与未返还的代偿合计不等于资金规模时必填，例如利息、以前的补贴" },
] as const satisfies readonly Column<string>[];
export type BalanceColumn = (typeof BALANCE_COLUMNS)[number]["id"];

export const LOAN_COLUMNS = [
  { id: "firm", says: "企业名称", note: "与营业执照一致" },
  { id: "creditCode", says: "统一社会信用代码", note: "18 位" },
  { id: "representative", says: "法定代表人", note: "姓名" },
  { id: "representativeId", says: "法定代表人身份证号", note: "可空；填了才能查出同一法定代表人的其他企业，只保存掩码和密文" },
  { id: "affiliates", says: "关联企业信用代码", note: "可空；几家用顿号隔开，一户贷款算全组已用" },
  { id: "recommender", says: "推荐单位", note: "与单位名录一致" },
  { id: "reviewedOn", says: "联审日期", note: "评定风险等级的那次联审" },
  { id: "units", says: "联审单位", note: "几家用顿号隔开，单数；代偿由同样的单位核查" },
  { id: "tier", says: "风险等级", note: "高、中、低" },
  { id: "recoveryOwner", says: "追偿责任单位", note: "可空，空着按推荐单位" },
  { id: "consentNo", says: "区政府同意文号", note: "高等级必填；签协议之前放款的必填，没有的不予纳入" },
  { id: "mode", says: "贷款方式", note: "与方案一致" },
  { id: "lender", says: "放贷机构", note: "与单位名录一致" },
  { id: "partner", says: "担保或保险机构", note: "担保、保险方式必填" },
  { id: "payeeSharePercent", says: "担保分担比例（%）", note: "担保方式必填：担保公司与放贷机构约定的比例" },
  { id: "contractNo", says: "合同号", note: "同一机构不重复" },
  { id: "principal", says: "贷款本金（元）", note: "放款金额" },
  { id: "ratePercent", says: "年利率（%）", note: "例如 3.85" },
  { id: "termMonths", says: "期限（月）", note: "整数" },
  { id: "disbursedOn", says: "放款日期", note: "例如 2026-03-01" },
  { id: "outstanding", says: "未还本金（元）", note: "在贷的填期初日余额；已代偿的填代偿时余额" },
  { id: "grade", says: "五级分类", note: "正常、关注、次级、可疑、损失" },
] as const satisfies readonly Column<string>[];

export const CLAIM_COLUMNS = [
  { id: "claimedOn", says: "申请代偿日期", note: "收到不良贷款认定申请的那天" },
  { id: "claimConsentNo", says: "代偿同意文号", note: "同意这笔代偿的文件" },
  { id: "paidOn", says: "代偿日期", note: "付款那天" },
  { id: "paidNo", says: "付款凭证号", note: "付款指令或回单的编号" },
  { id: "paid", says: "已代偿（元）", note: "不超过未还本金乘以代偿比例" },
  { id: "recovered", says: "已收回（元）", note: "机构从企业收回的合计；没有填 0" },
  { id: "returned", says: "已返还（元）", note: "已回到专户的合计；没有填 0。收回未返还的，导入后由机构登记" },
  { id: "coordinatedOn", says: "协调会日期", note: "可空" },
  { id: "court", says: "受理法院", note: "可空；填了立案日期也要填" },
  { id: "courtCaseNo", says: "案号", note: "可空" },
  { id: "suedOn", says: "立案日期", note: "可空" },
  { id: "endedOn", says: "法律程序终结日期", note: "已核销的必填" },
  { id: "proof", says: "终结方式", note: "执行终结、终结本次执行、破产程序终结" },
  { id: "proofNo", says: "终结文书号", note: "已核销的必填" },
  { id: "writtenOff", says: "已核销（元）", note: "没有填 0；核销了的等于已代偿减已返还" },
] as const satisfies readonly Column<string>[];

export type LoanColumn = (typeof LOAN_COLUMNS)[number]["id"];
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number]["id"];
export type OpeningColumn = LoanColumn | ClaimColumn;

export const OPENING_SHEETS = { balance: "余额", live: "在贷", paid: "已代偿" } as const;

export interface BalanceRow {
  readonly on: LocalDate;
  readonly cash: Fen;
  readonly quotaUndrawn: Fen;
  readonly adjustment?: string;
}

/** A claim as its row tells it. */
export interface ClaimCells {
  readonly claimedOn: LocalDate;
  readonly claimConsentNo: string;
  readonly paidOn: LocalDate;
  readonly paidNo: string;
  readonly paid: Fen;
  readonly recovered: Fen;
  readonly returned: Fen;
  readonly coordinatedOn?: LocalDate;
  readonly legal?: { readonly court: string; readonly caseNo: string; readonly on: LocalDate };
  readonly ended?: { readonly on: LocalDate; readonly proof: string; readonly documentNo: string };
  readonly writtenOff: Fen;
}

/** A loan as its row tells it: organisations by the names that stand in the sheet, the terms as text for the loan's own reader. */
export interface LoanRow {
  readonly no: number;
  readonly firm: string;
  readonly creditCode: string;
  /** Known by a keyed hash where the number was given; the number itself is never kept. */
  readonly representative: { readonly name: string; readonly key?: string };
  readonly affiliates: readonly string[];
  readonly recommender: string;
  readonly reviewedOn: LocalDate;
  readonly units: readonly string[];
  readonly tier: string;
  readonly recoveryOwner?: string;
  readonly consentNo?: string;
  readonly mode: string;
  readonly lender: string;
  readonly partner?: string;
  readonly payeeSharePercent?: string;
  readonly contractNo: string;
  readonly principal: string;
  readonly ratePercent: string;
  readonly termMonths: string;
  readonly disbursedOn: string;
  readonly outstanding: Fen;
  readonly grade: LoanGrade;
  readonly claim?: ClaimCells;
}

/** How the law came to its end, as the sheet says it. */
export const PROOF_SAYS: Readonly<Record<string, string>> = {
  enforcement_ended: "执行终结",
  enforcement_round_ended: "终结本次执行",
  bankruptcy_closed: "破产程序终结",
};
const proofIn = (text: string | undefined): string | undefined => Object.keys(PROOF_SAYS).find((proof) => PROOF_SAYS[proof] === text) ?? text;

const listIn = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

export function readBalance(cells: SheetCells<BalanceColumn>): Outcome<BalanceRow> {
  const reader = new CellReader(cells);
  const read = {
    on: reader.day("on"),
    cash: reader.amount("cash", false),
    quotaUndrawn: reader.amount("quotaUndrawn", false),
    adjustment: reader.lineOr("adjustment"),
  };
  const { adjustment, ...rest } = read;
  return reader.faults.length > 0 ? refuseAll(reader.faults) : accept({ ...rest, ...(adjustment ? { adjustment } : {}) } as BalanceRow);
}

type Reader = CellReader<OpeningColumn>;

/** Where one of a group is filled in, all of it is. */
function together(reader: Reader, columns: readonly OpeningColumn[]): boolean {
  const filled = columns.filter((column) => reader.cells[column] !== undefined);
  if (filled.length > 0) for (const column of columns) if (!filled.includes(column)) reader.fault("field_required", column);
  return filled.length > 0;
}

function readClaim(reader: Reader): ClaimCells {
  const sued = together(reader, ["court", "courtCaseNo", "suedOn"]);
  const over = together(reader, ["endedOn", "proof", "proofNo"]);
  const coordinatedOn = reader.dayOr("coordinatedOn");
  return {
    claimedOn: reader.day("claimedOn"),
    claimConsentNo: reader.line("claimConsentNo"),
    paidOn: reader.day("paidOn"),
    paidNo: reader.line("paidNo"),
    paid: reader.amount("paid", false),
    recovered: reader.amount("recovered", true),
    returned: reader.amount("returned", true),
    ...(coordinatedOn ? { coordinatedOn } : {}),
    ...(sued ? { legal: { court: reader.lineOr("court", 80), caseNo: reader.lineOr("courtCaseNo"), on: reader.dayOr("suedOn") } } : {}),
    ...(over ? { ended: { on: reader.dayOr("endedOn"), proof: proofIn(reader.lineOr("proof")), documentNo: reader.lineOr("proofNo") } } : {}),
    writtenOff: reader.amount("writtenOff", true),
  } as ClaimCells;
}

const codeIn = (text: string, field: OpeningColumn): Outcome<string> => parseCreditCode(normalizeCreditCode(text), field);

/** Text of a cell that another reader looks at; a day as it stands. */
function textIn(reader: Reader, field: OpeningColumn): string {
  const cell = reader.cells[field];
  if (cell === undefined) reader.fault("field_required", field);
  return cell === undefined || cell === "formula" ? "" : "day" in cell ? cell.day : cell.text;
}

/** A row of a loan, or with its claim; the representative's number is read apart, for it is not kept. Refuses with every fault of the row, each with its column. */
export function readLoanRow(cells: SheetCells<OpeningColumn>, no: number, paid: boolean): Outcome<LoanRow> {
  const reader: Reader = new CellReader(cells);
  const faults: Refusal[] = [];
  const code = codeIn(textIn(reader, "creditCode"), "creditCode");
  const affiliates = listIn(reader.lineOr("affiliates", 400)).map((text) => codeIn(text, "affiliates"));
  for (const read of [...(cells.creditCode === undefined ? [] : [code]), ...affiliates]) if (!read.ok) faults.push(...read.refusals);
  const [recoveryOwner, consentNo, partner, share] = (["recoveryOwner", "consentNo", "partner", "payeeSharePercent"] as const).map((field) =>
    reader.lineOr(field, 80),
  );
  const row = {
    no,
    firm: reader.line("firm", 80),
    creditCode: code.ok ? code.value : "",
    representative: { name: reader.line("representative") },
    affiliates: affiliates.flatMap((read) => (read.ok ? [read.value] : [])),
    recommender: reader.line("recommender", 80),
    reviewedOn: reader.day("reviewedOn"),
    units: listIn(reader.line("units", 400)),
    tier: reader.line("tier"),
    ...(recoveryOwner ? { recoveryOwner } : {}),
    ...(consentNo ? { consentNo } : {}),
    mode: reader.line("mode"),
    lender: reader.line("lender", 80),
    ...(partner ? { partner } : {}),
    ...(share ? { payeeSharePercent: share } : {}),
    contractNo: reader.line("contractNo"),
    principal: textIn(reader, "principal"),
    ratePercent: textIn(reader, "ratePercent"),
    termMonths: textIn(reader, "termMonths"),
    disbursedOn: textIn(reader, "disbursedOn"),
    outstanding: reader.amount("outstanding", false),
    grade: reader.grade("grade"),
    ...(paid ? { claim: readClaim(reader) } : {}),
  };
  const all = [...reader.faults, ...faults];
  return all.length > 0 ? refuseAll(all) : accept(row as LoanRow);
}

/** Everything that the workbook says, once each row could be read. */
export interface OpeningSheet {
  readonly balance: BalanceRow;
  readonly live: readonly LoanRow[];
  readonly paid: readonly LoanRow[];
}

/** One line of balances and no more. Refuses `field_required` and `field_invalid`. */
export function oneBalance<T>(rows: readonly T[]): Outcome<T> {
  const [row] = rows;
  if (row === undefined) return refuse("field_required", { missing: OPENING_SHEETS.balance }, undefined, "file");
  return rows.length > 1 ? refuse("field_invalid", { rows: String(rows.length), most: "1" }, undefined, "file") : accept(row);
}
