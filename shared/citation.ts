/** Where a rule stands in its document: the article as printed, and the catalogue's ids of the requirements it carries. */
export interface Citation {
  /** The article in the document's own numbering, e.g. `二（一）`. */
  readonly article: string;
  /** Requirement ids of the clause catalogue, e.g. `YQ-020`; never empty. */
  readonly clauses: readonly [string, ...string[]];
}

/** `cite('二（一）', 'YQ-020')`. An uncited rule does not type-check, so there is no default. */
export const cite = (article: string, ...clauses: [string, ...string[]]): Citation => ({ article, clauses });
