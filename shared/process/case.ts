/** A case as its events tell it. `evolve` folds one event; nothing else changes a case. */
import type { LocalDate } from "../local-date";
import type { Ratio } from "../money";
import type { Facts, PaperFact } from "../rule/facts";
import type { Decision } from "../rule/rule";
import type { Application } from "./application";
import type { Ballot, Seat } from "./ballot";
import type { CaseEvent, CheckFinding, Counts, LoanRecord, Offer, Opinion, Recorded, Stop } from "./event";
import type { OrgRef } from "./party";
import type { CaseStatus } from "./status";

export interface CheckState {
  readonly step: string;
  readonly consulted: readonly OrgRef[];
  readonly findings: readonly CheckFinding[];
  readonly opinions: readonly Opinion[];
  readonly passed: boolean;
}

export interface ReviewState {
  readonly id: string;
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly seats: readonly Seat[];
  /** 0 before the ballot opens. */
  readonly round: number;
  readonly choices: readonly string[];
  readonly electorate: readonly string[];
  /** Units that have voted in this round, with their sealed ballots. */
  readonly cast: readonly { readonly unit: string; readonly sealed: string }[];
  readonly past: readonly { readonly round: number; readonly counts: Counts; readonly ballots: readonly Ballot[] }[];
  readonly result?: "decided" | "deferred";
}

export interface Tier {
  readonly choice: string;
  readonly ratio: Ratio;
  readonly on: LocalDate;
  readonly reviewId: string;
  readonly recoveryOwner: OrgRef;
}

export interface Lead {
  readonly id: string;
  readonly org: OrgRef;
  readonly status: "open" | "declined" | "offered" | "funded" | "closed";
  readonly talk: readonly { readonly from: OrgRef; readonly text: string; readonly at: number }[];
  readonly reason?: string;
  readonly offer?: Offer;
  readonly beforeAgreement?: true;
}

export interface PushRound {
  readonly no: number;
  readonly on: LocalDate;
  readonly leads: readonly Lead[];
  readonly failed: boolean;
}

export interface CaseState {
  readonly id: string;
  readonly seq: number;
  readonly status: CaseStatus;
  /** The procedure's step it is at; `draft` on the enterprise's desk. */
  readonly step: string;
  /** The day it came to this step. */
  readonly since?: LocalDate;
  readonly enterprise?: OrgRef;
  readonly addressedTo?: OrgRef;
  readonly appliedOn?: LocalDate;
  readonly application?: Application;
  readonly papers: readonly PaperFact[];
  readonly decision?: Decision;
  readonly returnReason?: string;
  readonly recommendation?: {
    readonly by: OrgRef;
    readonly letterNo: string;
    readonly on: LocalDate;
    readonly profile: string;
    readonly loanNeed: string;
    readonly justification?: string;
  };
  readonly checks: readonly CheckState[];
  readonly reviews: readonly ReviewState[];
  readonly tier?: Tier;
  readonly approval?: { readonly documentNo: string; readonly on: LocalDate; readonly slot: boolean };
  /** The case holds a place of a yearly quota; a failed push and a new review do not give it up by themselves. */
  readonly holdsSlot?: true;
  readonly rounds: readonly PushRound[];
  readonly cooling?: { readonly blockedThrough: LocalDate; readonly firstAllowedOn: LocalDate };
  readonly loan?: LoanRecord;
  /** The day on which the firm was made public as one that may be supported. */
  readonly listedOn?: LocalDate;
  /** The day on which a review took the firm off the list. */
  readonly unlistedOn?: LocalDate;
  /** Of a loan that an institution entered: who entered it, and what the rules were asked of. */
  readonly registered?: { readonly on: LocalDate; readonly by: OrgRef; readonly facts: Facts };
}

export const newCase = (id: string): CaseState => ({ id, seq: 0, status: "draft", step: "draft", papers: [], checks: [], reviews: [], rounds: [] });

export const openReview = (state: CaseState): ReviewState | undefined => {
  const last = state.reviews.at(-1);
  return last && !last.result ? last : undefined;
};
export const openRound = (state: CaseState): PushRound | undefined => {
  const last = state.rounds.at(-1);
  return last && !last.failed && state.status === "push_open" ? last : undefined;
};
export const openCheck = (state: CaseState): CheckState | undefined => {
  const last = state.checks.at(-1);
  return last && !last.passed && state.status === "check_open" ? last : undefined;
};
export const leadOf = (state: CaseState, leadId: string): Lead | undefined =>
  state.rounds.flatMap((round) => round.leads).find((lead) => lead.id === leadId);

const replaceLast = <T>(list: readonly T[], change: (last: T) => T): readonly T[] =>
  list.length === 0 ? list : [...list.slice(0, -1), change(list.at(-1) as T)];

const onLead = (state: CaseState, leadId: string, change: (lead: Lead) => Lead): CaseState => ({
  ...state,
  rounds: state.rounds.map((round) => ({ ...round, leads: round.leads.map((lead) => (lead.id === leadId ? change(lead) : lead)) })),
});

function freed(state: CaseState, released: boolean | undefined): CaseState {
  const { holdsSlot: _, ...rest } = state;
  return released ? rest : state;
}

/** A case that was decided elsewhere stands as if it had been decided here: by whom, with which tier, and for which loan. */
function imported(state: CaseState, event: Extract<CaseEvent, { type: "case_imported" }>, on: LocalDate): CaseState {
  const { enterprise, recommender, review, tier, loan, documentNo, slot } = event;
  return {
    ...state,
    enterprise,
    loan,
    recommendation: { by: recommender, letterNo: "", on, profile: "", loanNeed: "" },
    tier: { ...tier, on: review.heldOn, reviewId: review.id },
    reviews: [
      {
        ...review,
        meetingId: "",
        round: 1,
        choices: [],
        electorate: review.seats.map(({ unit }) => unit.id),
        cast: [],
        past: [],
        result: "decided",
      },
    ],
    ...(documentNo ? { approval: { documentNo, on: review.heldOn, slot: slot !== undefined } } : {}),
  };
}

function apply(state: CaseState, { event, actor, occurredOn, recordedAt }: Recorded): CaseState {
  const arrive = (next: Stop): Pick<CaseState, "step" | "status" | "since"> => ({ ...next, since: occurredOn });
  switch (event.type) {
    case "application_submitted": {
      const { returnReason: _, ...rest } = state;
      const { application, papers, decision, addressedTo, enterprise, next } = event;
      return { ...rest, ...arrive(next), application, papers, decision, addressedTo, enterprise, appliedOn: occurredOn };
    }
    case "application_returned":
      return { ...state, ...arrive({ step: "draft", status: "draft" }), returnReason: event.reason };
    case "application_withdrawn":
      return { ...freed(state, event.slotReleased), status: "withdrawn", since: occurredOn, returnReason: event.reason };
    case "recommended": {
      const { by, letterNo, profile, loanNeed, justification, decision, next } = event;
      return {
        ...state,
        ...arrive(next),
        decision,
        recommendation: { by, letterNo, on: occurredOn, profile, loanNeed, ...(justification ? { justification } : {}) },
      };
    }
    case "check_opened":
      return {
        ...state,
        status: "check_open",
        checks: [...state.checks, { step: event.step, consulted: event.consulted, findings: [], opinions: [], passed: false }],
      };
    case "finding_recorded":
      return { ...state, checks: replaceLast(state.checks, (check) => ({ ...check, findings: [...check.findings, event.finding] })) };
    case "opinion_given":
      return {
        ...state,
        checks: replaceLast(state.checks, (check) => ({
          ...check,
          opinions: [...check.opinions.filter((o) => o.org.id !== event.opinion.org.id), event.opinion],
        })),
      };
    case "check_passed":
      return {
        ...state,
        ...arrive(event.next),
        decision: event.decision,
        checks: replaceLast(state.checks, (check) => ({ ...check, passed: true })),
      };
    case "check_returned":
      return { ...freed(state, event.slotReleased), ...arrive(event.next), returnReason: event.reason };
    case "review_scheduled":
      return {
        ...state,
        status: "ballot_scheduled",
        reviews: [
          ...state.reviews.filter((review) => review.result),
          {
            id: event.reviewId,
            meetingId: event.meetingId,
            heldOn: event.heldOn,
            seats: event.seats,
            round: 0,
            choices: [],
            electorate: [],
            cast: [],
            past: [],
          },
        ],
      };
    case "seat_recused":
      return {
        ...state,
        reviews: replaceLast(state.reviews, (review) => ({
          ...review,
          seats: review.seats.map((seat) => (seat.unit.id === event.unit.id ? { ...seat, recused: event.reason } : seat)),
        })),
      };
    case "review_opened":
      return {
        ...state,
        status: "ballot_open",
        reviews: replaceLast(state.reviews, (review) => ({ ...review, round: 1, choices: event.choices, electorate: event.electorate })),
      };
    case "ballot_cast":
      return {
        ...state,
        reviews: replaceLast(state.reviews, (review) => ({ ...review, cast: [...review.cast, { unit: event.unit.id, sealed: event.sealed }] })),
      };
    case "revote_opened":
      return {
        ...state,
        reviews: replaceLast(state.reviews, (review) => ({
          ...review,
          past: [...review.past, { round: review.round, counts: event.counts, ballots: event.ballots }],
          round: event.round,
          choices: event.choices,
          cast: [],
        })),
      };
    case "review_decided": {
      const reviews = replaceLast(state.reviews, (review) => ({
        ...review,
        result: "decided" as const,
        past: [...review.past, { round: review.round, counts: event.counts, ballots: event.ballots }],
      }));
      const kept = freed(state, event.slotReleased);
      if (event.ratio === undefined || !event.recoveryOwner) return { ...kept, reviews, ...arrive(event.next) };
      const tier: Tier = { choice: event.choice, ratio: event.ratio, on: occurredOn, reviewId: event.reviewId, recoveryOwner: event.recoveryOwner };
      const { approval: _, ...rest } = kept;
      return { ...rest, reviews, tier, decision: event.decision, ...arrive(event.next) };
    }
    case "review_deferred":
      return {
        ...state,
        ...arrive({ step: state.step, status: "ballot" }),
        reviews: replaceLast(state.reviews, (review) => ({
          ...review,
          result: "deferred" as const,
          past: [...review.past, { round: review.round, counts: event.counts, ballots: event.ballots }],
        })),
      };
    case "approval_given":
      return {
        ...state,
        ...arrive(event.next),
        ...(event.slot ? { holdsSlot: true as const } : {}),
        approval: { documentNo: event.documentNo, on: occurredOn, slot: event.slot !== undefined || state.holdsSlot === true },
      };
    case "approval_refused": {
      const { tier: _, ...rest } = state;
      return { ...rest, ...arrive(event.next), returnReason: event.reason };
    }
    case "pushed":
      return {
        ...state,
        status: "push_open",
        since: occurredOn,
        decision: event.decision,
        rounds: [
          ...state.rounds,
          {
            no: event.round,
            on: occurredOn,
            failed: false,
            leads: event.leads.map((lead) => ({ ...lead, status: "open" as const, talk: [] })),
          },
        ],
      };
    case "lead_asked":
      return onLead(state, event.leadId, (lead) => ({ ...lead, talk: [...lead.talk, { from: actor.org, text: event.question, at: recordedAt }] }));
    case "lead_answered":
      return onLead(state, event.leadId, (lead) => ({ ...lead, talk: [...lead.talk, { from: actor.org, text: event.answer, at: recordedAt }] }));
    case "lead_declined":
      return onLead(state, event.leadId, (lead) => ({ ...lead, status: "declined", reason: event.reason }));
    case "lead_offered":
      return onLead(state, event.leadId, (lead) => ({ ...lead, status: "offered", offer: event.offer }));
    case "push_failed":
      return { ...state, ...arrive(event.next), rounds: replaceLast(state.rounds, (round) => ({ ...round, failed: true })) };
    case "cooling_started":
      return {
        ...freed(state, event.slotReleased),
        ...arrive({ step: state.step, status: "cooling" }),
        cooling: { blockedThrough: event.blockedThrough, firstAllowedOn: event.firstAllowedOn },
      };
    case "list_published":
      return { ...state, ...arrive(event.next), listedOn: occurredOn };
    case "feedback_given":
      return state;
    case "list_reviewed":
      return event.keeps ? state : { ...state, unlistedOn: occurredOn };
    case "loan_registered":
      return {
        ...state,
        ...arrive(event.next),
        enterprise: event.enterprise,
        loan: event.loan,
        decision: event.decision,
        registered: { on: occurredOn, by: actor.org, facts: event.facts },
      };
    case "case_imported":
      return imported({ ...state, ...arrive(event.next) }, event, occurredOn);
    case "import_undone":
      return { ...state, status: "withdrawn", since: occurredOn, returnReason: event.reason };
    case "loan_recorded":
      return {
        ...state,
        ...arrive({ step: "loan", status: "funded" }),
        loan: event.loan,
        rounds: state.rounds.map((round) => ({
          ...round,
          leads: round.leads.map(
            (lead): Lead =>
              lead.id === event.loan.leadId ? { ...lead, status: "funded" } : lead.status === "declined" ? lead : { ...lead, status: "closed" },
          ),
        })),
      };
  }
}

export const evolve = (state: CaseState, recorded: Recorded): CaseState => ({ ...apply(state, recorded), seq: recorded.seq });

export const replay = (id: string, events: readonly Recorded[]): CaseState => events.reduce(evolve, newCase(id));
