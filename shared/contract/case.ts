/** A case as those who may see it see it: where it is, who has it, by when, what was decided and why. The worker leaves out what the viewer may not see. */
import { z } from "zod";
import { LOAN_STAGES } from "../process/loan-stage";
import { ORG_KINDS } from "../process/party";
import { CASE_STATUSES } from "../process/status";
import { REFUSAL_CODES } from "../refusal-code";
import { claimShape, flagShape, lossPartShape, ratersShape } from "./claim";
import { route } from "./contract";
import { lifeShape } from "./loan-life";
import { obligationShape } from "./obligation";
import { recoveryShape } from "./recovery";
import { id, instant } from "./text";

export const orgShape = z.object({ id, kind: z.enum(ORG_KINDS), name: z.string() });

export const citesShape = z.object({ article: z.string(), clauses: z.array(z.string()) });

export const findingShape = z.object({
  rule: z.string(),
  version: z.string(),
  verdict: z.enum(["met", "unmet", "missing", "warning"]),
  code: z.enum(REFUSAL_CODES).optional(),
  figures: z.record(z.string(), z.string()),
  says: z.string(),
  cites: citesShape,
  field: z.string().optional(),
});

export const decisionShape = z.object({
  outcome: z.enum(["eligible", "ineligible", "incomplete"]),
  checkpoint: z.string(),
  on: z.string(),
  ruleSet: z.string(),
  findings: z.array(findingShape),
});

/** A due day with what makes it so: working days skipped or made up, provisional where the calendar is not published yet. */
export const dueShape = z.object({
  on: z.string(),
  says: z.string(),
  article: z.string(),
  provisional: z.boolean(),
  explained: z.array(z.object({ date: z.string(), why: z.string() })),
});

export const timelineShape = z.object({
  seq: z.number().int(),
  /** An event type; words in the miniapp. */
  type: z.string(),
  on: z.string(),
  at: instant,
  /** Absent where the viewer may not see who acted. */
  by: z.object({ name: z.string(), org: z.string() }).optional(),
  /** What the sentence needs, as text. */
  facts: z.record(z.string(), z.string()),
  article: z.string().optional(),
  decision: decisionShape.optional(),
});

export const statementShapeInCase = z.object({
  id,
  kind: z.string(),
  fiscalYear: z.number().int().nullable(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});

export const seatShape = z.object({
  unit: orgShape,
  delegate: z.object({ personId: z.string(), name: z.string(), title: z.string() }),
  recused: z.string().optional(),
  /** Whether this unit has voted in the present round; never how. */
  voted: z.boolean(),
});

export const reviewShape = z.object({
  id,
  meetingId: id,
  heldOn: z.string(),
  seats: z.array(seatShape),
  /** 0 before the ballot opens. */
  round: z.number().int(),
  choices: z.array(z.object({ id: z.string(), says: z.string(), ratio: z.string().optional() })),
  /** What stands in the way of opening or closing now. */
  obstacles: z.array(z.object({ code: z.enum(REFUSAL_CODES), figures: z.record(z.string(), z.string()), article: z.string().optional() })),
  /** Counts and opened ballots of rounds that are closed. */
  past: z.array(
    z.object({
      round: z.number().int(),
      counts: z.record(z.string(), z.number().int()),
      ballots: z.array(z.object({ unit: z.string(), choice: z.string(), reason: z.string() })),
    }),
  ),
  result: z.enum(["decided", "deferred"]).optional(),
  /** The viewer's own unit on this panel, and whether it has voted. */
  mine: z.object({ unit: id, voted: z.boolean(), recused: z.boolean() }).optional(),
});

export const offerShape = z.object({ amount: z.string(), rate: z.string(), termMonths: z.number().int(), mode: z.string(), remark: z.string() });

export const leadShape = z.object({
  id,
  round: z.number().int(),
  pushedOn: z.string(),
  org: orgShape,
  status: z.enum(["open", "declined", "offered", "funded", "closed"]),
  talk: z.array(z.object({ from: z.string(), text: z.string(), at: instant })),
  reason: z.string().optional(),
  offer: offerShape.optional(),
  /** Pushed before an agreement was signed: what comes of it waits for the government's consent. */
  beforeAgreement: z.literal(true).optional(),
});

export const loanShape = z.object({
  id,
  contractNo: z.string(),
  principal: z.string(),
  rate: z.string(),
  termMonths: z.number().int(),
  disbursedOn: z.string(),
  mode: z.string(),
  lender: orgShape,
  partner: orgShape.optional(),
  /** Most that the fund would pay on this principal, in yuan. */
  covered: z.string(),
  /** What the fund stands behind where no panel rated the firm, fixed at the record. */
  stands: z.object({ choice: z.string(), ratio: z.string() }).optional(),
  /** Of a deal from before its agreement was signed: nothing of it can be claimed or paid before the consent. Absent under an agreement. */
  transition: z.object({ needed: z.boolean(), consent: z.object({ documentNo: z.string(), on: z.string() }).optional() }).optional(),
});

export const caseView = z.object({
  id,
  /** The number people say to each other, e.g. `YQ-2026-000012`. */
  no: z.string(),
  scheme: z.object({ id: z.string(), name: z.string(), status: z.enum(["draft", "in_force"]), ruleSet: z.string() }),
  status: z.enum(CASE_STATUSES),
  step: z.string(),
  /** The procedure in order, for the picture of where the case is. */
  steps: z.array(z.object({ id: z.string(), says: z.string(), article: z.string(), state: z.enum(["done", "here", "ahead", "skipped"]) })),
  /** Who has it now. */
  holder: z.object({ kinds: z.array(z.enum(ORG_KINDS)), names: z.array(z.string()) }),
  since: z.string().optional(),
  due: dueShape.optional(),
  enterprise: z.object({ orgId: id, name: z.string(), creditCode: z.string() }),
  need: z.object({ amount: z.string(), purpose: z.string(), termMonths: z.number().int() }).optional(),
  /** The application as read, for those who may see it whole (banks see it after the push). */
  application: z.record(z.string(), z.unknown()).optional(),
  returnReason: z.string().optional(),
  recommendation: z
    .object({ by: orgShape, letterNo: z.string(), on: z.string(), profile: z.string(), loanNeed: z.string(), justification: z.string().optional() })
    .optional(),
  addressedTo: orgShape.optional(),
  decision: decisionShape.optional(),
  checks: z.array(
    z.object({
      step: z.string(),
      passed: z.boolean(),
      consulted: z.array(orgShape),
      findings: z.array(
        z.object({
          source: z.string(),
          sourceName: z.string(),
          queriedAt: instant,
          subject: z.string(),
          topic: z.string(),
          result: z.string(),
          detail: z.string(),
          occurredOn: z.string().optional(),
        }),
      ),
      opinions: z.array(z.object({ org: orgShape, verdict: z.string(), detail: z.string() })),
    }),
  ),
  reviews: z.array(reviewShape),
  tier: z
    .object({ choice: z.string(), says: z.string(), ratio: z.string(), on: z.string(), recoveryOwner: orgShape, covered: z.string() })
    .optional(),
  approval: z.object({ documentNo: z.string(), on: z.string() }).optional(),
  /** While the case waits for an approval that takes a place of a yearly quota: how many are held this year, and whether this case holds one already. */
  quota: z.object({ year: z.number().int(), used: z.number().int(), max: z.number().int(), held: z.boolean(), article: z.string() }).optional(),
  leads: z.array(leadShape),
  cooling: z.object({ blockedThrough: z.string(), firstAllowedOn: z.string(), article: z.string() }).optional(),
  loan: loanShape.optional(),
  /** What became of the loan; absent before it is recorded. */
  file: z
    .object({
      stage: z.enum(LOAN_STAGES),
      life: lifeShape,
      /** Empty for who may not see the panel. */
      raters: ratersShape,
      claim: claimShape.optional(),
      recovery: recoveryShape.optional(),
      /** What the document obliges those around the loan to do; empty for the firm. */
      obligations: z.array(obligationShape),
      /** Who bears how much of the loss as it stands; empty where nobody shares it. */
      parts: z.array(lossPartShape),
      /** The parts are of the loan's own record, not of the document. */
      tiered: z.boolean(),
      /** Running sums of the records by which the amount is held, before a claim is filed too; by the words of the formula. */
      sums: z.record(z.string(), z.string()),
      /** What is late while there is no claim. */
      flags: z.array(flagShape),
    })
    .optional(),
  statements: z.array(statementShapeInCase),
  timeline: z.array(timelineShape),
  /** Route names that the viewer may call on this case now. */
  actions: z.array(z.string()),
});

export type CaseView = z.output<typeof caseView>;

export const caseRow = z.object({
  id,
  no: z.string(),
  enterprise: z.string(),
  creditCode: z.string(),
  need: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  step: z.string(),
  stepSays: z.string(),
  since: z.string().nullable(),
  dueOn: z.string().nullable(),
  recommender: z.string().nullable(),
  tier: z.string().nullable(),
  focusField: z.string().nullable(),
  /** True when the viewer is the one it waits for. */
  mine: z.boolean(),
  /** What the viewer is to do, in a list of what waits: `vote`, `claim_check`, `give_back`. */
  todo: z.array(z.string()),
  /** Open, and nothing happened to it in this quarter. */
  stale: z.boolean(),
});
export type CaseRow = z.output<typeof caseRow>;

export const caseRoutes = {
  listCases: route("listCases", {
    summary: "案件列表：按状态、等级、推荐单位筛选，按名称或编号搜索；waiting=1 只看等我办理的",
    query: z.object({
      waiting: z.enum(["1"]).optional(),
      status: z.enum(CASE_STATUSES).optional(),
      q: z.string().max(60).optional(),
      recommender: z.string().max(64).optional(),
      from: z.string().max(10).optional(),
      until: z.string().max(10).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({ cases: z.array(caseRow), next: z.string().nullable(), counts: z.record(z.string(), z.number().int()) }),
  }),
  getCase: route("getCase", { summary: "查看一个案件：在哪一步、谁在办、何时到期、依据什么", reply: caseView }),
  exportCases: route("exportCases", {
    summary: "导出需求名单（xlsx），按期间、推荐单位和状态",
    query: z.object({
      status: z.enum(CASE_STATUSES).optional(),
      recommender: z.string().max(64).optional(),
      from: z.string().max(10).optional(),
      until: z.string().max(10).optional(),
    }),
    reply: z.object({}),
    form: "file",
  }),
};
