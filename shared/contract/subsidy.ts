/** The premium subsidy of insured loans: policies that insurers register, receipts that firms file, refunds. */
import { z } from "zod";
import { derivedShape } from "./claim";
import { route } from "./contract";
import { amountText } from "./loan-life";
import { dayText, id, line, paragraph } from "./text";

export const SUBSIDY_STATUSES = ["filed", "returned", "approved", "paid"] as const;
export const subsidyShape = z.object({
  id,
  caseId: id,
  caseNo: z.string(),
  enterprise: z.string(),
  policyNo: z.string(),
  receiptNo: z.string(),
  premium: z.string(),
  /** What it comes to today; once paid, what was paid. */
  subsidy: z.string(),
  derivation: derivedShape.optional(),
  status: z.enum(SUBSIDY_STATUSES),
  reason: z.string().nullable(),
  filedOn: z.string(),
  refunded: z.string(),
  returned: z.string(),
  /** Of what was paid, still to come back because premium was refunded. */
  back: z.string(),
  actions: z.array(z.string()),
});
export type SubsidyView = z.output<typeof subsidyShape>;

export const subsidyRoutes = {
  listPolicies: route("listPolicies", {
    summary: "保险机构登记的保单",
    query: z.object({ caseId: z.string().max(64).optional(), cursor: z.string().max(100).optional() }),
    reply: z.object({
      policies: z.array(
        z.object({
          policyNo: z.string(),
          product: z.string(),
          caseId: id,
          caseNo: z.string(),
          insured: z.string(),
          insurer: z.string(),
          premium: z.string(),
          insuredAmount: z.string(),
          from: z.string(),
          until: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  registerPolicy: route("registerPolicy", {
    summary: "保险机构登记为本机制贷款出具的保单：产品、保费、保险金额、保险期间",
    body: z.strictObject({ policyNo: line(60), product: line(80), premium: amountText, insuredAmount: amountText, from: dayText, until: dayText }),
    reply: z.object({ policyNo: z.string() }),
  }),
  listSubsidies: route("listSubsidies", {
    summary: "保费补贴申请",
    query: z.object({ status: z.enum(SUBSIDY_STATUSES).optional(), caseId: z.string().max(64).optional(), cursor: z.string().max(100).optional() }),
    reply: z.object({ subsidies: z.array(subsidyShape), next: z.string().nullable() }),
  }),
  fileSubsidy: route("fileSubsidy", {
    summary: "企业申请保费补贴：保单、缴费凭证、实际缴纳的保费；一张凭证只补一次",
    body: z.strictObject({ policyNo: line(60), receiptNo: line(60), premium: amountText }),
    reply: subsidyShape,
  }),
  approveSubsidy: route("approveSubsidy", { summary: "办公室核对补贴申请，列入待支付", body: z.strictObject({}), reply: subsidyShape }),
  returnSubsidy: route("returnSubsidy", { summary: "办公室退回补贴申请", body: z.strictObject({ reason: paragraph(500) }), reply: subsidyShape }),
  refundPremium: route("refundPremium", {
    summary: "保险机构登记这一次退还的保费；按比例应收回的补贴随即算出",
    body: z.strictObject({ refunded: amountText, on: dayText }),
    reply: subsidyShape,
  }),
  receiveRefund: route("receiveRefund", {
    summary: "办公室确认收回的补贴已到专户：退费由保险机构登记、到账由办公室确认，两人办理后入账",
    body: z.strictObject({ amount: amountText, documentNo: line(60) }),
    reply: subsidyShape,
  }),
};
