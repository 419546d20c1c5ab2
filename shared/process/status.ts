/** Where a case stands: the kind of step it waits at, or how it ended. */
export const CASE_STATUSES = [
  "draft",
  "recommend",
  "check",
  "check_open",
  "ballot",
  "ballot_scheduled",
  "ballot_open",
  "approve",
  "publish",
  "push",
  "push_open",
  "loan",
  "register",
  "cooling",
  "funded",
  "not_supported",
  "withdrawn",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Nothing more happens to a case at one of these before its loan. */
export const CLOSED: readonly CaseStatus[] = ["cooling", "funded", "not_supported", "withdrawn"];
