/** A bad loan's claim: filed, checked, verified by the units that rated it, reported, consented; and what it is worth today. */
import { z } from "zod";
import { LOAN_GRADES } from "../process/loan-life";
import { REFUSAL_CODES } from "../refusal-code";
import { route } from "./contract";
import { amountText, fileMovedShape } from "./loan-life";
import { dayText, id, line, paragraph } from "./text";

const org = z.object({ id, kind: z.string(), name: z.string() });
export const flagShape = z.object({
  code: z.enum(REFUSAL_CODES),
  figures: z.record(z.string(), z.string()),
  article: z.string().optional(),
  provisional: z.boolean().optional(),
});
export const dueInFileShape = z.object({
  on: z.string(),
  says: z.string(),
  article: z.string(),
  provisional: z.boolean(),
  explained: z.array(z.object({ date: z.string(), why: z.string() })),
});
/** An amount with the way to it, node by node. */
export const derivedShape = z.object({
  amount: z.string(),
  ratio: z.string(),
  derivation: z.array(
    z.object({
      id: z.string(),
      says: z.string(),
      amount: z.string(),
      ratio: z.string().optional(),
      article: z.string(),
      clauses: z.array(z.string()),
    }),
  ),
});

interface LossPart {
  party: string;
  amount: string;
  share?: string | undefined;
  article: string;
  /** A party that is several again. */
  inner?: LossPart[] | undefined;
}
/** One party's part of a loss, by the shares of the document or of the loan's own record. */
export const lossPartShape: z.ZodType<LossPart> = z.lazy(() =>
  z.object({ party: z.string(), amount: z.string(), share: z.string().optional(), article: z.string(), inner: z.array(lossPartShape).optional() }),
);

export const claimShape = z.object({
  id,
  step: z.string(),
  stepSays: z.string(),
  since: z.string(),
  /** The claim's way in order, for the picture. */
  steps: z.array(z.object({ id: z.string(), says: z.string(), article: z.string(), state: z.enum(["done", "here", "ahead"]) })),
  batch: z.string().optional(),
  receivedOn: z.string(),
  /** What the institution declared; the firm does not see it. */
  filing: z
    .object({
      grade: z.enum(LOAN_GRADES),
      overdueDays: z.number().int(),
      letterNo: z.string(),
      creditReport: z.object({ no: z.string(), stamped: z.boolean() }).optional(),
      /** What a guarantor has really paid the lender. */
      compensated: z.object({ principal: z.string(), on: z.string(), proofNo: z.string(), reviewNo: z.string().optional() }).optional(),
      principal: z.string(),
      interest: z.string(),
      covered: z.string(),
      papers: z.array(z.string()),
    })
    .optional(),
  payee: org,
  ratio: z.string(),
  /** What it would be worth today; absent once paid or withdrawn. */
  today: derivedShape.extend({ lessThanFiled: z.string() }).optional(),
  verification: z
    .object({
      id,
      meetingId: id,
      heldOn: z.string(),
      seats: z.array(
        z.object({
          unit: org,
          delegate: z.object({ personId: z.string(), name: z.string(), title: z.string() }),
          voted: z.boolean(),
          /** The unit decides on its own claim; told beside the opinion. */
          interested: z.boolean(),
          /** The unit that it stands for since a merger or a new name. */
          standsFor: z.string().optional(),
        }),
      ),
      round: z.number().int(),
      choices: z.array(z.object({ id: z.string(), says: z.string() })),
      result: z.enum(["decided", "deferred"]).optional(),
      /** Of the last round that is closed. */
      counts: z.record(z.string(), z.number().int()).optional(),
      /** Counts and opened ballots of rounds that are closed. */
      past: z.array(
        z.object({
          round: z.number().int(),
          counts: z.record(z.string(), z.number().int()),
          ballots: z.array(z.object({ unit: z.string(), choice: z.string(), reason: z.string() })),
        }),
      ),
      /** The viewer's own unit on this panel, and whether it has voted. */
      mine: z.object({ unit: id, voted: z.boolean() }).optional(),
    })
    .optional(),
  opinion: z.object({ choice: z.string(), says: z.string(), text: z.string(), on: z.string() }).optional(),
  /** What those found who looked at it, in turn, and whom they heard; the firm is not shown it. */
  checks: z
    .array(z.object({ says: z.string(), by: z.string(), on: z.string(), summary: z.string(), heard: z.array(z.string()), interested: z.boolean() }))
    .optional(),
  notified: z.object({ documentNo: z.string(), on: z.string() }).optional(),
  reported: z.object({ documentNo: z.string(), on: z.string() }).optional(),
  consent: z.object({ documentNo: z.string(), on: z.string(), amount: z.string() }).optional(),
  /** Its line of the period's plan: what it gets of what it asked for. */
  plan: z
    .object({
      id,
      period: z.string(),
      documentNo: z.string(),
      on: z.string(),
      asked: z.string(),
      allocated: z.string(),
      short: z.string(),
      factor: z.string(),
      article: z.string(),
      state: z.enum(["waiting", "agreed", "returned"]),
      decision: z.object({ documentNo: z.string(), on: z.string(), reason: z.string() }).optional(),
    })
    .optional(),
  /** Approved while the fund was paused: its place among those that wait, from 1. */
  queued: z.number().int().optional(),
  instruction: z.object({ no: z.string(), status: z.string() }).optional(),
  paid: z
    .object({
      instructionNo: z.string(),
      on: z.string(),
      amount: z.string(),
      unfunded: z.string(),
      /** Guarantee mode: what guarantor and lender have agreed to make of it, payee first. */
      parts: z.array(z.object({ org: z.string(), amount: z.string() })).optional(),
    })
    .optional(),
  returned: z.object({ reason: z.string(), by: z.string(), on: z.string() }).optional(),
  flags: z.array(flagShape),
});

/** The units that must sit, as they sat when the firm was rated. */
export const ratersShape = z.array(z.object({ unit: org, delegate: z.object({ personId: z.string(), name: z.string(), title: z.string() }) }));

export const claimRow = z.object({
  caseId: id,
  caseNo: z.string(),
  claimId: id,
  enterprise: z.string(),
  payee: z.string(),
  step: z.string(),
  stepSays: z.string(),
  since: z.string(),
  batch: z.string().nullable(),
  principal: z.string(),
  /** Consented, or paid once it is. */
  amount: z.string().nullable(),
  paid: z.boolean(),
});
export type ClaimRow = z.output<typeof claimRow>;

export const claimRoutes = {
  listClaims: route("listClaims", {
    summary: "代偿申请：按半年批次和所在环节筛选；机构看本机构的",
    query: z.object({
      batch: z.string().max(10).optional(),
      step: z.string().max(40).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({
      claims: z.array(claimRow),
      next: z.string().nullable(),
      /** Claims and principal of each half-year, newest first. */
      batches: z.array(z.object({ batch: z.string(), claims: z.number().int(), principal: z.string(), open: z.number().int() })),
      steps: z.array(z.object({ id: z.string(), says: z.string() })),
    }),
  }),
  fileClaim: route("fileClaim", {
    summary: "机构提出不良贷款认定和代偿申请：五级分类、逾期天数、本机构认定函、未还本金和利息分开、其他赔付申报",
    body: z.strictObject({
      grade: z.enum(LOAN_GRADES),
      overdueDays: z.number().int().min(0).max(20000),
      /** Empty where the document asks for no letter. */
      letterNo: line(60).or(z.literal("")),
      creditReport: z.strictObject({ no: line(60), stamped: z.boolean() }).optional(),
      compensated: z.strictObject({ principal: amountText, on: dayText, proofNo: line(60), reviewNo: line(60).optional() }).optional(),
      principal: amountText,
      interest: amountText,
      /** What others have paid or will pay for the same loss. */
      covered: amountText,
    }),
    reply: fileMovedShape.extend({ claimId: id }),
  }),
  withdrawClaim: route("withdrawClaim", { summary: "机构撤回代偿申请", body: z.strictObject({ reason: paragraph(500) }), reply: fileMovedShape }),
  checkClaim: route("checkClaim", {
    summary: "核查材料、提出意见；按批次办理的编入批次，会同核查的写明会同的单位",
    body: z.strictObject({ summary: paragraph(2000), heard: z.array(id).max(10).default([]) }),
    /** Empty where claims go on one by one. */
    reply: fileMovedShape.extend({ batch: z.string() }),
  }),
  returnClaim: route("returnClaim", {
    summary: "退回代偿申请，写明理由（区政府退回须有文号）",
    body: z.strictObject({ reason: paragraph(1000), documentNo: line(60).optional() }),
    reply: fileMovedShape,
  }),
  setClaimPanel: route("setClaimPanel", {
    summary: "确定核查评审单位：必须是当时评级的原班单位，合并更名的由承继单位代替并附文号",
    body: z.strictObject({
      meetingId: id,
      seats: z
        .array(z.strictObject({ orgId: id, personId: id }))
        .min(1)
        .max(15),
      successors: z.array(z.strictObject({ from: id, to: id, documentNo: line(60) })).max(15),
    }),
    reply: fileMovedShape,
  }),
  openClaimBallot: route("openClaimBallot", { summary: "开始代偿表决", body: z.strictObject({}), reply: fileMovedShape }),
  castClaimBallot: route("castClaimBallot", {
    summary: "代偿投票：一个单位一票，封存到表决结束",
    body: z.strictObject({ choice: z.string().min(1).max(40), reason: paragraph(1000) }),
    reply: fileMovedShape,
  }),
  closeClaimBallot: route("closeClaimBallot", {
    summary: "结束代偿表决并计票，写出审核意见",
    body: z.strictObject({ opinion: z.string().trim().max(4000) }),
    reply: fileMovedShape.extend({
      result: z.enum(["decided", "revote", "deferred", "returned"]),
      choice: z.string().optional(),
      counts: z.record(z.string(), z.number().int()),
    }),
  }),
  reportClaim: route("reportClaim", { summary: "报区政府审定", body: z.strictObject({ documentNo: line(60) }), reply: fileMovedShape }),
  consentClaim: route("consentClaim", {
    summary: "区政府同意代偿；同意的金额是上限，付款当日再算一次",
    body: z.strictObject({ documentNo: line(60) }),
    reply: fileMovedShape.extend({ amount: z.string(), queued: z.boolean() }),
  }),
  notifyClaim: route("notifyClaim", {
    summary: "出具支付通知，告知付款单位",
    body: z.strictObject({ documentNo: line(60) }),
    reply: fileMovedShape,
  }),
};
