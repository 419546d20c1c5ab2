/** How institutions were judged for a year, and the reward that goes by it. */
import { z } from "zod";
import { derivedShape, flagShape } from "./claim";
import { route } from "./contract";
import { id, line } from "./text";

const pointsText = z.string().regex(/^\d{1,3}(?:\.\d{1,2})?$/, "field_invalid");

export const evaluatedShape = z.object({
  orgId: id,
  name: z.string(),
  kind: z.string(),
  year: z.number().int(),
  points: z.record(z.string(), z.string()),
  leverage: z.string(),
  score: z.string(),
  documentNo: z.string(),
  on: z.string(),
  /** New business of the year by the records. */
  volume: z.string(),
  /** What it comes to today, and by which way; or why nothing can be computed. */
  reward: derivedShape.nullable(),
  obstacles: z.array(flagShape),
  /** Paid for that year. */
  paid: z.string().nullable(),
});
export type EvaluatedView = z.output<typeof evaluatedShape>;

export const rewardRoutes = {
  listEvaluations: route("listEvaluations", {
    summary: "各机构的年度绩效评价、当年新增批量业务和业务奖励的算法",
    reply: z.object({
      metrics: z.array(z.object({ id: z.string(), says: z.string(), article: z.string() })),
      evaluations: z.array(evaluatedShape),
    }),
  }),
  evaluate: route("evaluate", {
    summary: "登记一家机构一年的绩效评价：各项得分、放大倍数、文号",
    body: z.strictObject({
      orgId: id,
      year: z.number().int().min(2000).max(2199),
      points: z.record(z.string().max(40), pointsText),
      leverage: pointsText,
      documentNo: line(60),
    }),
    reply: z.object({ score: z.string() }),
  }),
};
