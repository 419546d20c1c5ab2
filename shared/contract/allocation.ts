/** The plan by which a period's money is given out among its claims: what it would be, drawn up, agreed to or returned. */
import { z } from "zod";
import { derivedShape, flagShape } from "./claim";
import { route } from "./contract";
import { id, line, paragraph } from "./text";

const lineShape = z.object({
  caseId: id,
  caseNo: z.string(),
  claimId: id,
  enterprise: z.string(),
  payee: z.string(),
  asked: z.string(),
  allocated: z.string(),
  /** What it does not get. */
  short: z.string(),
  derivation: derivedShape.shape.derivation,
});
const sums = {
  period: z.string(),
  claims: z.number().int(),
  asked: z.string(),
  available: z.string(),
  allocated: z.string(),
  short: z.string(),
  /** What is given of what is asked for, as a ratio whose last digit is cut off. */
  factor: z.string(),
};
/** What a limit left on the day. */
const roomShape = z.object({ says: z.string(), at: z.string(), used: z.string(), room: z.string(), article: z.string() });

export const allocationShape = z.object({
  id,
  ...sums,
  round: z.number().int(),
  documentNo: z.string(),
  drawnBy: z.string(),
  drawnOn: z.string(),
  /** The limit that left the least, if one did. */
  bound: z.string().nullable(),
  article: z.string(),
  decision: z.object({ agreed: z.boolean(), documentNo: z.string(), reason: z.string(), by: z.string(), on: z.string() }).nullable(),
  /** The viewer decides on it. */
  mine: z.boolean(),
});
export type AllocationShown = z.output<typeof allocationShape>;
export type RoomShown = z.output<typeof roomShape>;
export type AllocationLineShown = z.output<typeof lineShape>;

export const allocationRoutes = {
  listAllocations: route("listAllocations", {
    summary: "年度分配方案，以及还没有拟订的一年现在会怎样分",
    query: z.object({ period: z.string().max(10).optional() }),
    reply: z.object({
      allocations: z.array(allocationShape),
      /** Periods with claims that wait for a plan, the oldest first. */
      waiting: z.array(z.object({ period: z.string(), claims: z.number().int() })),
      /** The oldest period with claims that wait, or the one asked for; `null` once it has a plan. */
      open: z
        .object({
          ...sums,
          article: z.string(),
          lines: z.array(lineShape),
          /** What keeps it from being drawn up today. */
          obstacles: z.array(flagShape),
          mayDrawUp: z.boolean(),
          rooms: z.array(roomShape),
          /** The limit that leaves the least, if one does. */
          bound: z.string().nullable(),
          /** What is not given is asked for again in the next period, or ends here. */
          carriesOver: z.boolean(),
          carryArticle: z.string(),
        })
        .nullable(),
    }),
  }),
  getAllocation: route("getAllocation", {
    summary: "一份分配方案和其中每一笔",
    reply: allocationShape.extend({ lines: z.array(lineShape), rooms: z.array(roomShape) }),
  }),
  drawUpAllocation: route("drawUpAllocation", {
    summary: "拟订一年的分配方案，这一年的申请一并报送审定（一次最多一百笔）",
    body: z.strictObject({ period: z.string().max(10), documentNo: line(60) }),
    reply: allocationShape,
  }),
  agreeAllocation: route("agreeAllocation", {
    summary: "同意分配方案：其中每一笔申请按分到的金额一并同意",
    body: z.strictObject({ documentNo: line(60) }),
    reply: allocationShape,
  }),
  returnAllocation: route("returnAllocation", {
    summary: "退回分配方案，写明理由和文号，可以重新拟订",
    body: z.strictObject({ documentNo: line(60), reason: paragraph(1000) }),
    reply: allocationShape,
  }),
};
