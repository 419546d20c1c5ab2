/** Answering for misconduct: firms and people on the list, measures against institutions, marks of departments. */
import { z } from "zod";
import { flagShape } from "./claim";
import { route } from "./contract";
import { dayText, id, line, paragraph } from "./text";

export const listingShape = z.object({
  id,
  name: z.string(),
  creditCode: z.string(),
  representative: z.string().nullable(),
  reason: z.string(),
  platform: z.string(),
  listedOn: z.string(),
  blockedThrough: z.string(),
  firstAllowedOn: z.string(),
  evidence: z.string().nullable(),
  lifted: z.object({ on: z.string(), reason: z.string() }).nullable(),
  flags: z.array(flagShape),
  article: z.string(),
});
export const measureShape = z.object({
  id,
  institution: z.string(),
  orgId: id,
  /** A rung of the ladder (`interview`, `notice`, `suspend`) or a measure (`lower_ratio`, `full_clawback`, `terminate`). */
  what: z.string(),
  on: z.string(),
  until: z.string().nullable(),
  reason: z.string(),
  caseId: z.string().nullable(),
  caseNo: z.string().nullable(),
  ratio: z.string().nullable(),
  article: z.string(),
  active: z.boolean(),
});

export const sanctionRoutes = {
  listSanctions: route("listSanctions", {
    summary: "失信名单、对机构的措施、部门记录与标记",
    reply: z.object({
      listings: z.array(listingShape),
      measures: z.array(measureShape),
      departments: z.array(
        z.object({
          orgId: id,
          name: z.string(),
          kind: z.string(),
          paidFirms: z.number().int(),
          year: z.number().int(),
          flag: flagShape.nullable(),
          misconduct: z.array(z.object({ type: z.string(), detail: z.string(), on: z.string() })),
        }),
      ),
    }),
  }),
  listFirm: route("listFirm", {
    summary: "把失信企业及其法定代表人列入名单：平台、日期、事由、证明；三年内不得申请",
    body: z.strictObject({
      name: line(80),
      creditCode: z.string().max(40),
      representativeName: z.string().max(60).optional(),
      representativeId: z.string().max(40).optional(),
      reason: paragraph(500),
      platform: line(80),
      listedOn: dayText,
      evidence: z.string().max(120).optional(),
    }),
    reply: listingShape,
  }),
  liftListing: route("liftListing", {
    summary: "撤下列错的名单记录，写明理由和文号（另一人办理）",
    body: z.strictObject({ reason: paragraph(500), documentNo: line(60) }),
    reply: listingShape,
  }),
  recordMisconduct: route("recordMisconduct", {
    summary: "登记推荐部门的失职情形（只记录，不打分）",
    body: z.strictObject({ orgId: id, type: z.string().max(40), detail: paragraph(1000), caseId: id.optional() }),
    reply: z.object({ flag: flagShape }),
  }),
  determineBreach: route("determineBreach", {
    summary: "评级单位认定机构违规：本单位的认定意见",
    body: z.strictObject({
      type: z.string().max(40),
      /** Which institution behind the loan; where left out, the one whom the fund would pay. */
      orgId: id.optional(),
      documentNo: line(60),
      detail: paragraph(1000),
    }),
    reply: z.object({ caseId: id, units: z.number().int(), of: z.number().int() }),
  }),
  sanctionBreach: route("sanctionBreach", {
    summary: "办公室对违规机构采取措施：降低比例、全额收回、终止合作",
    body: z.strictObject({
      type: z.string().max(40),
      /** As in the determination. */
      orgId: id.optional(),
      measure: z.enum(["lower_ratio", "full_clawback", "terminate"]),
      ratio: z.string().max(10).optional(),
      reason: paragraph(500),
      until: dayText.optional(),
    }),
    /** A clawback is drawn up as a voucher, which a second person checks. */
    reply: measureShape.extend({ clawback: z.string(), voucherId: id.nullable() }),
  }),
  climbLadder: route("climbLadder", {
    summary: "追偿不力的机构：约谈、通报、暂停合作，逐级",
    body: z.strictObject({ rung: z.string().max(40), reason: paragraph(500), until: dayText.optional() }),
    reply: measureShape,
  }),
};
