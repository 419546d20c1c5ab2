/** The vocabulary of what comes after a bad loan: how it is claimed, recovered, written off and answered for. */
import type { Deadline } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { Parameter } from "../rule/parameter";
import type { LoanGrade } from "./loan-life";
import type { OrgKind } from "./party";
import type { BallotStep } from "./procedure";

interface ClaimStepBase {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly by: readonly OrgKind[];
  readonly within?: Deadline;
}

/** What a claim goes through, in the document's order. Each of the deciding steps may send it back, with reasons. */
export type ClaimStep =
  /** An authority looks at the papers and puts the claim into its batch, or returns it. */
  | (ClaimStepBase & { readonly kind: "check"; readonly onReturn: string })
  /** The units that rated the loan decide by majority and give their opinion. */
  | (BallotStep & { readonly onReturn: string })
  /** The claim is put before a higher authority. */
  | (ClaimStepBase & { readonly kind: "report"; readonly onReturn: string })
  | (ClaimStepBase & { readonly kind: "approve"; readonly onReturn: string })
  | (ClaimStepBase & { readonly kind: "pay" });

export interface EvidenceAsked {
  readonly grades: readonly LoanGrade[];
  readonly overdueDays: boolean;
  readonly letter: boolean;
}

export interface ClaimRules {
  readonly cites: Citation;
  readonly evidence: Parameter<EvidenceAsked>;
  readonly papers: readonly { readonly kind: string; readonly says: string; readonly cites: Citation }[];
  readonly batch: { readonly every: "half_year"; readonly cites: Citation };
  readonly steps: readonly ClaimStep[];
  /** That the units are the very same, and a successor stands for one that has merged or changed its name. */
  readonly sameUnits: Citation;
  /** What the ratio is applied to, and on which day it is looked at. */
  readonly base: Parameter<"principal" | "principal_and_interest">;
  readonly baseDate: Parameter<"payment" | "filing">;
  readonly indemnity: Parameter<boolean>;
  readonly agreement: Citation;
  readonly payee: Citation;
  /** How soon after the loan turned bad a claim is expected; lateness is told, never a bar. */
  readonly prompt: Deadline;
}

export interface RecoveryRules {
  /** The stages are taken in this order; money may come back in any of them. */
  readonly order: Citation;
  readonly coordination: { readonly by: readonly OrgKind[]; readonly within: Deadline; readonly cites: Citation };
  readonly legal: { readonly within: Deadline; readonly cites: Citation };
  readonly returns: {
    readonly within: Deadline;
    /** Whether costs come off before the money is shared. */
    readonly method: Parameter<"gross" | "net_then_ratio">;
    readonly capAtPaid: Parameter<boolean>;
    readonly cites: Citation;
  };
  /** How often the ledger of recoveries is brought up to date and published. */
  readonly ledger: { readonly every: "quarter"; readonly cites: Citation };
  readonly writeOff: {
    readonly proofs: Parameter<readonly string[]>;
    readonly approvals: readonly OrgKind[];
    readonly cites: Citation;
    readonly approvalCites: Citation;
  };
  readonly forced: Citation;
}

export interface SanctionRules {
  /** Years for which a dishonest firm and its representative may not apply. */
  readonly bar: { readonly years: Parameter<number>; readonly listing: Citation; readonly cites: Citation };
  /** Rungs for slow recovery, mildest first; none is skipped. */
  readonly ladder: { readonly rungs: readonly string[]; readonly suspends: string; readonly cites: Citation };
  readonly breach: {
    readonly by: readonly OrgKind[];
    readonly types: readonly string[];
    readonly determined: Citation;
    readonly measures: readonly ("lower_ratio" | "full_clawback" | "terminate")[];
    readonly cites: Citation;
  };
  readonly departments: {
    readonly misconduct: { readonly types: readonly string[]; readonly cites: Citation };
    readonly paidFirms: Parameter<number>;
    readonly scored: readonly OrgKind[];
    readonly cites: Citation;
  };
}

/** Deals financed between the document's issue and the signing of the agreement. */
export interface TransitionRules {
  readonly cites: Citation;
  readonly precedence: Citation;
}
