/** What can happen to a case before its loan: facts that are never changed afterwards, each with who, when and why. */
import type { Share } from "../fund/sharing";
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import type { Facts, PaperFact } from "../rule/facts";
import type { Decision } from "../rule/rule";
import type { Application } from "./application";
import type { Ballot, Seat } from "./ballot";
import type { OrgRef } from "./party";
import type { CaseStatus } from "./status";

/** Where a case goes: a step of the procedure and what it waits for there. */
export interface Stop {
  readonly step: string;
  readonly status: CaseStatus;
}

/** A finding of a check: where it came from and when that source was asked. */
export interface CheckFinding {
  readonly source: string;
  readonly sourceName: string;
  /** Milliseconds since 1970 UTC at which the source was asked. */
  readonly queriedAt: number;
  readonly subject: "enterprise" | "representative" | "group";
  readonly topic: "registration" | "dishonest" | "conduct" | "affiliates" | "operations" | "credit" | "tax" | "criminal" | "other";
  readonly result: "clear" | "adverse" | "unclear";
  readonly detail: string;
  /** When the conduct happened; needed for an adverse conduct finding. */
  readonly occurredOn?: LocalDate;
}

export interface Opinion {
  readonly org: OrgRef;
  readonly verdict: "support" | "caution" | "oppose";
  readonly detail: string;
}

export interface LeadRef {
  readonly id: string;
  readonly org: OrgRef;
  /** Pushed before an agreement was signed: what comes of it waits for the government's consent. */
  readonly beforeAgreement?: true;
}

export interface Offer {
  readonly amount: Fen;
  /** Yearly rate as a ratio, e.g. `"0.0435"`. */
  readonly rate: Ratio;
  readonly termMonths: number;
  readonly mode: string;
  readonly remark: string;
}

export interface LoanRecord {
  readonly loanId: string;
  readonly leadId: string;
  readonly contractNo: string;
  readonly principal: Fen;
  readonly rate: Ratio;
  readonly termMonths: number;
  readonly disbursedOn: LocalDate;
  readonly mode: string;
  readonly lender: OrgRef;
  readonly partner?: OrgRef;
  /** Agreed shares of payee and lender where the mode splits compensation; they sum to 1. */
  readonly shares?: { readonly payee: Ratio; readonly lender: Ratio };
  /** Who bears a loss of it and by which share, where the document lets each loan say so; they sum to 1. */
  readonly tiers?: readonly Share[];
  /** Guaranteed upon the bank's own decision, as one of a batch. */
  readonly batch?: true;
  readonly raiseReason?: string;
  /** The part that the fund stands behind, fixed at the record where no panel chose one: by which mode, and how much of an unpaid principal. */
  readonly stands?: { readonly choice: string; readonly ratio: Ratio };
  /** Number of the order on the platform through which it was made. */
  readonly orderNo?: string;
  /** The day of the guarantor's letter, from which the lender's time to disburse counts. */
  readonly guaranteeLetterOn?: LocalDate;
}

export type CaseEvent =
  | {
      readonly type: "application_submitted";
      readonly next: Stop;
      readonly application: Application;
      readonly papers: readonly PaperFact[];
      readonly decision: Decision;
      readonly addressedTo: OrgRef;
      readonly enterprise: OrgRef;
    }
  | { readonly type: "application_returned"; readonly reason: string }
  | { readonly type: "application_withdrawn"; readonly reason: string; readonly slotReleased?: true }
  | {
      readonly type: "recommended";
      readonly next: Stop;
      readonly by: OrgRef;
      readonly letterNo: string;
      readonly profile: string;
      readonly loanNeed: string;
      readonly justification?: string;
      readonly decision: Decision;
    }
  | { readonly type: "check_opened"; readonly step: string; readonly consulted: readonly OrgRef[] }
  | { readonly type: "finding_recorded"; readonly step: string; readonly finding: CheckFinding }
  | { readonly type: "opinion_given"; readonly step: string; readonly opinion: Opinion }
  | { readonly type: "check_passed"; readonly step: string; readonly next: Stop; readonly summary: string; readonly decision: Decision }
  | { readonly type: "check_returned"; readonly step: string; readonly next: Stop; readonly reason: string; readonly slotReleased?: true }
  | {
      readonly type: "review_scheduled";
      readonly reviewId: string;
      readonly meetingId: string;
      readonly heldOn: LocalDate;
      readonly seats: readonly Seat[];
    }
  | { readonly type: "seat_recused"; readonly reviewId: string; readonly unit: OrgRef; readonly reason: string }
  | { readonly type: "review_opened"; readonly reviewId: string; readonly electorate: readonly string[]; readonly choices: readonly string[] }
  | { readonly type: "ballot_cast"; readonly reviewId: string; readonly round: number; readonly unit: OrgRef; readonly sealed: string }
  | {
      readonly type: "revote_opened";
      readonly reviewId: string;
      readonly round: number;
      readonly choices: readonly string[];
      readonly counts: Counts;
      readonly ballots: readonly Ballot[];
    }
  | {
      readonly type: "review_decided";
      readonly reviewId: string;
      readonly choice: string;
      readonly ratio?: Ratio;
      readonly counts: Counts;
      readonly ballots: readonly Ballot[];
      readonly recoveryOwner?: OrgRef;
      readonly next: Stop;
      readonly decision: Decision;
      /** The case held a place of a yearly quota and what was decided needs none. */
      readonly slotReleased?: true;
    }
  | { readonly type: "review_deferred"; readonly reviewId: string; readonly counts: Counts; readonly ballots: readonly Ballot[] }
  | {
      readonly type: "approval_given";
      readonly step: string;
      readonly next: Stop;
      readonly documentNo: string;
      readonly slot?: { readonly id: string; readonly year: number; readonly usedAfter: number; readonly max: number };
    }
  | { readonly type: "approval_refused"; readonly step: string; readonly next: Stop; readonly documentNo: string; readonly reason: string }
  | {
      readonly type: "pushed";
      readonly round: number;
      readonly pushNo: number;
      readonly leads: readonly LeadRef[];
      readonly preferenceReason?: string;
      /** Why some of them go out before an agreement was signed. */
      readonly transitionReason?: string;
      readonly decision: Decision;
    }
  | { readonly type: "lead_asked"; readonly leadId: string; readonly question: string }
  | { readonly type: "lead_answered"; readonly leadId: string; readonly answer: string }
  | { readonly type: "lead_declined"; readonly leadId: string; readonly reasonCode: string; readonly reason: string }
  | { readonly type: "lead_offered"; readonly leadId: string; readonly offer: Offer }
  | { readonly type: "push_failed"; readonly round: number; readonly failures: number; readonly next: Stop }
  | { readonly type: "cooling_started"; readonly blockedThrough: LocalDate; readonly firstAllowedOn: LocalDate; readonly slotReleased: boolean }
  | { readonly type: "feedback_given"; readonly on: LocalDate; readonly adverse: boolean; readonly says: string }
  | { readonly type: "list_reviewed"; readonly keeps: boolean; readonly reason: string; readonly documentNo: string }
  | { readonly type: "list_published"; readonly step: string; readonly next: Stop; readonly fields: Readonly<Record<string, string>> }
  /** A loan that an institution made and entered; `facts` are what the rules were asked of. */
  | {
      readonly type: "loan_registered";
      readonly next: Stop;
      readonly enterprise: OrgRef;
      readonly loan: LoanRecord;
      readonly facts: Facts;
      readonly warnings: readonly string[];
      readonly decision: Decision;
    }
  /** A loan that was running when the district began here: what the panel had found and the government had said before it. */
  | {
      readonly type: "case_imported";
      readonly next: Stop;
      readonly voucherId: string;
      readonly enterprise: OrgRef;
      readonly representative: string;
      readonly recommender: OrgRef;
      readonly review: { readonly id: string; readonly heldOn: LocalDate; readonly seats: readonly Seat[] };
      readonly tier: { readonly choice: string; readonly ratio: Ratio; readonly recoveryOwner: OrgRef };
      readonly documentNo?: string;
      readonly slot?: { readonly id: string; readonly year: number };
      readonly loan: LoanRecord;
    }
  /** The import that brought the case was taken back whole. */
  | { readonly type: "import_undone"; readonly voucherId: string; readonly reason: string }
  | {
      readonly type: "loan_recorded";
      readonly loan: LoanRecord;
      readonly warnings: readonly string[];
      readonly decision: Decision;
      /** What the lender told of it beside its record, where the document asks. */
      readonly told?: Pick<Facts, "loan" | "attested">;
    };

export type Counts = Readonly<Record<string, number>>;
export type EventType = CaseEvent["type"];

/** An event with its place in the case: who did it, on which Shanghai day it happened and when it was recorded. */
export interface Recorded<E extends CaseEvent = CaseEvent> {
  readonly seq: number;
  readonly event: E;
  readonly actor: { readonly personId: string; readonly name: string; readonly org: OrgRef };
  readonly occurredOn: LocalDate;
  readonly recordedAt: number;
}
