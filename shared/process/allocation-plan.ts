/** The plan of a period's money: which claims are in it, what each asks for and gets, what stands in its way; held against a second reader before anybody signs. */
import { periodNamed, periodOf } from "../calendar/deadline";
import { type AllocationRules, allocate, type FundLimit, ofYear, payableWithin, roomWithin } from "../fund/allocation";
import { opinionOnAllocation, secondOpinion } from "../fund/second-opinion";
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, fen, plus, type Ratio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { ClaimScheme } from "./claim";
import { type ClaimAmount, claimAmount } from "./claim-amount";
import type { ClaimRules, ClaimStep } from "./claim-rules";
import type { LoanFile } from "./loan-file";

/** What the plan needs of its document: money that is given out once a period. */
export interface PlanScheme extends ClaimScheme {
  readonly fund: { readonly allocation?: AllocationRules; readonly limits?: readonly FundLimit[] };
}

/** Most claims that one plan takes: its decision writes every one of them in one batch. */
export const PLAN_CLAIMS_MOST = 100;

/** The step at which the plan is drawn up: the last report before the decision. */
export const planStep = ({ steps }: ClaimRules): Extract<ClaimStep, { kind: "report" }> | undefined => {
  const decided = steps.findIndex(({ kind }) => kind === "approve");
  return steps
    .slice(0, decided)
    .flatMap((step) => (step.kind === "report" ? [step] : []))
    .at(-1);
};

/** Steps at which a claim belongs to a period already and its plan is not drawn up. */
export const gatheringSteps = ({ steps }: ClaimRules): readonly string[] => steps.filter(({ kind }) => kind === "report").map(({ id }) => id);

/** A claim of a period's plan is put forward with it, decided on with it and returned with it, never alone; before that the office may send one back. Refuses `alloc_state`. */
export function movesAlone(scheme: PlanScheme, { claim }: Pick<LoanFile, "claim">, how: "report" | "return"): Outcome<true> {
  const { allocation } = scheme.fund;
  const step = scheme.claim.steps.find(({ id }) => id === claim?.step);
  const bound = how === "report" ? step?.id === planStep(scheme.claim)?.id : step?.kind === "approve";
  return allocation && step && bound ? refuse("alloc_state", { status: step.says, wanted: "PLAN" }, allocation.cites) : accept(true);
}

export interface Asking {
  readonly file: LoanFile;
  /** A ratio that an agreement or a sanction put below the grade's. */
  readonly lowered?: Ratio;
}

export interface PlannedLine {
  readonly claimId: string;
  readonly caseId: string;
  readonly computed: ClaimAmount;
  readonly asked: Fen;
  readonly allocated: Fen;
}

export interface Plan {
  readonly period: string;
  readonly lines: readonly PlannedLine[];
  readonly asked: Fen;
  readonly available: Fen;
  readonly allocated: Fen;
  readonly bound?: FundLimit;
  /** What keeps it from being drawn up today. */
  readonly obstacles: readonly Refusal[];
}

/** Money that is spoken for, by what each limit counts: paid, set aside, agreed to and unpaid, or in a plan that nobody has decided on. */
export type Used = Readonly<Record<FundLimit["per"], Fen>>;

const yearNamed = (rules: ClaimRules, name: string): LocalDate | undefined => (rules.batch ? periodNamed(rules.batch.every, name)?.first : undefined);

/** The claims that a period's plan is about. */
function claimsOf(scheme: PlanScheme, rules: AllocationRules, files: readonly Asking[], first: LocalDate, on: LocalDate): Outcome<readonly Asking[]> {
  const dated = files.flatMap((asking) => {
    const { claim } = asking.file;
    const opinionOn = claim?.batch ? yearNamed(scheme.claim, claim.batch) : undefined;
    return claim ? [{ asking, filedOn: claim.receivedOn, ...(opinionOn ? { opinionOn } : {}) }] : [];
  });
  const found = ofYear(rules, dated, partsOf(first).year, on);
  return found.ok ? accept(found.value.map(({ asking }) => asking)) : found;
}

/** A second reader on each claim's amount and on the parts. */
function differences(
  plan: { readonly lines: readonly PlannedLine[]; readonly method: "pro_rata" | "fifo"; readonly available: Fen },
  cites: AllocationRules["cites"],
) {
  const amounts = plan.lines.flatMap(({ computed, asked }) => secondOpinion({ ...computed.basis, asked }));
  const parts = opinionOnAllocation({
    claims: plan.lines.map(({ asked }) => asked),
    parts: plan.lines.map(({ allocated }) => allocated),
    limits: [{ at: plan.available, paid: ZERO }],
    method: plan.method,
  });
  const [difference] = [...amounts, ...parts];
  return difference ? refuse("amount_mismatch", { ...difference }, cites) : accept(true as const);
}

/** What the period's plan would be on a day. Claims of the period with nothing due any more are left out. Refuses what cannot be told at all; what merely stands in the way is in it. */
export function planOf(scheme: PlanScheme, files: readonly Asking[], period: string, used: Used, on: LocalDate): Outcome<Plan> {
  const { allocation: rules, limits = [] } = scheme.fund;
  const { batch } = scheme.claim;
  const named = batch ? periodNamed(batch.every, period) : undefined;
  const at = planStep(scheme.claim);
  if (!rules || !batch || !at || !named) return refuse("field_invalid", { given: period }, rules?.cites, "period");
  const claims = claimsOf(scheme, rules, files, named.first, on);
  if (!claims.ok) return claims;
  const asking: { readonly one: Asking; readonly computed: ClaimAmount }[] = [];
  for (const one of claims.value) {
    const { claim } = one.file;
    if (!claim) continue;
    const computed = claimAmount(scheme, one.file, claim, on, one.lowered);
    if (!computed.ok) return computed;
    if (computed.value.amount > ZERO) asking.push({ one, computed: computed.value });
  }
  // of one day in an order that is the same whoever reads
  const turn = ({ one: { file } }: { readonly one: Asking }) => `${file.claim?.receivedOn ?? ""} ${file.caseId}`;
  asking.sort((a, b) => (turn(a) < turn(b) ? -1 : 1));
  const asked = asking.map(({ one, computed }) => ({ id: one.file.claim?.id ?? "", amount: computed.amount }));
  const done = allocate(rules, limits, asked, used, on);
  const method = valueOn(rules.method, on);
  if (!done.ok) return done;
  if (!method.ok) return method;
  const { budget, parts, paid, bound } = done.value;
  const lines = asking.map(({ one, computed }, index): PlannedLine => {
    const { claim, caseId } = one.file;
    return { claimId: claim?.id ?? "", caseId, computed, asked: computed.amount, allocated: parts[index]?.paid ?? ZERO };
  });
  const opinion = differences({ lines, method: method.value, available: budget }, rules.cites);
  if (!opinion.ok) return opinion;
  const early = asking.filter(({ one }) => one.file.claim?.step !== at.id).length;
  const obstacle = (outcome: Outcome<true>): readonly Refusal[] => (outcome.ok ? [] : outcome.refusals);
  const obstacles = [
    ...(named.name >= periodOf(batch.every, on).name ? obstacle(refuse("alloc_state", { batch: period, until: named.last }, batch.cites)) : []),
    ...(early > 0 ? obstacle(refuse("alloc_state", { batch: period, claims: String(early), wanted: at.says }, batch.cites)) : []),
    ...(lines.length === 0 ? obstacle(refuse("claim_not_in_batch", { batch: period }, batch.cites)) : []),
    ...(lines.length > PLAN_CLAIMS_MOST
      ? obstacle(refuse("alloc_state", { claims: String(lines.length), most: String(PLAN_CLAIMS_MOST) }, rules.cites))
      : []),
    ...(lines.length > 0 && paid === ZERO && bound
      ? obstacle(refuse(bound.code, { asked: yuan(plus(...asked.map(({ amount }) => amount))), available: "0.00" }, bound.cites))
      : []),
  ];
  return accept({
    period,
    lines,
    asked: plus(...asked.map(({ amount }) => amount)),
    available: budget,
    allocated: paid,
    ...(bound ? { bound } : {}),
    obstacles,
  });
}

/** What a plan that is to be decided on still has to hold: the limits of the day, and the arithmetic of its lines as they were drawn up. */
export function planHolds(
  scheme: PlanScheme,
  lines: readonly { readonly asked: Fen; readonly allocated: Fen }[],
  available: Fen,
  used: Used,
  on: LocalDate,
): Outcome<true> {
  const { allocation: rules, limits = [] } = scheme.fund;
  const method = rules ? valueOn(rules.method, on) : undefined;
  if (!rules || !method) return refuse("alloc_state", {}, scheme.claim.cites);
  if (!method.ok) return method;
  const [difference] = opinionOnAllocation({
    claims: lines.map(({ asked }) => asked),
    parts: lines.map(({ allocated }) => allocated),
    limits: [{ at: available, paid: ZERO }],
    method: method.value,
  });
  if (difference) return refuse("amount_mismatch", { ...difference }, rules.cites);
  return payableWithin(limits, used, plus(...lines.map(({ allocated }) => allocated)), on);
}

/** A claim's amount on the day of the decision, read a second time. */
export function amountHolds(scheme: PlanScheme, { file, lowered }: Asking, on: LocalDate): Outcome<true> {
  if (!file.claim) return refuse("claim_invalid", {}, scheme.claim.cites);
  const computed = claimAmount(scheme, file, file.claim, on, lowered);
  if (!computed.ok) return computed;
  const [difference] = secondOpinion({ ...computed.value.basis, asked: computed.value.amount });
  return difference ? refuse("amount_mismatch", { ...difference }, scheme.claim.cites) : accept(true);
}

/** What is left under every limit on a day, for the picture. */
export function roomsOf(
  scheme: PlanScheme,
  used: Used,
  on: LocalDate,
): readonly { readonly limit: FundLimit; readonly at: Fen; readonly used: Fen; readonly room: Fen }[] {
  return (scheme.fund.limits ?? []).flatMap((limit) => {
    const at = valueOn(limit.at, on);
    const room = roomWithin([limit], used, on);
    return at.ok && room.ok && room.value ? [{ limit, at: fen(at.value), used: used[limit.per], room: room.value.room }] : [];
  });
}
