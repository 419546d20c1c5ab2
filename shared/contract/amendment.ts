/** What a district reads or sets otherwise from a day on: proposed by one person, agreed to by a second; and what each article has brought about this year. */
import { z } from "zod";
import { route } from "./contract";
import { dayText, id, line, paragraph } from "./text";

/** The value as typed, field by field: yuan and ratios as text, lists as lists, rows as records of text. */
const typed = z.union([
  z.string().max(200),
  z.array(z.string().max(200)).max(60),
  z.array(z.record(z.string().max(40), z.string().max(200))).max(30),
  z.record(z.string().max(40), z.union([z.string().max(200), z.array(z.string().max(200)).max(60)])),
]);

/** A version that is in force or will be; `value` as the rules keep it. */
export const amendmentShape = z.object({ id, key: z.string(), value: z.unknown(), from: z.string(), documentNo: z.string() });

/** Whose it is, for the policy page. */
const agreedShape = amendmentShape.extend({ proposer: z.string(), proposedOn: z.string(), agreedBy: z.string(), agreedOn: z.string() });

export const proposalShape = amendmentShape.extend({
  reason: z.string(),
  proposedOn: z.string(),
  proposer: z.string(),
  proposerOrg: z.string(),
  /** The viewer proposed it, and so somebody else has to agree. */
  own: z.boolean(),
  /** Whether the viewer's organisation is one that sets this number. */
  mine: z.boolean(),
  status: z.enum(["waiting", "approved", "declined", "withdrawn"]),
  decided: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
});

/** By how much one side of a sum passes the other; null where they are one. */
const changeShape = z.object({ is: z.enum(["more", "less"]), amount: z.string() }).nullable();

const differenceShape = z.object({
  what: z.enum(["rule", "slot", "filing", "ratio", "amount", "return", "deadline"]),
  says: z.string(),
  article: z.string(),
  on: z.string(),
  /** A ratio, yuan, a day, or the code of a refusal; empty where all was in order, or nothing could be computed. */
  before: z.string(),
  after: z.string(),
  /** Of sums alone. */
  change: changeShape,
});

const twoSums = z.object({ before: z.string(), after: z.string(), change: changeShape });
/** How many there are, and the first of them. */
const changesShape = z.object({ count: z.number().int(), first: z.array(z.object({ to: z.enum(["ACTIVE", "PAUSED"]), on: z.string() })) });

export const amendmentRoutes = {
  listAmendments: route("listAmendments", {
    summary: "本地区已经批准的数值和理解；有权设定的人另见等待第二人的提议",
    reply: z.object({ inForce: z.array(agreedShape), proposals: z.array(proposalShape) }),
  }),
  proposeAmendment: route("proposeAmendment", {
    summary: "提议自某日起改变一个数值或采用另一种理解，另一人批准后生效",
    body: z.strictObject({ key: line(80), value: typed, from: dayText, reason: paragraph(500), documentNo: line(80).optional() }),
    reply: proposalShape,
  }),
  previewAmendment: route("previewAmendment", {
    summary: "如果从文件开始执行起就这样规定，本地区已办的案件会有什么不同，一次若干件",
    query: z.object({
      key: z.string().max(80),
      /** The typed value as JSON text. */
      value: z.string().max(4000),
      after: z.string().max(120).optional(),
    }),
    reply: z.object({
      cases: z.array(z.object({ caseId: id, caseNo: z.string(), name: z.string(), differences: z.array(differenceShape) })),
      /** Of this and all pages before. */
      looked: z.number().int(),
      changed: z.number().int(),
      total: z.number().int(),
      amounts: twoSums,
      returns: twoSums,
      /** Cases of this and all pages before on which something could not be computed. */
      uncounted: z.number().int(),
      /** Those of this page, each with what is left out. */
      unknown: z.array(z.object({ caseId: id, caseNo: z.string(), name: z.string(), why: z.enum(["amount", "return", "allocated"]) })),
      /** What the number decides on that is no decision on a case, and so is not told here. */
      beyond: z.array(z.enum(["allocation", "limit", "watch"])),
      /** Whether any decision of these cases has asked for the number. */
      asked: z.boolean(),
      /** Pauses and restarts of the fund, with the last page and where the number decides on them. */
      pauses: z.object({ before: changesShape, after: changesShape }).nullable(),
      next: z.string().nullable(),
    }),
  }),
  approveAmendment: route("approveAmendment", {
    summary: "另一人批准提议，规则重新核对一遍",
    body: z.strictObject({}),
    reply: proposalShape,
  }),
  declineAmendment: route("declineAmendment", {
    summary: "不同意提议，写明理由",
    body: z.strictObject({ reason: paragraph(500) }),
    reply: proposalShape,
  }),
  withdrawAmendment: route("withdrawAmendment", {
    summary: "提议的人在另一人决定以前撤回提议",
    body: z.strictObject({}),
    reply: proposalShape,
  }),
  policyYear: route("policyYear", {
    summary: "今年各条要求拒绝过多少件、支付过多少钱，不涉及具体案件",
    reply: z.object({
      year: z.number().int(),
      clauses: z.array(
        z.object({
          clause: z.string(),
          /** Cases on which something was refused by it. */
          cases: z.number().int(),
          /** Refusals that were about no case. */
          others: z.number().int(),
          payments: z.number().int(),
          paid: z.string(),
        }),
      ),
    }),
  }),
};

export type Proposal = z.output<typeof proposalShape>;
