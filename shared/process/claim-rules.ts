/** The vocabulary of what comes after a bad loan: how it is claimed, recovered, written off and answered for. */
import type { Deadline } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { LossRules } from "../fund/sharing";
import type { RefusalCode } from "../refusal-code";
import type { Parameter } from "../rule/parameter";
import type { BanRule } from "./ban";
import type { RunningSum } from "./claim-sums";
import type { ExemptionRules } from "./exemption";
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
  | (ClaimStepBase & {
      readonly kind: "check";
      readonly onReturn: string;
      /** Authorities that check with it: so many of these kinds have to be named as heard. */
      readonly together?: { readonly kinds: readonly OrgKind[]; readonly count: Parameter<number>; readonly cites: Citation };
      /** An opinion that puts the claim into its batch, where batches go by opinions. */
      readonly gives?: "opinion";
      /** Not to be done by an organisation that would itself bear a part of the loss; another is appointed in its place. */
      readonly disinterested?: { readonly mode: Parameter<"substitute" | "flag">; readonly cites: Citation };
    })
  /** The units that rated the loan decide by majority and give their opinion. */
  | (BallotStep & { readonly onReturn: string })
  /** The claim is put before a higher authority. */
  | (ClaimStepBase & { readonly kind: "report"; readonly onReturn: string })
  /** `missing` is the word for a payment before this approval. */
  | (ClaimStepBase & { readonly kind: "approve"; readonly onReturn: string; readonly missing?: RefusalCode })
  /** What was approved is told to who pays. */
  | (ClaimStepBase & { readonly kind: "notify"; readonly onReturn: string })
  | (ClaimStepBase & { readonly kind: "pay" });

export interface EvidenceAsked {
  readonly grades: readonly LoanGrade[];
  readonly overdueDays: boolean;
  readonly letter: boolean;
  /** A credit report that shows the grade, stamped by the institution. */
  readonly creditReport?: boolean;
}

/** How long principal has to be due and unpaid before anything may be taken from the fund; interest alone never is enough. */
export interface Matured {
  /** More than so many days. */
  readonly days: Parameter<number>;
  readonly code: RefusalCode;
  readonly cites: Citation;
}

/** A guarantor that stands in first and claims afterwards. */
export interface GuarantorFirst {
  /** It may claim only what it has really paid the lender. */
  readonly paid: Citation;
  /** Days overdue up to which it was in time, and the day that a person has to look at; later is refused. Absent where the document sets no time. */
  readonly time?: { readonly inTime: Parameter<number>; readonly review: Parameter<number> };
  readonly cites: Citation;
}

export interface ClaimRules {
  readonly cites: Citation;
  readonly evidence: Parameter<EvidenceAsked>;
  /** Those that go with a claim; with `modes` only for loans of these. */
  readonly papers: readonly { readonly kind: string; readonly says: string; readonly cites: Citation; readonly modes?: readonly string[] }[];
  /** Claims are gathered by period (of receipt, or of the opinion where a step `gives` it) and go on together; absent where each goes by itself. `within` counts from the period's last day; `closed`: not before it. */
  readonly batch?: { readonly every: "half_year" | "year"; readonly cites: Citation; readonly within?: Deadline; readonly closed?: true };
  readonly steps: readonly ClaimStep[];
  /** That the units are the very same, and a successor stands for one that has merged or changed its name. */
  readonly sameUnits?: Citation;
  /** What the ratio is applied to, and on which day it is looked at. */
  readonly base: Parameter<"principal" | "principal_and_interest">;
  readonly baseDate: Parameter<"payment" | "filing">;
  readonly indemnity: Parameter<boolean>;
  /** That an amount goes by the numbers of the day on which the panel rated the firm, whatever is changed after it; absent where it goes by those of its own day. */
  readonly pinned?: Citation;
  readonly agreement: Citation;
  readonly payee: Citation;
  /** How soon after the loan turned bad a claim is expected; lateness is told, never a bar. */
  readonly prompt?: Deadline;
  readonly guarantor?: GuarantorFirst;
  /** Absent where another test says that a loan is bad enough. */
  readonly matured?: Matured;
  /** Running sums that the formula asks for beside the claim's own; the records answer them on the day (`sumsFor`). */
  readonly sums?: readonly RunningSum[];
}

export interface RecoveryRules {
  /** The stages are taken in this order; money may come back in any of them. */
  readonly order: Citation;
  /** Who keeps the recoveries for the fund; who calls the meeting, or who agrees to a write-off, where absent. */
  readonly desk?: { readonly by: readonly OrgKind[]; readonly cites: Citation };
  /** Absent where the document begins with the law or leaves the way open. */
  readonly coordination?: { readonly by: readonly OrgKind[]; readonly within: Deadline; readonly cites: Citation };
  readonly legal: { readonly within?: Deadline; readonly cites: Citation };
  readonly returns: {
    /** Absent where the document sets no day: then at once. */
    readonly within?: Deadline;
    /** Whether anything comes back at all, where the document does not say so; absent where it does. */
    readonly enabled?: Parameter<boolean>;
    /** Whether costs come off before the money is shared, after it, or the fund is served first. */
    readonly method: Parameter<ReturnMethod>;
    readonly capAtPaid: Parameter<boolean>;
    /** Where money may come from, each counting alike: a debtor's payment, the price of a loan that was sold. */
    readonly sources?: readonly { readonly id: string; readonly says: string; readonly cites: Citation }[];
    /** Kinds of cost that may come off, each with its voucher; any where absent. */
    readonly costs?: Parameter<readonly string[]>;
    /** Every party gets its part, by the loss's own shares; absent where only the fund's part is told. */
    readonly shares?: LossRules;
    /** Where the fund's part goes: back into the fund, or to the treasury, which gives no new room. */
    readonly to?: Parameter<"fund" | "treasury">;
    readonly cites: Citation;
  };
  /** How often the ledger of recoveries is brought up to date and published. */
  readonly ledger?: { readonly every: "quarter"; readonly cites: Citation };
  readonly writeOff: {
    /** It must be more than so many years ago that the fund paid. */
    readonly after?: Parameter<number>;
    /** The word for a proof that the document does not take. */
    readonly proofCode?: RefusalCode;
    readonly proofs: Parameter<readonly string[]>;
    readonly approvals: readonly OrgKind[];
    readonly cites: Citation;
    readonly approvalCites: Citation;
  };
  /** That a listed firm goes to law whatever a meeting said. */
  readonly forced?: Citation;
  /** That those who recommended the firm help to get the money back. */
  readonly assist?: Citation;
}

/** `gross`: by ratio of all; `net_then_ratio`: costs off, then the ratio; `ratio_then_cost`: the ratio, then the fund bears the costs; `fund_first`: net, to the fund until it is whole. */
export type ReturnMethod = "gross" | "net_then_ratio" | "ratio_then_cost" | "fund_first";

export interface SanctionRules {
  /** Years for which a dishonest firm and its representative may not apply. */
  readonly bar?: { readonly years: Parameter<number>; readonly listing: Citation; readonly cites: Citation };
  /** Rungs for slow recovery, mildest first; none is skipped. */
  readonly ladder?: { readonly rungs: readonly string[]; readonly suspends: string; readonly cites: Citation };
  readonly breach?: {
    readonly by: readonly OrgKind[];
    readonly types: readonly string[];
    readonly determined: Citation;
    readonly measures: readonly ("lower_ratio" | "full_clawback" | "terminate")[];
    readonly cites: Citation;
  };
  readonly departments?: {
    readonly misconduct: { readonly types: readonly string[]; readonly cites: Citation };
    readonly paidFirms: Parameter<number>;
    readonly scored: readonly OrgKind[];
    readonly cites: Citation;
  };
  /** That who did everything right is not called to account, and who did not is. */
  readonly exemption?: ExemptionRules;
  /** What misconduct costs, by the document's own list. */
  readonly bans?: readonly BanRule[];
}

/** Deals financed between the document's issue and the signing of the agreement. */
export interface TransitionRules {
  readonly cites: Citation;
  /** Whose consent lets such a deal in. */
  readonly by: readonly OrgKind[];
  /** Whether a case may be pushed to an institution that has signed no agreement yet, flagged as such. */
  readonly enabled: Parameter<boolean>;
  readonly precedence: Citation;
}
