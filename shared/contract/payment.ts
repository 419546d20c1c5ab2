/** Paying what was approved: instructions drawn up by one person, checked by another, money applied for and transferred, paid by the account bank. */
import { z } from "zod";
import { derivedShape, flagShape } from "./claim";
import { route } from "./contract";
import { id, instant, line, paragraph } from "./text";

export const INSTRUCTION_STATUSES = ["DRAWN_UP", "INSTRUCTED", "APPLIED", "FIN_APPROVED", "TRANSFERRED", "PAID", "CANCELLED"] as const;

const org = z.object({ id, name: z.string() });

export const instructionShape = z.object({
  no: z.string(),
  on: z.string(),
  status: z.enum(INSTRUCTION_STATUSES),
  caseId: id,
  caseNo: z.string(),
  enterprise: z.string(),
  /** `compensation` or `subsidy`. */
  reason: z.string(),
  payableId: id,
  payee: org,
  amount: z.string(),
  path: z.enum(["DIRECT", "QUOTA"]),
  account: z.string(),
  quota: z.string(),
  unfunded: z.string(),
  /** What of it lies with its payee already, where the document has each take its own first. */
  own: z.string().optional(),
  parts: z.array(z.object({ org: z.string(), amount: z.string() })).optional(),
  governmentDocument: z.string().optional(),
  consentNo: z.string().optional(),
  madeBy: z.string(),
  checkedBy: z.string().optional(),
  /** What happened to it, oldest first. */
  history: z.array(z.object({ status: z.string(), by: z.string(), org: z.string(), at: instant, why: z.string().optional() })),
  article: z.string(),
  /** Last day on which its reservation stands. */
  until: z.string().optional(),
  /** Route names that the viewer may call on it now. */
  actions: z.array(z.string()),
});
export type InstructionView = z.output<typeof instructionShape>;

export const payableShape = z.object({
  id,
  reason: z.string(),
  caseId: id,
  caseNo: z.string(),
  enterprise: z.string(),
  payee: org,
  /** What was approved; the most that may be paid. */
  approved: z.string(),
  approvedOn: z.string(),
  documentNo: z.string().optional(),
  /** What it comes to today, with its derivation, and which money would pay it. */
  today: derivedShape.optional(),
  plan: z.object({ path: z.enum(["DIRECT", "QUOTA"]), account: z.string(), quota: z.string(), unfunded: z.string() }).optional(),
  /** Place among those that wait because of a pause, from 1. */
  queued: z.number().int().optional(),
  instruction: z.object({ no: z.string(), status: z.enum(INSTRUCTION_STATUSES) }).optional(),
  /** Guarantee mode: agreed shares in percent, payee first, as recorded with the loan. */
  shares: z.array(z.string()).optional(),
  /** Why it cannot be paid now. */
  obstacles: z.array(flagShape),
});
export type PayableView = z.output<typeof payableShape>;

export const movedInstruction = z.object({ no: z.string(), status: z.enum(INSTRUCTION_STATUSES), amount: z.string() });

export const paymentRoutes = {
  listPayables: route("listPayables", {
    summary: "已批准待支付：今天应付多少、用哪笔钱付、暂停期间排第几",
    query: z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    reply: z.object({
      payables: z.array(payableShape),
      next: z.string().nullable(),
      paused: z.boolean(),
      /** Not set aside for instructions under way. */
      cash: z.string(),
      quota: z.string(),
    }),
  }),
  drawUpInstruction: route("drawUpInstruction", {
    summary: "制作付款指令：系统独立复算一遍，差一分也不能制单",
    body: z.strictObject({ governmentDocument: line(60).optional() }),
    reply: movedInstruction.extend({ path: z.enum(["DIRECT", "QUOTA"]), account: z.string(), quota: z.string(), unfunded: z.string() }),
  }),
  countersignInstruction: route("countersignInstruction", {
    summary: "第二人复核付款指令，资金预留",
    body: z.strictObject({}),
    reply: movedInstruction,
  }),
  approveDraw: route("approveDraw", { summary: "财政同意拨付额度", body: z.strictObject({}), reply: movedInstruction }),
  recordDraw: route("recordDraw", { summary: "财政登记额度资金已到专户", body: z.strictObject({}), reply: movedInstruction }),
  confirmPaid: route("confirmPaid", { summary: "开户银行确认已付款", body: z.strictObject({}), reply: movedInstruction }),
  cancelInstruction: route("cancelInstruction", {
    summary: "撤回未付的指令（财政不同意拨付也用此），写明理由",
    body: z.strictObject({ why: paragraph(500) }),
    reply: movedInstruction,
  }),
  listInstructions: route("listInstructions", {
    summary: "付款指令：开户银行只看要它执行和已执行的",
    query: z.object({
      status: z.enum(INSTRUCTION_STATUSES).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({
      instructions: z.array(
        instructionShape.pick({
          no: true,
          on: true,
          status: true,
          caseNo: true,
          enterprise: true,
          reason: true,
          payee: true,
          amount: true,
          path: true,
        }),
      ),
      next: z.string().nullable(),
      counts: z.record(z.string(), z.number().int()),
    }),
  }),
  getInstruction: route("getInstruction", { summary: "一张付款指令，可打印", reply: instructionShape }),
};
