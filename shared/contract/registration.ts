/** Loans that institutions enter: tried, entered, entered again after a return, and listed. */
import { z } from "zod";
import { REFUSAL_CODES } from "../refusal-code";
import { decisionShape, orgShape } from "./case";
import { route } from "./contract";
import { movedShape } from "./screening";
import { dayText, id, line } from "./text";

const short = z.string().max(60);
const amountText = z.string().max(40);

const firmShape = z.strictObject({
  registeredDistrict: z.string().max(100).optional(),
  industry: short.optional(),
  fiscalYear: z.string().max(4).optional(),
  headcount: z.string().max(12).optional(),
  revenue: amountText.optional(),
  assets: amountText.optional(),
  activity: short.optional(),
  inDirectory: z.enum(["yes", "no"]).optional(),
  directoryListedOn: z.string().max(10).optional(),
  profiles: z.array(short).max(10).optional(),
});

/** By the key of what the document asks. */
export const answersShape = z.record(z.string().max(60), z.union([z.string().max(300), z.array(short).max(40)]));

const loanShape = z.strictObject({
  creditCode: z.string().max(64, "field_too_long"),
  name: line(100),
  mode: short,
  contractNo: line(60),
  principal: amountText,
  ratePercent: z.string().max(20),
  termMonths: z.string().max(10),
  disbursedOn: dayText,
  /** Needed of a guarantor that enters a loan; a lender enters its own. */
  lenderOrgId: id.optional(),
  partnerOrgId: id.optional(),
  orderNo: z.string().max(100).optional(),
  tiers: z
    .array(z.strictObject({ party: short, percent: z.string().max(10) }))
    .max(10)
    .optional(),
  batch: z.literal(true).optional(),
  firm: firmShape.optional(),
  answers: answersShape.default({}),
});

/** What the fund stands behind of a principal, by the article of the mode. */
const standsShape = z.object({ ratio: z.string(), amount: z.string(), article: z.string() });

export const REGISTRATION_STATES = ["review", "returned", "covered"] as const;

export const registrationRoutes = {
  tryRegistration: route("tryRegistration", {
    summary: "试算一笔贷款备案：逐条结论、资金站在后面的部分，不登记任何内容",
    body: loanShape,
    reply: z.object({
      refusals: z.array(
        z.object({
          code: z.enum(REFUSAL_CODES),
          figures: z.record(z.string(), z.string()),
          article: z.string().optional(),
          field: z.string().optional(),
        }),
      ),
      decision: decisionShape.optional(),
      stands: standsShape.optional(),
    }),
  }),
  registerLoan: route("registerLoan", {
    summary: "机构登记一笔已发放的贷款，按规定纳入补偿；企业在名单内的并入它的案件",
    body: loanShape,
    reply: movedShape.extend({ no: z.string(), loanId: id, warnings: z.array(z.string()), stands: standsShape.optional() }),
  }),
  registerAgain: route("registerAgain", {
    summary: "备案退回后由原机构改正再报",
    body: loanShape,
    reply: movedShape.extend({ no: z.string(), loanId: id, warnings: z.array(z.string()), stands: standsShape.optional() }),
  }),
  listRegistrations: route("listRegistrations", {
    summary: "本机构登记的贷款和它们走到哪一步",
    query: z.object({ state: z.enum(REGISTRATION_STATES).optional(), cursor: z.string().max(100).optional() }),
    reply: z.object({
      registrations: z.array(
        z.object({
          caseId: id,
          no: z.string(),
          enterprise: z.string(),
          lender: orgShape,
          partner: orgShape.optional(),
          mode: z.string(),
          contractNo: z.string(),
          principal: z.string(),
          disbursedOn: z.string(),
          registeredOn: z.string(),
          state: z.enum(REGISTRATION_STATES),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
};
