/** The vocabulary of a procedure: an ordered list of steps, each of a few kinds, saying who acts, by which clause, within what time, and when it applies. */
import type { Deadline } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { RatioNode } from "../fund/ratio";
import type { Ratio } from "../money";
import type { RefusalCode } from "../refusal-code";
import type { DocumentKind } from "../rule/facts";
import type { Parameter } from "../rule/parameter";
import type { Rule } from "../rule/rule";
import type { EntryAsk } from "./entry-ask";
import type { FirmAsk } from "./firm-ask";
import type { LoanAsk } from "./loan-ask";
import type { OrgKind } from "./party";

interface StepBase {
  readonly id: string;
  /** The step's name on screens, in plain Chinese. */
  readonly says: string;
  readonly cites: Citation;
  /** Who performs it. */
  readonly by: readonly OrgKind[];
  /** The clock of the step, counted from when the case arrives at it. */
  readonly within?: Deadline;
}

/** A recommender adopts an enterprise's own draft, or returns it. */
export interface RecommendStep extends StepBase {
  readonly kind: "recommend";
  /** A numbered letter goes with the recommendation. */
  readonly letter: { readonly required: boolean; readonly cites: Citation };
  /** That a case enters only through it, where another article says so. */
  readonly entry?: Citation;
  /** Recommends the firms of its own area alone: the area in which the firm is registered stands in the recommender's name. */
  readonly own?: { readonly areas: Parameter<readonly string[]>; readonly code: RefusalCode; readonly cites: Citation };
  readonly papers: readonly { readonly kind: DocumentKind; readonly cites: Citation }[];
  /** What the firm tells beside the common form. */
  readonly asks?: readonly EntryAsk[];
  /** That the recommender says by what it chose the firm, and the word where it does not. */
  readonly basis?: { readonly code: RefusalCode; readonly cites: Citation };
}

/** An authority checks and passes, or returns with reasons. */
export interface CheckStep extends StepBase {
  readonly kind: "check";
  /** Others whose opinion has to be on file before it may pass. */
  readonly consult?: { readonly kinds: readonly OrgKind[]; readonly min: Parameter<number>; readonly cites: Citation };
  /** Where findings may come from; each names its source and when it was asked. */
  readonly sources: readonly string[];
  /** Topics on which a finding has to be on file before it may pass; any one finding where absent. */
  readonly topics?: { readonly asked: readonly string[]; readonly cites: Citation };
  /** The step that a returned case goes back to; `draft` is the enterprise's desk. */
  readonly onReturn: string;
}

/** A place on a panel: any one organisation of these kinds; `own` means the one that recommended the case. */
export interface FixedSeat {
  readonly seat: string;
  readonly kinds: readonly OrgKind[];
  readonly own?: boolean;
}

/** What a ballot may say and what follows from it. */
export interface Choice {
  readonly id: string;
  readonly says: string;
  /** The compensation ratio that follows from the choice; absent where the choice is a refusal. */
  readonly ratio?: Parameter<Ratio>;
  readonly supports: boolean;
}

/** A panel decides by majority; the system counts and never picks. */
export interface BallotStep extends StepBase {
  readonly kind: "ballot";
  /** How often the panel meets as a rule; a reminder, never a bar. */
  readonly cadence?: { readonly every: "quarter"; readonly cites: Citation };
  readonly panel: {
    readonly fixed: readonly FixedSeat[];
    readonly optional: readonly OrgKind[];
    /** The number of voting units must be odd, or may be any. */
    readonly parity: Parameter<"odd" | "any">;
    readonly cites: Citation;
  };
  readonly delegate: { readonly titles: readonly string[]; readonly cites: Citation };
  readonly choices: readonly Choice[];
  /** Which article names the choices, and which says what the record of a result fixes; the step's own where absent. */
  readonly named?: Citation;
  readonly record?: Citation;
  /** A strict majority of the voting units carries. */
  readonly majority: Parameter<"absolute_majority" | "plurality">;
  /** How many of the best choices a re-vote keeps, and how many re-votes a meeting may hold. */
  readonly revote: Parameter<{ readonly between: number; readonly times: number }>;
}

/** A higher authority agrees, or sends the case back. */
export interface ApproveStep extends StepBase {
  readonly kind: "approve";
  /** Applies only to cases whose ballot chose one of these. */
  readonly when?: { readonly choices: readonly string[] };
  /** A place in a yearly quota that approval reserves, disbursement consumes and final failure releases. */
  readonly slot?: {
    readonly id: string;
    readonly perYear: Parameter<number>;
    readonly year: Parameter<"calendar" | "rolling">;
    readonly cites: Citation;
  };
  readonly onReject: string;
  /** What is decided here by a body that meets (`ConferenceRules`), under this topic of its own: the number is that of its decision. */
  readonly topic?: string;
  /** The firm is listed from that day on, without the list being made public. */
  readonly lists?: true;
}

/** A list is made public with these fields only; the firm is listed from that day on. */
export interface PublishStep extends StepBase {
  readonly kind: "publish";
  readonly fields: readonly string[];
}

/**
 * An institution enters a loan that it made and the document's rules are asked of it at `registration`. Where it is the first step there is no
 * list that firms apply for; with `opensFor` a case may also open here, for these modes only, though other modes come through the steps before.
 */
export interface RegisterStep extends StepBase {
  readonly kind: "register";
  readonly modes: readonly LoanMode[];
  readonly opensFor?: readonly string[];
  /** The number that the loan has on the platform through which it was made. */
  readonly order?: { readonly says: string; readonly cites: Citation };
  /** What is asked of the loan beside its record. */
  readonly asks?: readonly LoanAsk[];
  /** What the institution tells of a firm that has not applied; `modes`: only for loans of these. */
  readonly firm?: readonly { readonly ask: FirmAsk; readonly cites: Citation; readonly modes?: readonly string[] }[];
}

/** The case goes to institutions under an agreement in force; a round fails when all of them refuse. */
export interface PushStep extends StepBase {
  readonly kind: "push";
  readonly to: readonly OrgKind[];
  readonly agreement: { readonly cites: Citation };
  /** Better terms go first; passing an institution over needs a reason. Absent where the document has no such preference. */
  readonly preference?: { readonly cites: Citation };
  /** Absent where the document counts no failures: then a firm may be pushed again and again. */
  readonly failures?: { readonly max: Parameter<number>; readonly onFail: string; readonly coolOff: Deadline; readonly rereview: Citation };
  readonly remindAfterDays?: Parameter<number>;
  /** The push goes to every institution of these kinds that may take part, where the document says so. */
  readonly everyone?: Citation;
  /** Being pushed obliges nobody to lend, where the document says so. */
  readonly free?: Citation;
}

/** The institution records the loan that it made; the mechanism's limits are asked again. */
export interface LoanStep extends StepBase {
  readonly kind: "loan";
  readonly modes: readonly LoanMode[];
  /** The most that one loan may be, in fen; absent where only sums over several loans are limited (`Limit`). */
  readonly cap?: Parameter<number>;
  readonly capCites: Citation;
  /** Highest yearly rate as a ratio, and longest term in months; absent where the document sets none. */
  readonly rateCap?: Parameter<Ratio>;
  readonly termCap?: Parameter<number>;
  /** That terms may not be raised after the offer without a reason; absent where the document does not say it. */
  readonly rateRaise?: Citation;
  /** What is asked of the loan beside its record. */
  readonly asks?: readonly LoanAsk[];
}

export interface LoanMode {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly lenders: readonly OrgKind[];
  /** The second party that the mode needs. */
  readonly needs?: OrgKind;
  readonly payee: OrgKind;
  /** The part of an unpaid principal that the fund stands behind; absent where a panel fixes it by its choice. */
  readonly stands?: RatioNode;
  /** Shares agreed between payee and lender have to sum to 1. */
  readonly splits?: Citation;
  /** Who bears a loss of the loan: every party with its own share, told with the loan. */
  readonly bearers?: { readonly parties: Parameter<readonly string[]>; readonly names?: Readonly<Record<string, string>>; readonly cites: Citation };
  /** That a loan may be one of a batch, guaranteed upon the bank's own decision. */
  readonly batch?: Citation;
  /** Who bears a part and gets nothing for it, with the word for a claim of theirs. */
  readonly unpaid?: { readonly kinds: readonly OrgKind[]; readonly code: RefusalCode; readonly cites: Citation };
  /** A mode that the document names and has not opened yet. */
  readonly open?: { readonly when: Parameter<boolean>; readonly code: RefusalCode; readonly cites: Citation };
}

export type Step = RecommendStep | CheckStep | BallotStep | ApproveStep | PublishStep | PushStep | LoanStep | RegisterStep;
export type StepKind = Step["kind"];

export interface Procedure {
  readonly id: "admission" | "claim";
  readonly steps: readonly Step[];
}

export interface AskedPaper {
  readonly kind: DocumentKind;
  readonly says: string;
  readonly cites: Citation;
  /** One for each of the last N complete fiscal years; absent means once. */
  readonly years?: Parameter<number>;
}

/** What a mechanism needs to know of a scheme; a folder under `schemes/` fulfils it. */
export interface SchemeProcess {
  readonly id: string;
  readonly ruleSet: string;
  readonly admission: Procedure;
  readonly rules: readonly Rule[];
  readonly papers: readonly AskedPaper[];
  /** Shareholding from which firms are one group; absent where the document does not look at groups. */
  readonly equityThreshold?: Parameter<Ratio>;
  /** First and last day of the scheme's life; new business is refused outside it. */
  readonly validity: {
    readonly from: string;
    readonly until: Parameter<string>;
    readonly cites: Citation;
    /** The words for a day before and after it; `scheme_not_in_force` for both where absent. */
    readonly codes?: { readonly early: RefusalCode; readonly late: RefusalCode };
    /** Where the text does not carry its own date: the day that somebody entered, empty until then, and for how many years it is valid. */
    readonly issued?: { readonly on: Parameter<string>; readonly years: Parameter<number> };
  };
}

export const stepOf = <K extends StepKind>(procedure: Procedure, kind: K): Extract<Step, { kind: K }> | undefined =>
  procedure.steps.find((step): step is Extract<Step, { kind: K }> => step.kind === kind);

/** Every mode of lending that the procedure knows, whichever step records it. */
export const modesOf = (procedure: Procedure): readonly LoanMode[] =>
  procedure.steps.flatMap((step) => (step.kind === "loan" || step.kind === "register" ? step.modes : []));

export const stepById = (procedure: Procedure, id: string): Step | undefined => procedure.steps.find((step) => step.id === id);
