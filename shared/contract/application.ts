/** The enterprise's own verbs: draft, files, submission. */
import { z } from "zod";
import type { Draft } from "../process/draft";
import { decisionShape, statementShapeInCase } from "./case";
import { route } from "./contract";
import { readAtShape } from "./statement";
import { id, instant, paragraph } from "./text";

const short = z.string().max(200);
const long = z.string().max(4000);

/** A draft as typed: anything may be missing, nothing is judged here, every text is bounded. */
export const draftShape = z.strictObject({
  registeredDistrict: short.optional(),
  registeredAddress: short.optional(),
  registration: short.optional(),
  establishedOn: short.optional(),
  industry: short.optional(),
  activity: short.optional(),
  listedProcess: short.optional(),
  representativeName: short.optional(),
  representativeId: short.optional(),
  controllerName: short.optional(),
  controllerId: short.optional(),
  holders: z
    .array(z.strictObject({ name: short.optional(), id: short.optional(), percent: short.optional() }))
    .max(50)
    .optional(),
  affiliates: z
    .array(z.strictObject({ name: short.optional(), creditCode: short.optional() }))
    .max(50)
    .optional(),
  years: z
    .array(
      z.strictObject({
        fiscalYear: z.number().int().min(1990).max(2200).optional(),
        headcount: short.optional(),
        revenue: short.optional(),
        assets: short.optional(),
      }),
    )
    .max(5)
    .optional(),
  projectDescription: long.optional(),
  needAmount: short.optional(),
  needPurpose: long.optional(),
  needTermMonths: short.optional(),
  focusField: short.optional(),
  focusProfiles: z.array(short).max(10).optional(),
  focusEvidence: long.optional(),
  dishonestEnterprise: short.optional(),
  dishonestRepresentative: short.optional(),
  conduct: z
    .array(z.strictObject({ subject: short.optional(), occurredOn: short.optional(), detail: long.optional() }))
    .max(20)
    .optional(),
  attested: z.record(z.string().max(40), short).optional(),
  monthlyStaff: z.array(short).max(12).optional(),
  localStaffPercent: short.optional(),
  addressedTo: short.optional(),
  consentTruth: z.boolean().optional(),
  consentPrivacy: z.boolean().optional(),
  consentBanks: z.boolean().optional(),
}) satisfies z.ZodType<Draft>;

export const TASK_STATUSES = ["cannot_start", "not_started", "in_progress", "done"] as const;
export const TASK_IDS = ["enterprise", "people", "figures", "project", "conduct", "papers", "submit"] as const;

export const taskShape = z.object({
  id: z.enum(TASK_IDS),
  status: z.enum(TASK_STATUSES),
  /** Tasks that must come first. */
  after: z.array(z.enum(TASK_IDS)),
  /** How many answers or papers are still missing. */
  missing: z.number().int(),
});

export const applicationShape = z.object({
  caseId: id,
  no: z.string(),
  status: z.string(),
  /** The scheme whose rules the phone may run to preview. */
  scheme: z.object({ id: z.string(), name: z.string(), ruleSet: z.string() }),
  enterprise: z.object({ orgId: id, name: z.string(), creditCode: z.string() }),
  draft: draftShape,
  revision: z.number().int(),
  savedAt: instant.nullable(),
  fiscalYears: z.array(z.number().int()),
  young: z.boolean(),
  tasks: z.array(taskShape),
  statements: z.array(
    statementShapeInCase.extend({
      /** Figures read from a spreadsheet, yuan as text, and where each was found. */
      figures: z.record(z.string(), z.string()).optional(),
      at: z.array(readAtShape).optional(),
    }),
  ),
  /** The same decision that submitting today would give, group and bars included. */
  decision: decisionShape,
  returnReason: z.string().optional(),
  recommenders: z.array(z.object({ id, kind: z.string(), name: z.string() })),
  focusFields: z.array(z.object({ id: z.string(), says: z.string() })),
  focusProfiles: z.array(z.object({ id: z.string(), says: z.string() })),
});
export type ApplicationView = z.output<typeof applicationShape>;

export const applicationRoutes = {
  startApplication: route("startApplication", {
    summary: "企业开始一份申请（草稿）",
    body: z.strictObject({}),
    reply: z.object({ caseId: id, no: z.string() }),
  }),
  getApplication: route("getApplication", { summary: "查看自己的申请草稿、任务清单和资格预判", reply: applicationShape }),
  saveDraft: route("saveDraft", {
    summary: "保存草稿；revision 落后时按字段合并，冲突的字段会列出",
    body: z.strictObject({ revision: z.number().int().min(0), changes: draftShape }),
    reply: z.object({ revision: z.number().int(), savedAt: instant, draft: draftShape, overwritten: z.array(z.string()) }),
  }),
  removeStatement: route("removeStatement", { summary: "从草稿中移除一个文件", body: z.strictObject({}), reply: z.object({ removed: z.boolean() }) }),
  submitApplication: route("submitApplication", {
    summary: "提交申请给推荐单位；不符合条件时列出全部理由和依据",
    body: z.strictObject({ revision: z.number().int().min(0) }),
    reply: z.object({ caseId: id, no: z.string(), decision: decisionShape, next: z.object({ who: z.string(), by: z.string().nullable() }) }),
  }),
  withdrawApplication: route("withdrawApplication", {
    summary: "撤回申请",
    body: z.strictObject({ reason: paragraph(500) }),
    reply: z.object({ status: z.string() }),
  }),
};
