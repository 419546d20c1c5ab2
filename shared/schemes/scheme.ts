/** A scheme is a folder: what one government document says, as data, amended and audited as a whole. Mechanisms receive it and never fetch it. */

import type { Deadline } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { Formula } from "../fund/formula";
import type { FundRules } from "../fund/fund";
import type { RewardRules } from "../fund/reward";
import type { LossRules } from "../fund/sharing";
import type { SubsidyRules } from "../fund/subsidy";
import type { Ratio } from "../money";
import type { ChangeRules } from "../process/change";
import type { ClaimRules, RecoveryRules, SanctionRules, TransitionRules } from "../process/claim-rules";
import type { ConferenceRules } from "../process/conference";
import type { FeedbackRules } from "../process/list-review";
import type { Obligation } from "../process/obligation";
import type { PartnershipRules } from "../process/partnership";
import type { OrgKind } from "../process/party";
import type { SchemeProcess } from "../process/procedure";
import type { DisclosureRules } from "../process/publish";
import type { ReportRules } from "../process/report-duty";
import type { WatchRules } from "../process/watch";
import type { Limit } from "../rule/limit";
import type { Parameter } from "../rule/parameter";
import type { Clause } from "./clause";

/** A word that the document uses for a choice on a form, with what it means to the one who chooses. */
export interface Term {
  readonly id: string;
  readonly says: string;
}

/** A document's own word for something that every document has. */
export interface OwnWord {
  readonly says: string;
  readonly cites: Citation;
}

/** What the document calls its own things, for sentences that say the same under every document. */
export interface Terms {
  /** What the fund pays for a loan that went bad. */
  readonly payment: OwnWord;
  /** Letting a firm in; absent where nobody does. */
  readonly approval?: OwnWord;
  /** The meeting at which units vote; absent where nobody votes. */
  readonly panel?: OwnWord;
}

/** A yearly or quarterly target that warns and never blocks. */
export interface Target {
  readonly atLeast: Parameter<number>;
  readonly scored: readonly string[];
  readonly cites: Citation;
}

/**
 * A document as data. What it does not know it leaves out: no recommendation target, no ladder, no breaker, no ballot. Order of work for an author:
 * `parameters.ts` (every number with article, dates and reading), `eligibility.ts` (rules at `application` … `disbursement`, or at `registration` for
 * loans that institutions enter), `admission.ts` and `claim.ts` (steps as lists), `fund.ts` (chart, payment, limits, allocation), `recovery.ts`,
 * `sanctions.ts`, `reports.ts`, `clauses.ts` (the catalogue in own words), `scheme.ts` (all of it), and a line in `registry.ts`.
 */
export interface Scheme extends SchemeProcess {
  /** The prefix of case numbers and clause ids, e.g. `YQ`. */
  readonly code: string;
  readonly name: string;
  readonly district: string;
  /** `draft` is shown wherever the rules are shown. */
  readonly status: "draft" | "in_force";
  readonly parameters: readonly Parameter<unknown>[];
  readonly deadlines: readonly Deadline[];
  /** Rates that others publish and the document goes by: each new value is a version from its day on. */
  readonly benchmarks?: readonly Parameter<Ratio>[];
  readonly compensation: Formula;
  /** Who bears a loss, where the document shares it among several; absent where it only pays a part. */
  readonly loss?: LossRules;
  /** What an insured enterprise gets back of the premium it paid; absent where the document gives nothing. */
  readonly subsidy?: SubsidyRules;
  readonly fund: FundRules;
  readonly claim: ClaimRules;
  readonly recovery: RecoveryRules;
  readonly sanctions: SanctionRules;
  readonly transition?: TransitionRules;
  readonly reports: ReportRules;
  /** What somebody has to do around a loan, and what cannot go on without it. */
  readonly obligations?: readonly Obligation[];
  /** Limits on loans that are added up; each is also a rule among `rules`, and here for screens and worst cases. */
  readonly limits?: readonly Limit[];
  /** Marks of an institution's bad-loan ratio. */
  readonly watch?: WatchRules;
  /** By which articles an agreement tells how the partner was chosen, promises no more than the document, and shows a licence; the claim's own article where absent. */
  readonly agreements?: { readonly chosen: Citation; readonly most: Citation; readonly licence: Citation };
  /** How institutions become partners, where the document says more than that they sign an agreement. */
  readonly partnership?: PartnershipRules;
  /** The body that decides what no single authority decides. */
  readonly conference?: ConferenceRules;
  /** What is asked of a change of its numbers beside the office's own act. */
  readonly changes?: ChangeRules;
  /** News of listed firms and what they bring. */
  readonly feedback?: FeedbackRules;
  /** What partners get beside compensation. */
  readonly reward?: RewardRules;
  readonly terms: Terms;
  /** The bodies that the document names for a role, as it calls them. */
  readonly bodies?: readonly { readonly kind: OrgKind; readonly name: string; readonly cites: Citation }[];
  /** What a partner may be certified as, where a rule asks for it. */
  readonly marks?: readonly Term[];
  /** What may be made public, and who reads along. */
  readonly disclosure?: DisclosureRules;
  readonly focus: { readonly fields: readonly Term[]; readonly profiles: readonly Term[] };
  readonly recommendation: { readonly perQuarter?: Target };
  readonly meetings: { readonly cadence?: Citation };
  /** The catalogue of its requirements, in our own words. */
  readonly clauses: readonly Clause[];
}
