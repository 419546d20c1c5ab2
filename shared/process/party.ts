/** The kinds of organisation that take part in a scheme; documents name them in their own words, the organisation's name carries those. */
export const ORG_KINDS = [
  "enterprise",
  "township",
  "department",
  "office",
  "finance",
  "government",
  "bank",
  "guarantor",
  "insurer",
  "lender",
  "account_bank",
  "auditor",
  /** Entrusted with the day-to-day running: a platform, a fund manager, a trustee. */
  "manager",
  /** The central bank's branch and the financial regulator's, where a document hears them. */
  "regulator",
] as const;

export type OrgKind = (typeof ORG_KINDS)[number];

/** An organisation as it stands in an event: its name on that day is kept with it. */
export interface OrgRef {
  readonly id: string;
  readonly kind: OrgKind;
  readonly name: string;
}
