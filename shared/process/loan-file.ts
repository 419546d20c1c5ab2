/** A funded loan as its events tell it from disbursement to its last fen: one file, one lock. `evolveFile` folds one event; nothing else changes it. */
import type { LocalDate } from "../local-date";
import type { Ratio } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { Seat } from "./ballot";
import type { CaseState } from "./case";
import { type Claim, type ClaimEvent, claimOn } from "./claim-state";
import type { LoanRecord } from "./event";
import { disbursed, type LifeEvent, type LoanLife, liveOn, type Repayment, repay } from "./loan-life";
import type { Fulfilled, ObligationEvent } from "./obligation";
import type { OrgRef } from "./party";
import type { LoanMode } from "./procedure";
import { type Recovery, type RecoveryEvent, recoverOn } from "./recovery-state";

export type FileEvent = LifeEvent | ClaimEvent | RecoveryEvent | ObligationEvent;
export type FileEventType = FileEvent["type"];

const FILE_EVENTS: Readonly<Record<FileEventType, true>> = {
  schedule_set: true,
  repaid: true,
  repayment_undone: true,
  extended: true,
  graded: true,
  claim_filed: true,
  claim_checked: true,
  claim_returned: true,
  claim_withdrawn: true,
  claim_panel_set: true,
  claim_ballot_opened: true,
  claim_ballot_cast: true,
  claim_revote_opened: true,
  claim_deferred: true,
  claim_opinion_given: true,
  claim_reported: true,
  claim_consented: true,
  claim_notified: true,
  claim_paid: true,
  coordinated: true,
  legal_forced: true,
  legal_started: true,
  money_recovered: true,
  return_declared: true,
  money_returned: true,
  claw_back_ordered: true,
  claw_back_received: true,
  legal_ended: true,
  loss_confirmed: true,
  loss_approved: true,
  written_off: true,
  obligation_fulfilled: true,
};

/** Does an event of a case's history belong to its loan's file, which goes on where the admission ended? */
export const isFileEvent = (event: { readonly type: string }): event is FileEvent => Object.hasOwn(FILE_EVENTS, event.type);

export interface LoanFile {
  readonly caseId: string;
  readonly enterprise: OrgRef;
  readonly loan: LoanRecord;
  /** `on` is the day on which a panel chose it. */
  readonly tier: { readonly choice: string; readonly ratio: Ratio; readonly on?: LocalDate };
  /** The units that rated the firm, as they sat; a claim is verified by the same. */
  readonly raters: readonly Seat[];
  readonly recommender: OrgRef;
  readonly recoveryOwner: OrgRef;
  readonly life: LoanLife;
  readonly claim?: Claim;
  readonly recovery?: Recovery;
  /** What was done around the loan that the document obliges to. */
  readonly fulfilled?: readonly Fulfilled[];
}

/** The file that a funded case opens: with the tier that a panel chose, or what the fund stands behind by the loan's own record. Refuses `wrong_step` before the loan. */
export function fileOf(state: CaseState): Outcome<LoanFile> {
  const { loan, tier, enterprise, recommendation } = state;
  const review = state.reviews.find((one) => one.id === tier?.reviewId);
  if (!loan || !enterprise || state.status !== "funded") return refuse("wrong_step", { status: state.status });
  const base = { caseId: state.id, enterprise, loan, life: disbursed(loan) };
  const recommender = recommendation?.by ?? loan.lender;
  if (loan.stands) {
    const recoveryOwner = loan.partner?.kind === "guarantor" ? loan.partner : loan.lender;
    return accept({ ...base, tier: loan.stands, raters: [], recommender, recoveryOwner });
  }
  if (!tier || !recommendation || !review) return refuse("wrong_step", { status: state.status });
  return accept({
    ...base,
    tier: { choice: tier.choice, ratio: tier.ratio, on: tier.on },
    raters: review.seats.filter((seat) => review.electorate.includes(seat.unit.id)),
    recommender,
    recoveryOwner: tier.recoveryOwner,
  });
}

export interface FiledOn {
  readonly event: FileEvent;
  readonly actor: Act["actor"];
  readonly occurredOn: LocalDate;
}

/** A file's event with its place in the history of its case. */
export interface FileRecorded extends FiledOn {
  readonly seq: number;
  readonly recordedAt: number;
}

export function evolveFile(file: LoanFile, { event, actor, occurredOn }: FiledOn): LoanFile {
  const life = isLife(event) ? liveOn(file.life, event) : file.life;
  const claim = claimOn(file.claim, event, actor, occurredOn);
  const recovery = recoverOn(file.recovery, event, occurredOn);
  const fulfilled = event.type === "obligation_fulfilled" ? { fulfilled: [...(file.fulfilled ?? []), event.fulfilled] } : {};
  return { ...file, life, ...(claim ? { claim } : {}), ...(recovery ? { recovery } : {}), ...fulfilled };
}

const LIFE: readonly FileEventType[] = ["schedule_set", "repaid", "repayment_undone", "extended", "graded"];
const isLife = (event: FileEvent): event is LifeEvent => LIFE.includes(event.type);

/** Who is paid when the loan fails and who answers for recoveries: the lender, or the guarantor where there is one; absent where nobody is. */
export function payeeOf(file: Pick<LoanFile, "loan">, mode: LoanMode): OrgRef | undefined {
  if (mode.payee === "enterprise") return undefined;
  return mode.payee === mode.needs ? file.loan.partner : file.loan.lender;
}

/** A repayment while the loan is the lender's own; once the fund has paid, money that comes in is a recovery. Refuses what `repay` refuses, and `loan_closed`. */
export const repayOnFile = (file: LoanFile, repayment: Repayment, act: Act): Outcome<LifeEvent[]> =>
  file.claim?.paid ? refuse("loan_closed", { paidOn: file.claim.paid.on }) : repay(file.life, repayment, act);
