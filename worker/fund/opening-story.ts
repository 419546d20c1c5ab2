/** An invented district that starts in the middle: its workbook, row by row. Imported by tests only. */
import { utils, write } from "@e965/xlsx";
import { BALANCE_COLUMNS, CLAIM_COLUMNS, LOAN_COLUMNS } from "../../shared/process/opening-sheet";
import { codeOf, identityOf } from "../story";
import { type Answer, call } from "../testing";
import { ago } from "./testing-books";

export type Cells = Readonly<Record<string, string | number>>;
export interface Book {
  readonly balance: Cells;
  readonly live: readonly Cells[];
  readonly paid: readonly Cells[];
}

export const LOAN: Cells = {
  representative: "周明",
  recommender: "区经济和信息化局",
  reviewedOn: "2026-01-10",
  units: "区发展和改革委员会、区财政局、区经济和信息化局",
  tier: "中风险",
  mode: "银行直接贷款",
  lender: "海坨银行延庆支行",
  ratePercent: "3.85",
  termMonths: "12",
  disbursedOn: "2026-03-01",
  consentNo: "延政函〔2026〕1号",
};
export const live = (n: number, more: Cells = {}): Cells => ({
  ...LOAN,
  firm: `北京在贷${n}有限公司`,
  creditCode: codeOf(900 + n),
  representativeId: identityOf(900 + n),
  contractNo: `QC-${n}`,
  principal: "3000000.00",
  outstanding: "2000000.00",
  grade: "正常",
  ...more,
});
/** Paid 1,000,000.00 of 2,000,000.00 at a half, of which 300,000.00 came back. */
export const paid = (n: number, more: Cells = {}): Cells => ({
  ...live(n, { grade: "损失", outstanding: "2000000.00" }),
  claimedOn: "2026-06-01",
  claimConsentNo: "延政函〔2026〕20号",
  paidOn: "2026-07-10",
  paidNo: "付〔2026〕1号",
  paid: "1000000.00",
  recovered: "600000.00",
  returned: "300000.00",
  coordinatedOn: "2026-06-10",
  court: "延庆区人民法院",
  courtCaseNo: "（2026）京0119民初1号",
  suedOn: "2026-08-01",
  ...more,
});
/** 30,000,000.00 less the 700,000.00 that are out. */
export const BALANCE: Cells = { on: ago(1), cash: "14300000.00", quotaUndrawn: "15000000.00" };
export const whole = (): Book => ({ balance: BALANCE, live: [live(1), live(2, { outstanding: "3000000.00" })], paid: [paid(3)] });

export function sheet(columns: readonly { id: string; says: string }[], rows: readonly Cells[]) {
  return utils.aoa_to_sheet([columns.map(({ says }) => says), ...rows.map((row) => columns.map(({ id }) => row[id] ?? ""))]);
}
function bytesOf({ balance, live: lines, paid: claims }: Book): ArrayBuffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet(BALANCE_COLUMNS, [balance]), "余额");
  utils.book_append_sheet(book, sheet(LOAN_COLUMNS, lines), "在贷");
  utils.book_append_sheet(book, sheet([...LOAN_COLUMNS, ...CLAIM_COLUMNS], claims), "已代偿");
  return write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer;
}
export function openingForm(book: Book | ArrayBuffer, dry: "0" | "1"): FormData {
  const form = new FormData();
  form.set("dry", dry);
  form.set("file", new File([book instanceof ArrayBuffer ? book : bytesOf(book)], "期初.xlsx"));
  return form;
}
export const send = (book: Book | ArrayBuffer, dry: "0" | "1", token: string): Promise<Answer> =>
  call("POST", "/fund/openings", openingForm(book, dry), { token });
