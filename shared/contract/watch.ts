/** Institutions watched by their bad loans: figures of a period, marks that they passed, the institution's paper, decisions. */
import { z } from "zod";
import { route } from "./contract";
import { id, line, paragraph, ratioText } from "./text";

const yuanText = z.string().max(32);
const count = z.number().int().min(0).max(10_000_000);

export const figureShape = z.object({
  period: z.string(),
  badBalance: z.string(),
  allBalance: z.string(),
  badCount: z.number().int(),
  allCount: z.number().int(),
  ratio: z.string(),
  average: z.string().nullable(),
  source: z.string(),
  marks: z.array(z.object({ id: z.string(), says: z.string(), effect: z.string(), article: z.string() })),
  reason: z.string(),
  on: z.string(),
});
export const watchedShape = z.object({
  orgId: id,
  name: z.string(),
  kind: z.string(),
  /** As the records stand today, where they hold all that is measured. */
  now: figureShape.nullable(),
  /** Newest first. */
  figures: z.array(figureShape),
  explanations: z.array(z.object({ period: z.string(), text: z.string(), plan: z.string(), documentNo: z.string(), on: z.string() })),
  decisions: z.array(z.object({ what: z.string(), ratio: z.string(), documentNo: z.string(), reason: z.string(), on: z.string(), by: z.string() })),
  paused: z.boolean(),
  /** Since when it may make no new loans under the document. */
  blockedFrom: z.string().nullable(),
});

export const watchRoutes = {
  listWatch: route("listWatch", { summary: "各机构的不良贷款率、提示、说明和决定", reply: z.object({ institutions: z.array(watchedShape) }) }),
  enterFigures: route("enterFigures", {
    summary: "录入一家机构一个月的不良贷款数",
    body: z.strictObject({
      period: z.string().max(10),
      badBalance: yuanText,
      allBalance: yuanText,
      badCount: count,
      allCount: count,
      average: ratioText.optional(),
      source: line(100).optional(),
      reason: paragraph(300).optional(),
    }),
    reply: figureShape,
  }),
  explainFigures: route("explainFigures", {
    summary: "机构报送情况说明和整改计划",
    body: z.strictObject({ text: z.string().max(4000), plan: z.string().max(4000), documentNo: line(60) }),
    reply: z.object({ id }),
  }),
  decideWatch: route("decideWatch", {
    summary: "决定暂停、恢复或终止一家机构",
    body: z.strictObject({ what: z.enum(["pause", "resume", "end"]), documentNo: line(60), reason: paragraph(500) }),
    reply: z.object({ what: z.string(), on: z.string(), ratio: z.string() }),
  }),
};
