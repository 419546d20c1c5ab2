/** The chart of accounts and the closed list of reasons for which money may move: data of a scheme, since each document names its own. */
import type { Citation } from "../citation";
import type { OrgKind } from "../process/party";
import type { RefusalCode } from "../refusal-code";
import type { Shares } from "./sharing";

export type Side = "debit" | "credit";
export const otherSide = (side: Side): Side => (side === "debit" ? "credit" : "debit");

export interface Account {
  readonly id: string;
  /** Its name on screens and in the books, in plain Chinese. */
  readonly says: string;
  readonly cites: Citation;
  /** The side that makes its balance grow. */
  readonly grows: Side;
  /** Kept apart for each of these, beside the account's total. */
  readonly per?: "claim" | "loan" | "receipt" | "institution" | "enterprise" | "area" | "year";
  /** What an entry that would take it below zero is refused with; absent for a source of money, which has no floor. */
  readonly short?: RefusalCode;
  /**
   * What the fund can pay with: money in the bank, or money promised by finance. `placed` is its own and comes back first; `capital` is what was
   * paid in for good, by which a pause may be measured.
   */
  readonly holds?: "cash" | "quota" | "placed" | "capital";
}

/** Every purpose that any scheme may know; a scheme's chart lists those that its own document allows. */
export const REASONS = [
  "deposit",
  // from a higher level of government, beside the district's own
  "grant",
  "quota_grant",
  "quota_draw",
  "compensation",
  "subsidy",
  "subsidy_return",
  // to partners for the business they bring
  "reward",
  "recovery_return",
  "clawback",
  "clawback_received",
  "write_off",
  "interest",
  // what the fund earns, costs and lays out while it waits
  "income",
  "management_fee",
  "placement",
  "placement_back",
  // what those pay in for whom it stands, and get back
  "contribution",
  "contribution_return",
  "commit",
  "release",
  "opening_cash",
  "opening_quota",
  "opening_paid",
  "opening_returned",
  "opening_written_off",
] as const;
export type ReasonId = (typeof REASONS)[number];

/** Running figures of the whole fund that a posting adds to and its reversal takes from. */
export const COUNTS = ["paid", "subsidised", "returned", "written_off"] as const;
export type Count = (typeof COUNTS)[number];

export interface Reason {
  readonly id: ReasonId;
  readonly says: string;
  readonly cites: Citation;
  /** Accounts that may be debited and credited; where there are several, in the order in which they are used up. */
  readonly debits: readonly [string, ...string[]];
  readonly credits: readonly [string, ...string[]];
  /** Where several are debited at once: each by what the payment of the same claim took from it. The first alone where absent. */
  readonly spread?: "as_paid";
  /** What is moved goes in parts: each to the debit that the party names, from the credit in the same place. */
  readonly parts?: Shares;
  readonly needsCase: boolean;
  readonly persons: 1 | 2;
  /** `settles`: pays an approved payable, once. `draws`: only against an approved payable that is still unpaid. */
  readonly payable?: "settles" | "draws";
  readonly counts?: Count;
  /** Who draws up a voucher for it, where the fund moves so of its own accord; absent for what only comes about with something else. */
  readonly by?: readonly OrgKind[];
}

export interface Chart {
  readonly accounts: readonly Account[];
  readonly reasons: readonly Reason[];
  /** The article that closes the list: what is not on it is forbidden. */
  readonly cites: Citation;
}

export const accountOf = (chart: Chart, id: string): Account | undefined => chart.accounts.find((account) => account.id === id);
export const reasonOf = (chart: Chart, id: ReasonId): Reason | undefined => chart.reasons.find((reason) => reason.id === id);

/** A chart that names an account or a reason twice, or a reason with an account that it lacks, is a broken invariant of its scheme. */
export function soundChart(chart: Chart): Chart {
  const ids = chart.accounts.map((account) => account.id);
  const reasons = chart.reasons.map((reason) => reason.id);
  if (new Set(ids).size !== ids.length || new Set(reasons).size !== reasons.length) throw new RangeError("an account or a reason is named twice");
  for (const { id, debits, credits } of chart.reasons)
    for (const account of [...debits, ...credits]) if (!ids.includes(account)) throw new RangeError(`${id}: no account ${account}`);
  return chart;
}
