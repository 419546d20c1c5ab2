/** Push and loan: rounds to institutions, their answers, the loan's record. */
import { z } from "zod";
import { leadShape } from "./case";
import { route } from "./contract";
import { movedShape } from "./screening";
import { dayText, id, line, paragraph } from "./text";

export const DECLINE_REASONS = [
  "risk_policy",
  "collateral",
  "cash_flow",
  "credit_record",
  "existing_debt",
  "out_of_scope",
  "enterprise_withdrew",
  "other",
] as const;

const amountText = z.string().min(1).max(40);
/** A yearly rate in percent as typed, e.g. `4.35`. */
const percentText = z.string().min(1).max(20);

export const pushRoutes = {
  pushToBanks: route("pushToBanks", {
    summary: "向一家或多家有有效协议的机构推送",
    body: z.strictObject({
      /** Empty where the document has it go to all. */
      institutions: z.array(id).max(200).default([]),
      preferenceReason: paragraph(500).optional(),
      /** Also to institutions that have signed no agreement yet, for this reason: their leads are flagged. */
      transition: z.literal(true).optional(),
      transitionReason: paragraph(500).optional(),
    }),
    reply: movedShape.extend({ pushNo: z.number().int(), leads: z.array(z.object({ id, org: z.string() })) }),
  }),
  listLeads: route("listLeads", {
    summary: "推送给本机构的融资需求",
    query: z.object({ status: z.enum(["open", "declined", "offered", "funded", "closed"]).optional(), cursor: z.string().max(100).optional() }),
    reply: z.object({
      leads: z.array(
        leadShape.omit({ talk: true }).extend({
          caseId: id,
          caseNo: z.string(),
          enterprise: z.string(),
          need: z.string(),
          tier: z.string(),
          tierSays: z.string(),
          ratio: z.string(),
          covered: z.string(),
        }),
      ),
      next: z.string().nullable(),
      /** How many of this institution's leads stand at each status, whatever the filter. */
      counts: z.record(z.string(), z.number().int()),
    }),
  }),
  askLead: route("askLead", { summary: "机构就推送的需求提问", body: z.strictObject({ question: paragraph(1000) }), reply: movedShape }),
  answerLead: route("answerLead", { summary: "办公室或企业回答机构的提问", body: z.strictObject({ answer: paragraph(1000) }), reply: movedShape }),
  declineLead: route("declineLead", {
    summary: "机构婉拒，写明理由；全部机构婉拒即本轮融资失败",
    body: z.strictObject({ reasonCode: z.enum(DECLINE_REASONS), reason: paragraph(1000) }),
    reply: movedShape,
  }),
  offerLead: route("offerLead", {
    summary: "机构报出金额、年利率（%）、期限（月）和合作方式",
    body: z.strictObject({
      amount: amountText,
      ratePercent: percentText,
      termMonths: z.string().max(10),
      mode: z.string().max(40),
      remark: z.string().max(1000).default(""),
    }),
    reply: movedShape,
  }),
  recordLoan: route("recordLoan", {
    summary: "登记已发放的贷款；首次发放即用掉本企业及关联企业的一次机会",
    body: z.strictObject({
      contractNo: line(60),
      principal: amountText,
      ratePercent: percentText,
      termMonths: z.string().max(10),
      disbursedOn: dayText,
      mode: z.string().max(40),
      partnerOrgId: id.optional(),
      payeeSharePercent: z.string().max(10).optional(),
      raiseReason: paragraph(500).optional(),
      /** By the key of what the document asks beside the record. */
      answers: z.record(z.string().max(60), z.union([z.string().max(300), z.array(z.string().max(60)).max(40)])).default({}),
    }),
    reply: movedShape.extend({ loanId: id, warnings: z.array(z.string()) }),
  }),
};
