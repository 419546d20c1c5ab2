/** Recommendation and screening: the verbs of recommenders, the office and consulted institutions. */
import { z } from "zod";
import { CASE_STATUSES } from "../process/status";
import { decisionShape } from "./case";
import { route } from "./contract";
import { dayText, id, instant, line, paragraph } from "./text";

/** What most verbs on a case answer: where it stands now. */
export const movedShape = z.object({ caseId: id, seq: z.number().int(), status: z.enum(CASE_STATUSES), step: z.string() });

export const recommendationRoutes = {
  adoptApplication: route("adoptApplication", {
    summary: "推荐单位采纳企业草稿并出具编号推荐函",
    body: z.strictObject({
      /** What the document does not ask for may stay empty. */
      letterNo: z.string().trim().max(60).default(""),
      profile: z.string().trim().max(4000).default(""),
      loanNeed: z.string().trim().max(2000).default(""),
      justification: paragraph(1000).optional(),
    }),
    reply: movedShape.extend({ decision: decisionShape }),
  }),
  returnApplication: route("returnApplication", {
    summary: "推荐单位退回企业补充，写明理由",
    body: z.strictObject({ reason: paragraph(1000) }),
    reply: movedShape,
  }),
  recommendationScores: route("recommendationScores", {
    summary: "各推荐单位本季度推荐家数与缺口（只提示，不阻断）",
    query: z.object({ quarter: z.string().max(6).optional() }),
    reply: z.object({
      quarter: z.string(),
      target: z.number().int(),
      article: z.string(),
      scores: z.array(
        z.object({ orgId: id, name: z.string(), kind: z.string(), recommended: z.number().int(), shortfall: z.number().int(), scored: z.boolean() }),
      ),
    }),
  }),
};

export const screeningRoutes = {
  openScreening: route("openScreening", {
    summary: "办公室启动初筛，选择会同的机构",
    body: z.strictObject({ consult: z.array(id).max(20).default([]) }),
    reply: movedShape,
  }),
  recordFinding: route("recordFinding", {
    summary: "记录一条核查结果：来源、查询时间、对象和结论",
    body: z.strictObject({
      source: z.enum(["internal", "external", "bigdata"]),
      sourceName: line(80),
      queriedAt: instant,
      subject: z.enum(["enterprise", "representative", "group"]),
      topic: z.enum(["registration", "dishonest", "conduct", "affiliates", "operations", "credit", "tax", "criminal", "other"]),
      result: z.enum(["clear", "adverse", "unclear"]),
      detail: paragraph(1000),
      occurredOn: dayText.optional(),
      /** For an affiliate that was found: the other firm and how the two are linked. */
      tie: z
        .strictObject({
          kind: z.enum(["legal_rep", "controller", "equity", "declared"]),
          name: line(80),
          creditCode: z.string().max(40),
          share: z.string().max(10).optional(),
          certain: z.boolean(),
        })
        .optional(),
    }),
    reply: movedShape,
  }),
  giveOpinion: route("giveOpinion", {
    summary: "会同机构出具初筛意见",
    body: z.strictObject({ verdict: z.enum(["support", "caution", "oppose"]), detail: paragraph(1000) }),
    reply: movedShape,
  }),
  passScreening: route("passScreening", {
    summary: "初筛通过，进入联审",
    body: z.strictObject({ summary: paragraph(2000) }),
    reply: movedShape.extend({ decision: decisionShape }),
  }),
  returnScreening: route("returnScreening", {
    summary: "初筛退回推荐单位，写明理由",
    body: z.strictObject({ reason: paragraph(1000) }),
    reply: movedShape,
  }),
};
