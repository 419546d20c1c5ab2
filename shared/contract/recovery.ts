/** Getting the money back: coordination, law, returns, write-off; the ledger of recoveries. */
import { z } from "zod";
import { dueInFileShape, flagShape } from "./claim";
import { route } from "./contract";
import { amountText, fileMovedShape, instalmentShape } from "./loan-life";
import { dayText, id, instant, line, paragraph } from "./text";

const partShape = z.object({ party: z.string(), amount: z.string() });

export const RECOVERY_STAGES = ["COORDINATION", "LEGAL", "RETURNING", "WRITEOFF"] as const;

export const recoveryShape = z.object({
  stage: z.enum(RECOVERY_STAGES),
  openedOn: z.string(),
  coordination: z.object({ outcome: z.enum(["PLAN", "NO_RESULT"]), on: z.string(), plan: z.array(instalmentShape) }).optional(),
  forced: z.object({ on: z.string(), reason: z.string() }).optional(),
  legal: z.object({ on: z.string(), court: z.string(), caseNo: z.string() }).optional(),
  receipts: z.array(
    z.object({
      id: z.string(),
      receivedOn: z.string(),
      amount: z.string(),
      costs: z.string(),
      /** Each cost with its voucher, where the document asks for them. */
      costItems: z.array(z.object({ kind: z.string(), amount: z.string(), voucherNo: z.string() })).optional(),
      /** Where the money came from, by the document's own list. */
      source: z.string().optional(),
      /** Every party's part of the net, where it is shared among all who bore the loss; with what is parted again inside one. */
      parts: z.array(partShape.extend({ inner: z.array(partShape).optional() })).optional(),
      /** The fund's part. */
      due: z.string(),
      dueOn: dueInFileShape.optional(),
      /** Declared by the payee as returned, and not yet seen on the account by the office. */
      declared: z.object({ amount: z.string(), on: z.string(), voucherNo: z.string() }).optional(),
      returned: z.object({ amount: z.string(), on: z.string() }).optional(),
    }),
  ),
  clawback: z.object({ ordered: z.string(), received: z.string(), on: z.string() }).optional(),
  ended: z.object({ on: z.string(), proof: z.string(), documentNo: z.string() }).optional(),
  confirmed: z.object({ amount: z.string(), on: z.string() }).optional(),
  approvals: z.array(z.object({ kind: z.string(), on: z.string() })),
  writtenOff: z.object({ amount: z.string(), on: z.string() }).optional(),
  /** Present once the fund has paid. */
  figures: z.object({ paid: z.string(), recovered: z.string(), returned: z.string(), pending: z.string(), out: z.string() }).optional(),
  dues: z.array(dueInFileShape.extend({ what: z.string() })),
  flags: z.array(flagShape),
  /** Proofs of the law's end that the document is read to accept. */
  proofs: z.array(z.string()),
});

export const recoveryRow = z.object({
  caseId: id,
  caseNo: z.string(),
  enterprise: z.string(),
  payee: z.string(),
  stage: z.enum(RECOVERY_STAGES),
  paid: z.string(),
  recovered: z.string(),
  returned: z.string(),
  pending: z.string(),
  out: z.string(),
  writtenOff: z.string(),
  touchedOn: z.string(),
  dueOn: z.string().nullable(),
  flags: z.array(flagShape),
});

export const recoveryRoutes = {
  listRecoveries: route("listRecoveries", {
    summary: "追偿台账：已付、收回、返还、在途、未返还、核销；机构看本机构的",
    query: z.object({
      open: z.enum(["1"]).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({
      recoveries: z.array(recoveryRow),
      next: z.string().nullable(),
      totals: z.object({
        paid: z.string(),
        recovered: z.string(),
        returned: z.string(),
        pending: z.string(),
        out: z.string(),
        writtenOff: z.string(),
      }),
      /** The last quarters in which the ledger was published. */
      published: z.array(z.object({ quarter: z.string(), at: instant, rows: z.number().int(), returned: z.string() })),
      /** Returned to the fund by quarter, oldest first, for the picture. */
      quarters: z.array(z.object({ quarter: z.string(), paid: z.string(), returned: z.string(), writtenOff: z.string() })),
      rate: z.string().nullable(),
    }),
  }),
  publishRecoveries: route("publishRecoveries", {
    summary: "通报本季度追偿台账：发给财政、区政府和各有关机构",
    body: z.strictObject({ quarter: z.string().max(10) }),
    reply: z.object({ quarter: z.string(), rows: z.number().int() }),
  }),
  exportRecoveries: route("exportRecoveries", { summary: "导出追偿台账（xlsx）", form: "file", reply: z.string() }),
  coordinate: route("coordinate", {
    summary: "登记协调会结果：还款计划，或协调无果",
    body: z.strictObject({
      outcome: z.enum(["PLAN", "NO_RESULT"]),
      on: dayText,
      attended: z.array(line(80)).min(1).max(30),
      plan: z.array(z.strictObject({ dueOn: dayText, principal: amountText, interest: amountText })).max(120),
    }),
    reply: fileMovedShape,
  }),
  forceLegal: route("forceLegal", { summary: "失信企业直接进入法律追偿", body: z.strictObject({ reason: paragraph(500) }), reply: fileMovedShape }),
  startLegal: route("startLegal", {
    summary: "机构登记已启动法律追偿：日期、法院、案号",
    body: z.strictObject({ on: dayText, court: line(80), caseNo: line(60) }),
    reply: fileMovedShape,
  }),
  recordRecovery: route("recordRecovery", {
    summary: "机构登记收回的款项；应返还基金的部分随即算出",
    body: z.strictObject({
      receiptNo: line(60),
      receivedOn: dayText,
      amount: amountText,
      costs: amountText,
      costItems: z
        .array(z.strictObject({ kind: z.string().max(40), amount: amountText, voucherNo: line(60) }))
        .max(40)
        .optional(),
      source: z.string().max(40).optional(),
    }),
    reply: fileMovedShape.extend({ due: z.string(), dueOn: z.string() }),
  }),
  declareReturn: route("declareReturn", {
    summary: "机构登记已把款项转回资金或者缴库：金额、日期、凭证号",
    body: z.strictObject({ receiptNo: line(60), amount: amountText, on: dayText, voucherNo: line(60) }),
    reply: fileMovedShape,
  }),
  receiveReturn: route("receiveReturn", {
    summary: "经办单位看到返还款后确认入账（第二人）",
    body: z.strictObject({ receiptNo: line(60) }),
    reply: fileMovedShape.extend({ returned: z.string() }),
  }),
  endLegal: route("endLegal", {
    summary: "机构登记法律程序终结及证明",
    body: z.strictObject({ on: dayText, proof: z.string().max(40), documentNo: line(60) }),
    reply: fileMovedShape,
  }),
  confirmLoss: route("confirmLoss", { summary: "机构确认净损失", body: z.strictObject({ amount: amountText }), reply: fileMovedShape }),
  approveLoss: route("approveLoss", {
    summary: "各审核单位先后审核核销；都同意即核销入账",
    body: z.strictObject({}),
    reply: fileMovedShape.extend({ writtenOff: z.string().nullable() }),
  }),
};
