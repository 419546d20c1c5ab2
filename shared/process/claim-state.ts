/** A claim as its events tell it. */
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import type { Act } from "./act";
import type { Ballot, Seat } from "./ballot";
import type { Counts } from "./event";
import type { LoanGrade } from "./loan-life";
import type { OrgRef } from "./party";

export interface Evidence {
  readonly grade: LoanGrade;
  readonly overdueDays: number;
  /** Number of the institution's own letter. */
  readonly letterNo: string;
  /** The credit report that shows the grade, where one is asked for. */
  readonly creditReport?: { readonly no: string; readonly stamped: boolean };
}

/** What a guarantor has really paid the lender before it claims. */
export interface Compensated {
  readonly principal: Fen;
  readonly on: LocalDate;
  readonly proofNo: string;
  /** A person's finding, with its paper, on a day that the text leaves unclear. */
  readonly reviewNo?: string;
}

/** What the institution files; principal and interest stand apart. */
export interface Filing {
  readonly claimId: string;
  readonly evidence: Evidence;
  readonly principal: Fen;
  readonly interest: Fen;
  /** What others have paid or will pay for the same loss, declared. */
  readonly covered: Fen;
  readonly papers: readonly string[];
  readonly compensated?: Compensated;
  /** Further figures that the formula asks for and the institution declares, in fen, by the words of its figures. */
  readonly figures?: Readonly<Record<string, Fen>>;
}

/** A unit that stands for one that rated the loan and has since merged or changed its name. */
export interface Successor {
  readonly from: string;
  readonly to: string;
  readonly documentNo: string;
}

export interface Verification {
  readonly id: string;
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly seats: readonly Seat[];
  readonly successors: readonly Successor[];
  /** Units that decide on their own claim; told beside the opinion. */
  readonly interested: readonly string[];
  readonly round: number;
  readonly choices: readonly string[];
  readonly electorate: readonly string[];
  readonly cast: readonly { readonly unit: string; readonly sealed: string }[];
  readonly result?: "decided" | "deferred";
}

export type ClaimEvent =
  | { readonly type: "claim_filed"; readonly next: string; readonly filing: Filing; readonly payee: OrgRef; readonly ratio: Ratio }
  | {
      readonly type: "claim_checked";
      readonly next: string;
      /** Absent where the document gathers no batches, or gathers them by another step. */
      readonly batch?: string;
      readonly summary: string;
      /** Authorities that were heard. */
      readonly heard?: readonly OrgRef[];
      /** Who did the check bears a part of the loss: told, where another could not be appointed. */
      readonly interested?: true;
    }
  | { readonly type: "claim_returned"; readonly step: string; readonly next: string; readonly reason: string; readonly documentNo?: string }
  | { readonly type: "claim_withdrawn"; readonly reason: string }
  | { readonly type: "claim_panel_set"; readonly panel: Omit<Verification, "round" | "choices" | "electorate" | "cast" | "result"> }
  | { readonly type: "claim_ballot_opened"; readonly electorate: readonly string[]; readonly choices: readonly string[] }
  | { readonly type: "claim_ballot_cast"; readonly round: number; readonly unit: OrgRef; readonly sealed: string }
  | {
      readonly type: "claim_revote_opened";
      readonly round: number;
      readonly choices: readonly string[];
      readonly counts: Counts;
      readonly ballots: readonly Ballot[];
    }
  | { readonly type: "claim_deferred"; readonly counts: Counts; readonly ballots: readonly Ballot[] }
  | {
      readonly type: "claim_opinion_given";
      readonly choice: string;
      readonly opinion: string;
      readonly counts: Counts;
      readonly ballots: readonly Ballot[];
      readonly next: string;
    }
  | { readonly type: "claim_reported"; readonly documentNo: string; readonly next: string }
  | { readonly type: "claim_consented"; readonly documentNo: string; readonly next: string; readonly amount: Fen }
  | { readonly type: "claim_notified"; readonly documentNo: string; readonly next: string }
  | {
      readonly type: "claim_paid";
      readonly instructionNo: string;
      readonly ratio: Ratio;
      readonly amount: Fen;
      readonly unfunded: Fen;
      readonly parts?: readonly Fen[];
      /** The whole loss on the day of payment, where it is shared among several. */
      readonly loss?: Fen;
    };

export interface Claim {
  readonly id: string;
  /** The step that it waits at; `file` on the institution's desk; `paid` or `withdrawn` at its end. */
  readonly step: string;
  readonly since: LocalDate;
  readonly receivedOn: LocalDate;
  readonly filing: Filing;
  readonly payee: OrgRef;
  readonly filedBy: string;
  readonly ratio: Ratio;
  readonly batch?: string;
  readonly verification?: Verification;
  readonly opinion?: { readonly choice: string; readonly text: string; readonly on: LocalDate };
  readonly notified?: { readonly documentNo: string; readonly on: LocalDate };
  readonly reported?: { readonly documentNo: string; readonly on: LocalDate };
  readonly consent?: { readonly documentNo: string; readonly on: LocalDate; readonly amount: Fen };
  readonly paid?: { readonly instructionNo: string; readonly on: LocalDate; readonly amount: Fen; readonly unfunded: Fen; readonly loss?: Fen };
  readonly returned?: { readonly reason: string; readonly by: OrgRef; readonly on: LocalDate };
}

function verified(claim: Claim, change: (verification: Verification) => Verification): Claim {
  return claim.verification ? { ...claim, verification: change(claim.verification) } : claim;
}

function filed(event: Extract<ClaimEvent, { type: "claim_filed" }>, actor: Act["actor"], on: LocalDate): Claim {
  const { filing, payee, ratio, next } = event;
  return { id: filing.claimId, step: next, since: on, receivedOn: on, filing, payee, ratio, filedBy: actor.personId };
}

/** The claim after one event; events of other kinds leave it as it is. */
export function claimOn(claim: Claim | undefined, event: { readonly type: string }, actor: Act["actor"], on: LocalDate): Claim | undefined {
  const one = event as ClaimEvent;
  if (one.type === "claim_filed") return filed(one, actor, on);
  if (!claim) return undefined;
  const arrive = { since: on };
  switch (one.type) {
    case "claim_checked":
      return { ...claim, ...arrive, step: one.next, ...(one.batch ? { batch: one.batch } : {}) };
    case "claim_returned":
      return { ...claim, ...arrive, step: one.next, returned: { reason: one.reason, by: actor.org, on } };
    case "claim_withdrawn":
      return { ...claim, ...arrive, step: "withdrawn" };
    case "claim_panel_set":
      return { ...claim, verification: { ...one.panel, round: 0, choices: [], electorate: [], cast: [] } };
    case "claim_ballot_opened":
      return verified(claim, (now) => ({ ...now, round: 1, electorate: one.electorate, choices: one.choices }));
    case "claim_ballot_cast":
      return verified(claim, (now) => ({ ...now, cast: [...now.cast, { unit: one.unit.id, sealed: one.sealed }] }));
    case "claim_revote_opened":
      return verified(claim, (now) => ({ ...now, round: one.round, choices: one.choices, cast: [] }));
    case "claim_deferred":
      return verified(claim, (now) => ({ ...now, result: "deferred" }));
    case "claim_opinion_given":
      return {
        ...verified(claim, (now) => ({ ...now, result: "decided" })),
        ...arrive,
        step: one.next,
        opinion: { choice: one.choice, text: one.opinion, on },
      };
    case "claim_reported":
      return { ...claim, ...arrive, step: one.next, reported: { documentNo: one.documentNo, on } };
    case "claim_consented":
      return { ...claim, ...arrive, step: one.next, consent: { documentNo: one.documentNo, on, amount: one.amount } };
    case "claim_notified":
      return { ...claim, ...arrive, step: one.next, notified: { documentNo: one.documentNo, on } };
    case "claim_paid":
      return {
        ...claim,
        ...arrive,
        step: "paid",
        ratio: one.ratio,
        paid: {
          instructionNo: one.instructionNo,
          on,
          amount: one.amount,
          unfunded: one.unfunded,
          ...(one.loss === undefined ? {} : { loss: one.loss }),
        },
      };
    default:
      return claim;
  }
}
