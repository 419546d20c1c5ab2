/** What a funded loan waits for, from whom and by when: the claim's step, the clocks of the recovery, the payment under way. */

import type { Deadline } from "../calendar/deadline";
import { dueOn, halfYearOf } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { InstructionStatus, PaymentRules } from "../fund/payment";
import type { SubsidyStatus } from "../fund/subsidy-step";
import type { LocalDate } from "../local-date";
import { ZERO } from "../money";
import type { ClaimRules, ClaimStep, RecoveryRules } from "./claim-rules";
import type { Claim } from "./claim-state";
import type { Due } from "./due";
import type { LoanFile } from "./loan-file";
import { loanStageOf } from "./loan-stage";
import type { Obligation } from "./obligation";
import { dueObligations } from "./obligation-view";
import type { OrgKind, OrgRef } from "./party";
import { deskOf } from "./recovery-return";
import { approvalsMissing, isWhole, onTheWay, pendingOf, type Receipt, stillOut } from "./recovery-state";

export const FILE_TASKS = [
  "transition_consent",
  "claim_file",
  "claim_check",
  "claim_panel",
  "claim_vote",
  "claim_close",
  "claim_report",
  "claim_consent",
  "claim_notify",
  "claim_pay",
  "pay_countersign",
  "draw_approve",
  "draw_transfer",
  "coordinate",
  "legal_start",
  "give_back",
  "receive_return",
  "confirm_loss",
  "approve_loss",
  "subsidy_check",
  "subsidy_pay",
  "refund_receive",
  "obligation",
] as const;
export type FileTask = (typeof FILE_TASKS)[number];

/** Someone's next act on a loan's file: every organisation of the kinds, or one. */
export type Duty = { readonly task: FileTask; readonly due?: Due /** The money that it is about. */; readonly receipt?: Receipt } & (
  | { readonly kinds: readonly OrgKind[] }
  | { readonly org: OrgRef }
);

export interface DutyRules {
  readonly claim: ClaimRules;
  readonly recovery: RecoveryRules;
  readonly obligations?: readonly Obligation[];
  readonly fund?: { readonly payment: Pick<PaymentRules, "own"> };
}

const clock = (limit: Deadline, anchor: LocalDate, calendar: WorkCalendar): Due => {
  const { date, provisional, explained } = dueOn(limit, anchor, calendar);
  return { on: date, says: limit.says, cites: limit.cites, provisional, explained };
};

/** Until the half-year of the filing is over the batch is in time; a document that gathers no half-years has none. */
function batchDue(rules: ClaimRules, claim: Claim): { readonly due?: Due } {
  if (rules.batch?.every !== "half_year") return {};
  const { last, name } = halfYearOf(claim.receivedOn);
  return { due: { on: last, says: `${name}批次在半年内集中核查`, cites: rules.batch.cites, provisional: false, explained: [] } };
}

/** A step's own clock counts from the day on which the claim came to it. */
const stepDue = (rules: ClaimRules, step: ClaimStep, claim: Claim, calendar: WorkCalendar): { readonly due?: Due } =>
  step.within ? { due: clock(step.within, claim.since, calendar) } : step.kind === "check" ? batchDue(rules, claim) : {};

function verifying(rules: ClaimRules, step: ClaimStep, claim: Claim): Duty[] {
  const due = batchDue(rules, claim);
  const { verification } = claim;
  if (!verification || verification.result || verification.round === 0) return [{ task: "claim_panel", kinds: step.by, ...due }];
  const silent = verification.seats.filter(
    ({ unit }) => verification.electorate.includes(unit.id) && !verification.cast.some((cast) => cast.unit === unit.id),
  );
  return [{ task: "claim_close", kinds: step.by, ...due }, ...silent.map(({ unit }): Duty => ({ task: "claim_vote", org: unit, ...due }))];
}

/** Who draws the order up: every organisation of the kinds, or the payee alone where each draws its own. */
type Drawing = { readonly kinds: readonly OrgKind[] } | { readonly org: OrgRef };

/** Which money an instruction waits for, and from whom; once it is with the account bank nobody in the district has to act. */
function paying(task: "claim_pay" | "subsidy_pay", by: Drawing, quotaBy: readonly OrgKind[], instruction: InstructionStatus | undefined): Duty[] {
  if (instruction === "DRAWN_UP") return [{ task: "pay_countersign", ...by }];
  if (instruction === "APPLIED") return [{ task: "draw_approve", kinds: quotaBy }];
  if (instruction === "FIN_APPROVED") return [{ task: "draw_transfer", kinds: quotaBy }];
  return instruction === "INSTRUCTED" || instruction === "TRANSFERRED" ? [] : [{ task, ...by }];
}

function claiming(
  { claim: rules, fund }: DutyRules,
  claim: Claim,
  quotaBy: readonly OrgKind[],
  instruction: InstructionStatus | undefined,
  calendar: WorkCalendar,
): Duty[] {
  if (claim.step === "file") return [{ task: "claim_file", org: claim.payee }];
  const step = rules.steps.find((one) => one.id === claim.step);
  if (!step) return [];
  const due = stepDue(rules, step, claim, calendar);
  switch (step.kind) {
    case "check":
      return [{ task: "claim_check", kinds: step.by, ...due }];
    case "ballot":
      return verifying(rules, step, claim);
    case "report":
      return [{ task: "claim_report", kinds: step.by, ...due }];
    case "approve":
      return [{ task: "claim_consent", kinds: step.by, ...due }];
    case "notify":
      return [{ task: "claim_notify", kinds: step.by, ...due }];
    case "pay":
      return paying("claim_pay", fund?.payment.own ? { org: claim.payee } : { kinds: step.by }, quotaBy, instruction);
  }
}

/** What a recovery waits for, whether the fund has paid yet or not. */
export function recoveryDuties(rules: RecoveryRules, { claim, recovery }: LoanFile, calendar: WorkCalendar): Duty[] {
  if (!recovery || !claim) return [];
  const { coordination, legal, forced, receipts, ended, confirmed, writtenOff } = recovery;
  const duties: Duty[] = [];
  const desk = deskOf(rules);
  const whole = isWhole(claim.paid, recovery);
  if (rules.coordination && !coordination && !forced && !legal && !whole)
    duties.push({ task: "coordinate", kinds: desk, due: clock(rules.coordination.within, recovery.openedOn, calendar) });
  if (!legal && !whole && coordination?.outcome === "NO_RESULT")
    duties.push({
      task: "legal_start",
      org: claim.payee,
      ...(rules.legal.within ? { due: clock(rules.legal.within, coordination.on, calendar) } : {}),
    });
  else if (!legal && !whole && forced) duties.push({ task: "legal_start", org: claim.payee });
  for (const receipt of receipts) {
    if (onTheWay(receipt) === ZERO) continue;
    const about = { receipt, ...(rules.returns.within ? { due: clock(rules.returns.within, receipt.receivedOn, calendar) } : {}) };
    duties.push(receipt.declared ? { task: "receive_return", kinds: desk, ...about } : { task: "give_back", org: claim.payee, ...about });
  }
  const out = claim.paid ? stillOut(claim.paid.amount, recovery) : ZERO;
  if (ended && !confirmed && !writtenOff && out > ZERO && pendingOf(recovery) === ZERO) duties.push({ task: "confirm_loss", org: claim.payee });
  if (confirmed && !writtenOff) {
    const kinds = approvalsMissing(rules.writeOff, recovery);
    if (kinds.length > 0) duties.push({ task: "approve_loss", kinds });
  }
  return duties;
}

/** What the document obliges those around the loan to do now; the institutions each for its own part. */
function owing(rules: DutyRules, file: LoanFile, on: LocalDate, calendar: WorkCalendar): Duty[] {
  const owed = dueObligations(rules.obligations, file, on, calendar);
  if (!owed.ok) return [];
  const { lender, partner } = file.loan;
  return owed.value.flatMap(({ obligation: { by, says, cites }, due: last }): Duty[] => {
    const due = last ? { due: { on: last, says, cites, provisional: false, explained: [] } } : {};
    const own = [lender, ...(partner ? [partner] : [])].filter(({ kind }) => by.includes(kind));
    const kinds = by.filter((kind) => !INSTITUTIONS.includes(kind));
    return [
      ...own.map((org): Duty => ({ task: "obligation", org, ...due })),
      ...(kinds.length > 0 ? [{ task: "obligation" as const, kinds, ...due }] : []),
    ];
  });
}

const INSTITUTIONS: readonly OrgKind[] = ["bank", "lender", "guarantor", "insurer"];

/** In the order of the document; `quotaBy` are those who let the quota go, `instruction` is where the payment stands that is under way. */
export function dutiesOf(
  rules: DutyRules,
  file: LoanFile,
  calendar: WorkCalendar,
  payment: {
    readonly quotaBy: readonly OrgKind[];
    readonly instruction?: InstructionStatus | undefined;
    /** Whose consent a deal from before its agreement still waits for. */
    readonly consentBy?: readonly OrgKind[];
    /** The day on which obligations around the loan are looked at; left out where only its claim and its recovery are asked for. */
    readonly on?: LocalDate;
  },
): Duty[] {
  const { claim } = file;
  const { consentBy = [] } = payment;
  const consent: Duty[] = consentBy.length > 0 && loanStageOf(file) === "live" ? [{ task: "transition_consent", kinds: consentBy }] : [];
  const owed = payment.on === undefined ? [] : owing(rules, file, payment.on, calendar);
  if (!claim || claim.step === "withdrawn") return [...consent, ...owed];
  return [...owed, ...claiming(rules, claim, payment.quotaBy, payment.instruction, calendar), ...recoveryDuties(rules.recovery, file, calendar)];
}

/** A premium subsidy as its duties see it: where it stands, where its payment stands, and whether something of it has to come back. */
export interface SubsidyAt {
  readonly status: SubsidyStatus;
  readonly instruction?: InstructionStatus | undefined;
  readonly back: boolean;
}

/** Those who pay check what was filed, pay what was approved, and look for what a refund brings back. */
export function subsidyDuties({ instructedBy, quota }: PaymentRules, subsidies: readonly SubsidyAt[]): Duty[] {
  return subsidies.flatMap(({ status, instruction, back }): Duty[] => {
    if (status === "filed") return [{ task: "subsidy_check", kinds: instructedBy }];
    if (status === "approved") return paying("subsidy_pay", { kinds: instructedBy }, quota?.by ?? [], instruction);
    return back ? [{ task: "refund_receive", kinds: instructedBy }] : [];
  });
}
