/** What an import is held against: the document, and what the district's records know. */
import type { Tie } from "../enterprise/affiliates";
import type { LocalDate } from "../local-date";
import type { RecoveryRules, TransitionRules } from "./claim-rules";
import type { UsedLoan } from "./group";
import type { OrgRef } from "./party";
import type { SchemeProcess } from "./procedure";

/** What a row is held against beside the document. Rows that were accepted before it in the sheet are part of it. */
export interface OpeningKnown {
  /** Organisations of the district that are no enterprises. */
  readonly orgs: readonly OrgRef[];
  /** When each institution first signed an agreement, and through when it is licensed to lend. */
  readonly signed: ReadonlyMap<string, LocalDate>;
  readonly licensed: ReadonlyMap<string, LocalDate>;
  readonly ties: readonly Tie[];
  readonly loans: readonly UsedLoan[];
  /** `lender/contract` of every loan that stands. */
  readonly contracts: ReadonlySet<string>;
  /** Credit codes of registered firms by name. */
  readonly firms: ReadonlyMap<string, string>;
  /** Days on which places of the yearly quota were taken. */
  readonly taken: readonly LocalDate[];
}

export type OpeningScheme = SchemeProcess & { readonly recovery: RecoveryRules; readonly transition?: TransitionRules };
