/** The fund: balances, pause and restart, exposure, the ledger, vouchers that two persons make, reports to the government. */
import { z } from "zod";
import { REASONS } from "../fund/chart";
import { flagShape } from "./claim";
import { route } from "./contract";
import { amountText, rowReportShape } from "./loan-life";
import { dayText, id, instant, line, paragraph } from "./text";

const article = z.string();
export const accountShape = z.object({
  id: z.string(),
  says: z.string(),
  balance: z.string(),
  held: z.string(),
  holds: z.enum(["cash", "quota", "placed", "capital"]).nullable(),
  article,
});

export const fundShape = z.object({
  /** Absent until the books are opened. */
  openedOn: z.string().nullable(),
  /** By the document; where it names none, what was paid in. */
  size: z.string(),
  sized: z.boolean(),
  accounts: z.array(accountShape),
  cash: z.string(),
  quota: z.string(),
  available: z.string(),
  /** Not reserved by instructions under way. */
  free: z.object({ cash: z.string(), quota: z.string() }),
  counts: z.object({ paid: z.string(), subsidised: z.string(), returned: z.string(), writtenOff: z.string() }),
  breaker: z
    .object({
      state: z.enum(["ACTIVE", "PAUSED"]),
      epoch: z.number().int(),
      pauseAt: z.string(),
      /** Absent where it starts again by the same line at which it paused. */
      restartAt: z.string().nullable(),
      /** What the pause is measured on in this epoch, and how far it is. */
      basis: z.enum(["gross", "net", "balance"]),
      left: z.string(),
      forecast: z.object({ days: z.number().int(), on: z.string(), overDays: z.number().int() }).nullable(),
      pauseArticle: article,
      restartArticle: article,
      changes: z.array(
        z.object({ to: z.enum(["ACTIVE", "PAUSED"]), on: z.string(), epoch: z.number().int(), figures: z.record(z.string(), z.string()), article }),
      ),
    })
    .nullable(),
  exposure: z.object({ committed: z.string(), worst: z.string(), available: z.string(), over: z.string(), article, warning: flagShape.optional() }),
  /** Month by month, oldest first, for the picture: what was left at each end, what went out and what came back. */
  months: z.array(z.object({ month: z.string(), available: z.string(), paid: z.string(), returned: z.string() })),
  /** Money that is kept apart: by account, whose it is and how much. */
  apart: z.array(z.object({ account: z.string(), of: z.string(), name: z.string(), balance: z.string(), promised: z.string().nullable() })),
  /** What is placed and has not come back. */
  placements: z.array(
    z.object({ id, product: z.string(), amount: z.string(), on: z.string(), maturesOn: z.string().nullable(), documentNo: z.string() }),
  ),
  /** What the fund earned in each year, and what its keeping was charged against it: in all, and of that the costs that it has to carry. */
  keeping: z.array(z.object({ year: z.number().int(), income: z.string(), charged: z.string(), carried: z.string() })),
  /** The round that fills the fund up again, step by step; absent where the document knows none. */
  replenishment: z
    .object({
      amount: z.string().nullable(),
      article,
      steps: z.array(
        z.object({ id: z.string(), says: z.string(), by: z.array(z.string()), on: z.string().nullable(), documentNo: z.string().nullable() }),
      ),
    })
    .nullable(),
  /** Ceilings of the document, with what was paid and set aside against them. */
  limits: z.array(z.object({ id: z.string(), says: z.string(), per: z.enum(["year", "life"]), at: z.string(), used: z.string(), article })),
  waiting: z.number().int(),
  flags: z.array(flagShape),
  /** The last nightly check: what was compared, what differed. */
  check: z
    .object({
      at: instant,
      events: z.number().int(),
      ok: z.boolean(),
      findings: z.array(z.object({ what: z.string(), detail: z.string() })),
    })
    .nullable(),
});
export type FundView = z.output<typeof fundShape>;

export const postingRow = z.object({
  seq: z.number().int(),
  type: z.enum(["reserved", "posted", "voided", "expired"]),
  transferId: z.string(),
  reason: z.enum(REASONS),
  reasonSays: z.string(),
  on: z.string(),
  amount: z.string(),
  entries: z.array(
    z.object({ account: z.string(), says: z.string(), of: z.string().optional(), side: z.enum(["debit", "credit"]), amount: z.string() }),
  ),
  caseId: z.string().nullable(),
  caseNo: z.string().nullable(),
  documentNo: z.string().nullable(),
  reverses: z.string().nullable(),
  reversed: z.boolean(),
  why: z.string().nullable(),
  madeBy: z.string(),
  checkedBy: z.string().nullable(),
  clauses: z.array(z.string()),
  recordedAt: instant,
});
export type PostingRow = z.output<typeof postingRow>;

export const VOUCHER_KINDS = ["open", "movement", "reverse", "opening", "undo_opening", "clawback", "clawback_received"] as const;
export const voucherShape = z.object({
  id,
  kind: z.enum(VOUCHER_KINDS),
  on: z.string(),
  /** Lines for the reader: what it would book. */
  lines: z.array(z.object({ says: z.string(), amount: z.string() })),
  /** Of a movement: why money moves, whose account it is, and what its reason asks besides. */
  movement: z
    .object({
      reason: z.enum(REASONS),
      of: z.string().nullable(),
      product: z.string().nullable(),
      maturesOn: z.string().nullable(),
      promised: z.string().nullable(),
      hardship: z.string().nullable(),
      year: z.number().int().nullable(),
      audit: z.string().nullable(),
      earned: z.string().nullable(),
    })
    .nullable(),
  caseId: z.string().nullable(),
  caseNo: z.string().nullable(),
  why: z.string(),
  status: z.enum(["drawn_up", "done", "declined"]),
  madeBy: z.string(),
  checkedBy: z.string().nullable(),
  recordedAt: instant,
  actions: z.array(z.string()),
});
export type VoucherView = z.output<typeof voucherShape>;

/** What its reason does not ask is left out. */
const movementBody = z.strictObject({
  kind: z.literal("movement"),
  reason: z.enum(REASONS),
  amount: amountText,
  on: dayText,
  documentNo: line(60),
  of: id.optional(),
  product: line(60).optional(),
  maturesOn: dayText.optional(),
  placement: id.optional(),
  ended: z.boolean().optional(),
  earned: amountText.optional(),
  promised: amountText.optional(),
  hardship: line(200).optional(),
  refill: z.boolean().optional(),
  year: z.number().int().min(2000).max(2199).optional(),
  audit: amountText.optional(),
});

export const fundRoutes = {
  getFund: route("getFund", { summary: "资金池：余额、暂停线和重启线、在贷承诺与可用资金、照此速度何时暂停", reply: fundShape }),
  listPostings: route("listPostings", {
    summary: "总账流水：按事由、案件、日期筛选",
    query: z.object({
      reason: z.enum(REASONS).optional(),
      caseId: z.string().max(64).optional(),
      from: z.string().max(10).optional(),
      until: z.string().max(10).optional(),
      cursor: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({ postings: z.array(postingRow), next: z.string().nullable() }),
  }),
  exportLedger: route("exportLedger", {
    summary: "导出总账（xlsx）：流水、分录、余额三张表，与屏幕分毫不差",
    query: z.object({ from: z.string().max(10).optional(), until: z.string().max(10).optional() }),
    form: "file",
    reply: z.string(),
  }),
  listVouchers: route("listVouchers", {
    summary: "记账凭证：等待复核的和已办的",
    query: z.object({ status: z.enum(["drawn_up", "done", "declined"]).optional(), cursor: z.string().max(100).optional() }),
    reply: z.object({ vouchers: z.array(voucherShape), next: z.string().nullable() }),
  }),
  drawUpVoucher: route("drawUpVoucher", {
    summary: "制单：建账、资金自身的收支（预算、注资、存放、收益、管理费等）、冲正、收回代偿、撤销期初导入；由另一人复核后入账",
    body: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("open"),
        tranches: z
          .array(z.strictObject({ amount: amountText, adjustment: z.string().max(60).optional() }))
          .min(1)
          .max(10),
        on: dayText,
      }),
      movementBody,
      z.strictObject({ kind: z.literal("reverse"), transferId: z.string().min(1).max(120), why: paragraph(500) }),
      z.strictObject({ kind: z.literal("undo_opening"), voucherId: id, why: paragraph(500) }),
      z.strictObject({ kind: z.literal("clawback"), caseId: id, amount: amountText, documentNo: line(60) }),
      z.strictObject({ kind: z.literal("clawback_received"), caseId: id, amount: amountText, documentNo: line(60) }),
    ]),
    reply: voucherShape,
  }),
  recordFundStep: route("recordFundStep", {
    summary: "登记补充资金的一步（评价、定额度、上报、到账），或同意在一家银行补存",
    body: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("replenishment"), step: z.string().min(1).max(40), documentNo: line(60), amount: amountText.optional() }),
      z.strictObject({ kind: z.literal("top_up"), of: id, documentNo: line(60) }),
    ]),
    reply: z.object({ about: z.string(), step: z.string() }),
  }),
  checkVoucher: route("checkVoucher", { summary: "复核凭证（与制单人不同），随即入账", body: z.strictObject({}), reply: voucherShape }),
  declineVoucher: route("declineVoucher", { summary: "退回凭证，写明理由", body: z.strictObject({ why: paragraph(500) }), reply: voucherShape }),
  openingTemplate: route("openingTemplate", { summary: "下载期初导入表（xlsx）：余额、在办案件", form: "file", reply: z.string() }),
  importOpening: route("importOpening", {
    summary: "期初导入：先试算，逐行给出结果；正式导入生成一张待复核的凭证，复核后一次入账，可整体撤销",
    form: "multipart",
    body: z.strictObject({ dry: z.enum(["0", "1"]), filename: z.string().max(1000, "field_too_long").optional() }),
    reply: z.object({
      rows: z.array(rowReportShape),
      ok: z.boolean(),
      cash: z.string(),
      quota: z.string(),
      cases: z.number().int(),
      voucher: voucherShape.nullable(),
    }),
  }),
  getReport: route("getReport", {
    summary: "半年报告：代偿、返还、核销、补贴、返还率，由总账生成，可打印",
    reply: z.object({
      half: z.string(),
      from: z.string(),
      until: z.string(),
      moved: z.array(z.object({ reason: z.string(), says: z.string(), count: z.number().int(), amount: z.string() })),
      inPeriod: z.record(z.string(), z.string()),
      toDate: z.record(z.string(), z.string()),
      rate: z.string().nullable(),
      cash: z.string(),
      quota: z.string(),
      claims: z.object({ filed: z.number().int(), paid: z.number().int(), open: z.number().int() }),
      changes: z.array(z.object({ to: z.string(), on: z.string() })),
      reported: z.object({ documentNo: z.string(), on: z.string() }).nullable(),
      article,
    }),
  }),
  reportHalf: route("reportHalf", {
    summary: "登记半年报告已报区政府",
    body: z.strictObject({ documentNo: line(60) }),
    reply: z.object({ half: z.string() }),
  }),
  listMajor: route("listMajor", {
    summary: "重大事项：暂停、重启等，是否已报区政府",
    reply: z.object({
      matters: z.array(
        z.object({
          id,
          what: z.string(),
          on: z.string(),
          figures: z.record(z.string(), z.string()),
          reportedOn: z.string().nullable(),
          documentNo: z.string().nullable(),
          overdue: z.boolean(),
          article,
        }),
      ),
    }),
  }),
  acknowledgeMajor: route("acknowledgeMajor", {
    summary: "登记重大事项已报区政府",
    body: z.strictObject({ documentNo: line(60) }),
    reply: z.object({ id }),
  }),
  checkBooks: route("checkBooks", {
    summary: "立即核对账簿：从头重算余额、重放暂停与重启、验证链条（每夜自动做一次）",
    body: z.strictObject({}),
    reply: z.object({ ok: z.boolean(), events: z.number().int(), findings: z.array(z.object({ what: z.string(), detail: z.string() })) }),
  }),
};
