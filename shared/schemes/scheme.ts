/** A scheme is a folder: what one government document says, as data, amended and audited as a whole. Mechanisms receive it and never fetch it. */

import type { Deadline } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { Formula } from "../fund/formula";
import type { FundRules } from "../fund/fund";
import type { SubsidyRules } from "../fund/subsidy";
import type { ClaimRules, RecoveryRules, SanctionRules, TransitionRules } from "../process/claim-rules";
import type { SchemeProcess } from "../process/procedure";
import type { ReportRules } from "../process/report-duty";
import type { Parameter } from "../rule/parameter";

/** A word that the document uses for a choice on a form, with what it means to the one who chooses. */
export interface Term {
  readonly id: string;
  readonly says: string;
}

/** A yearly or quarterly target that warns and never blocks. */
export interface Target {
  readonly atLeast: Parameter<number>;
  readonly scored: readonly string[];
  readonly cites: Citation;
}

export interface Scheme extends SchemeProcess {
  /** The prefix of case numbers and clause ids, e.g. `YQ`. */
  readonly code: string;
  readonly name: string;
  readonly district: string;
  /** `draft` is shown wherever the rules are shown. */
  readonly status: "draft" | "in_force";
  readonly parameters: readonly Parameter<unknown>[];
  readonly deadlines: readonly Deadline[];
  readonly compensation: Formula;
  /** What an insured enterprise gets back of the premium it paid; absent where the document gives nothing. */
  readonly subsidy?: SubsidyRules;
  readonly fund: FundRules;
  readonly claim: ClaimRules;
  readonly recovery: RecoveryRules;
  readonly sanctions: SanctionRules;
  readonly transition: TransitionRules;
  readonly reports: ReportRules;
  readonly focus: { readonly fields: readonly Term[]; readonly profiles: readonly Term[] };
  readonly recommendation: { readonly perQuarter: Target };
  readonly meetings: { readonly cadence: Citation };
}
