/** Answering for misconduct: the bar of a firm and its representative, the ladder and the measures for an institution, the mark of a department. */

import { barredThrough } from "../calendar/deadline";
import type { Citation } from "../citation";
import { type LocalDate, partsOf } from "../local-date";
import type { Ratio } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { Bar } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import type { SanctionRules } from "./claim-rules";
import type { OrgKind, OrgRef } from "./party";

/** A firm and the person who represented it, entered on a credit platform. */
export interface Listing {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly representative?: { readonly key: string; readonly name: string };
  readonly reason: string;
  readonly platform: string;
  readonly listedOn: LocalDate;
  /** The proof of the entry; until it is there the listing is marked as pending. */
  readonly evidence?: string;
}

export interface Barred {
  readonly listing: Listing;
  readonly blockedThrough: LocalDate;
  readonly firstAllowedOn: LocalDate;
  readonly pending: readonly Refusal[];
}

/** Start and end of a bar. Refuses `reason_required` and `date_invalid`; a missing proof is a mark, for the bar counts from the entry itself. */
export function bar(rules: SanctionRules["bar"], listing: Listing, on: LocalDate): Outcome<Barred> {
  if (!rules) return refuse("sanction_invalid", { given: "bar" });
  if (listing.reason.trim() === "" || listing.platform.trim() === "") return refuse("reason_required", {}, rules.listing, "reason");
  if (listing.listedOn > on) return refuse("date_invalid", { given: listing.listedOn, on }, rules.listing, "listedOn");
  const years = valueOn(rules.years, listing.listedOn);
  if (!years.ok) return years;
  const pending: Refusal[] = listing.evidence?.trim() ? [] : [{ code: "blacklist_pending", figures: { name: listing.name }, cites: rules.listing }];
  return accept({ listing, ...barredThrough(listing.listedOn, years.value), pending });
}

/** The bars that reach an applicant: its own, and those of the person who represents it today, whichever firm that was for. As the facts that the rules ask for. */
export function barsReaching(listings: readonly Listing[], applicant: { readonly creditCode: string; readonly representativeKey?: string }): Bar[] {
  return listings
    .filter(
      ({ creditCode, representative }) =>
        creditCode === applicant.creditCode || (representative !== undefined && representative.key === applicant.representativeKey),
    )
    .map(({ listedOn, creditCode, name, representative }) => ({
      listedOn,
      subject: creditCode === applicant.creditCode ? name : (representative?.name ?? name),
    }));
}

/** A rung of the ladder for slow recovery, or a measure for a breach that the rating units determined. */
export type Sanction =
  | { readonly kind: "rung"; readonly rung: string; readonly on: LocalDate; readonly until?: LocalDate; readonly reason: string }
  | {
      readonly kind: "measure";
      readonly measure: "lower_ratio" | "full_clawback" | "terminate";
      readonly on: LocalDate;
      readonly until?: LocalDate;
      readonly reason: string;
      readonly loanId?: string;
      readonly ratio?: Ratio;
    };

/** How an institution stands on a day. */
export interface InstitutionStanding {
  readonly rungs: readonly string[];
  readonly suspended: boolean;
  readonly terminated: boolean;
  /** Lowered ratios by loan. */
  readonly lowered: Readonly<Record<string, Ratio>>;
}

export function institutionStanding(rules: SanctionRules, sanctions: readonly Sanction[], on: LocalDate): InstitutionStanding {
  const now = sanctions.filter((one) => one.on <= on && (one.until === undefined || on <= one.until));
  const rungs = now.flatMap((one) => (one.kind === "rung" ? [one.rung] : []));
  const lowered = now.flatMap((one) =>
    one.kind === "measure" && one.measure === "lower_ratio" && one.loanId && one.ratio ? [[one.loanId, one.ratio]] : [],
  );
  return {
    rungs,
    suspended: rules.ladder !== undefined && rungs.includes(rules.ladder.suspends),
    terminated: now.some((one) => one.kind === "measure" && one.measure === "terminate"),
    lowered: Object.fromEntries(lowered),
  };
}

/** A last day lies on or after the first. */
export const ends = (on: LocalDate, until: LocalDate | undefined, cites: Citation): Outcome<true> =>
  until !== undefined && until < on ? refuse("date_invalid", { given: until, from: on }, cites, "until") : accept(true);

/** The next rung for slow recovery. Refuses `sanction_invalid` when one is skipped or unknown, `reason_required`, `date_invalid`. */
export function climb(
  rules: SanctionRules["ladder"],
  before: readonly Sanction[],
  rung: string,
  reason: string,
  on: LocalDate,
  until?: LocalDate,
): Outcome<Sanction> {
  if (!rules) return refuse("sanction_invalid", { given: rung }, undefined, "rung");
  const at = rules.rungs.indexOf(rung);
  const reached = before.reduce((top, one) => (one.kind === "rung" && one.on <= on ? Math.max(top, rules.rungs.indexOf(one.rung)) : top), -1);
  if (at < 0 || at > reached + 1) return refuse("sanction_invalid", { given: rung, next: rules.rungs[reached + 1] ?? "—" }, rules.cites, "rung");
  if (reason.trim() === "") return refuse("reason_required", {}, rules.cites, "reason");
  const last = ends(on, until, rules.cites);
  return last.ok ? accept({ kind: "rung", rung, on, reason, ...(until ? { until } : {}) }) : last;
}

export interface PaidFirm {
  readonly creditCode: string;
  readonly paidOn: LocalDate;
}

/** Distinct firms of one recommender that were paid for in a calendar year; the mark is for the kinds that the article names, others see the number only. */
export function paidFirmsOf(
  rules: SanctionRules["departments"],
  unit: OrgKind,
  paid: readonly PaidFirm[],
  year: number,
  on: LocalDate,
): Outcome<{ readonly count: number; readonly flag: "dept_two_comp_cases" | null }> {
  const distinct = new Set(paid.filter((one) => partsOf(one.paidOn).year === year).map((one) => one.creditCode)).size;
  if (!rules) return accept({ count: distinct, flag: null });
  const most = valueOn(rules.paidFirms, on);
  if (!most.ok) return most;
  return accept({ count: distinct, flag: rules.scored.includes(unit) && distinct >= most.value ? "dept_two_comp_cases" : null });
}

/** Misconduct of a recommender, told to those who appraise it and never scored here. Refuses `field_invalid` for a type that the article does not name, `reason_required`. */
export function recordMisconduct(
  rules: SanctionRules["departments"],
  given: { readonly type: string; readonly detail: string; readonly unit: OrgRef },
): Outcome<Refusal> {
  if (!rules) return refuse("sanction_invalid", { given: given.type.slice(0, 40) }, undefined, "type");
  const { types, cites } = rules.misconduct;
  if (!types.includes(given.type)) return refuse("field_invalid", { given: given.type.slice(0, 40) }, cites, "type");
  if (!rules.scored.includes(given.unit.kind)) return refuse("role_forbidden", { unit: given.unit.name }, cites);
  if (given.detail.trim() === "") return refuse("reason_required", {}, cites, "detail");
  return accept({ code: "dept_misconduct", figures: { unit: given.unit.name, kind: given.type, detail: given.detail }, cites });
}
