/** What misconduct bars by the document's own list: findings, who is told, lifting, and withdrawing a finding that was wrong. */
import { z } from "zod";
import { route } from "./contract";
import { dayText, id, line, paragraph } from "./text";

export const banShape = z.object({
  /** Absent for what a payment brought by itself. */
  id: id.nullable(),
  rule: z.string(),
  says: z.string(),
  article: z.string(),
  of: z.enum(["enterprise", "institution"]),
  conduct: z.string(),
  orgId: z.string().nullable(),
  creditCode: z.string().nullable(),
  name: z.string(),
  from: z.string(),
  through: z.string().nullable(),
  firstAllowedOn: z.string().nullable(),
  lasts: z.enum(["years", "for_ever", "until_decided"]),
  active: z.boolean(),
  documentNo: z.string(),
  reason: z.string(),
  clawback: z.string(),
  /** The viewer found it, and so somebody else has to withdraw it. */
  own: z.boolean(),
  withdrawn: z.object({ on: z.string(), documentNo: z.string(), reason: z.string() }).nullable(),
  lifted: z.object({ on: z.string(), documentNo: z.string(), reason: z.string() }).nullable(),
});

export const banRoutes = {
  listBans: route("listBans", { summary: "违规认定和限制", reply: z.object({ bans: z.array(banShape) }) }),
  recordBan: route("recordBan", {
    summary: "登记查实的违规：限制、追回、通知",
    body: z.strictObject({
      rule: z.string().max(40),
      conduct: z.string().max(40),
      /** The institution, or the firm by its code. */
      orgId: id.optional(),
      creditCode: z.string().max(40).optional(),
      name: z.string().max(100).optional(),
      verifiedOn: dayText,
      documentNo: z.string().max(60),
      reason: paragraph(1000),
      /** The loan that it was paid for, where something is taken back. */
      caseId: id.optional(),
    }),
    /** What is taken back is drawn up as a voucher, which a second person checks. */
    reply: banShape.extend({ voucherId: id.nullable() }),
  }),
  liftBan: route("liftBan", {
    summary: "解除未定期限的限制",
    body: z.strictObject({
      rule: z.string().max(40),
      orgId: id.optional(),
      creditCode: z.string().max(40).optional(),
      documentNo: z.string().max(60),
      reason: paragraph(500),
    }),
    reply: z.object({ on: z.string() }),
  }),
  withdrawBan: route("withdrawBan", {
    summary: "撤销认定有误的记录（另一人办理）",
    body: z.strictObject({ documentNo: line(60), reason: paragraph(500) }),
    reply: z.object({ id }),
  }),
};
