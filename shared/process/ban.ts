/** What misconduct costs a firm or an institution by the document's own list: how long it is barred, what is taken back, what else it loses. */
import { barredThrough } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, minus, type Ratio, timesRatio, ZERO } from "../money";
import { accept, type Figures, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import type { OrgKind } from "./party";

export interface BanRule {
  readonly id: string;
  readonly says: string;
  readonly of: "enterprise" | "institution";
  /** What brings it, by the document's words; `paid` is that the fund has paid for the firm, which needs no finding. */
  readonly conduct: readonly string[];
  /** Who finds it proven. */
  readonly by: readonly OrgKind[];
  /** Barred for so many years from the day of the finding, for ever, or until the same authority decides otherwise. */
  readonly lasts: { readonly years: Parameter<number> } | "for_ever" | "until_decided";
  /** Part of what was paid that is taken back; absent where it stays. */
  readonly clawback?: { readonly ratio: Parameter<Ratio>; readonly cites: Citation };
  /** It is no partner any more, or is struck off the list. */
  readonly ends?: Citation;
  /** Who else is told, and of what: another list, other support that it loses. */
  readonly tells: readonly { readonly says: string; readonly to: readonly OrgKind[]; readonly cites: Citation }[];
  /** The word with which it is refused while it lasts. */
  readonly code: RefusalCode;
  readonly cites: Citation;
}

export interface Finding {
  readonly conduct: string;
  readonly verifiedOn: LocalDate;
  readonly by: OrgKind;
  readonly documentNo: string;
}

export interface Banned {
  readonly rule: BanRule;
  readonly from: LocalDate;
  /** Last day; absent where it has none. */
  readonly through?: LocalDate;
  readonly firstAllowedOn?: LocalDate;
  readonly clawback: Fen;
}

/** Refuses `finding_unproven` without a finding of one of the document's kinds by who may make it, with its paper. `paid` and `returned` are of the loans concerned. */
export function ban(rule: BanRule, finding: Finding | undefined, paid: Fen, returned: Fen, on: LocalDate): Outcome<Banned> {
  if (
    !finding ||
    !rule.conduct.includes(finding.conduct) ||
    !rule.by.includes(finding.by) ||
    finding.documentNo.trim() === "" ||
    finding.verifiedOn > on
  )
    return refuse("finding_unproven", { conduct: finding?.conduct ?? "—" }, rule.cites);
  const ratio = rule.clawback ? valueOn(rule.clawback.ratio, finding.verifiedOn) : accept("0");
  if (!ratio.ok) return ratio;
  const whole = timesRatio(paid, ratio.value, "half_up");
  const base = { rule, from: finding.verifiedOn, clawback: whole > returned ? minus(whole, returned) : ZERO };
  if (typeof rule.lasts === "string") return accept(base);
  const years = valueOn(rule.lasts.years, finding.verifiedOn);
  if (!years.ok) return years;
  const { blockedThrough, firstAllowedOn } = barredThrough(finding.verifiedOn, years.value);
  return accept({ ...base, through: blockedThrough, firstAllowedOn });
}

/** The same authority lifts what lasts until it decides otherwise. Refuses `sanction_invalid` for what no decision lifts, `role_forbidden`, `document_no_required`. */
export function mayLift(rule: BanRule, by: OrgKind, documentNo: string): Outcome<true> {
  if (rule.lasts !== "until_decided") return refuse("sanction_invalid", { given: rule.says }, rule.cites);
  if (!rule.by.includes(by)) return refuse("role_forbidden", { kind: by }, rule.cites);
  return documentNo.trim() === "" ? refuse("document_no_required", {}, rule.cites, "documentNo") : accept(true);
}

/** The bans that a payment brings by itself, from its day on. */
export const bansByPayment = (rules: readonly BanRule[], paidOn: LocalDate): readonly Banned[] =>
  rules.filter((rule) => rule.conduct.includes("paid")).map((rule) => ({ rule, from: paidOn, clawback: ZERO }));

/** Is it barred on the day? `lifted` are decisions of the authority that may lift what lasts until decided; nothing lifts what is for ever. Refuses the rule's own word. */
export function barredOn(bans: readonly Banned[], lifted: readonly LocalDate[], on: LocalDate): Outcome<true> {
  const hold = bans.find((one) => {
    if (on < one.from) return false;
    if (one.through !== undefined) return on <= one.through;
    return one.rule.lasts === "for_ever" || !lifted.some((day) => day > one.from && day <= on);
  });
  if (!hold) return accept(true);
  const figures: Figures = hold.through
    ? { from: hold.from, blockedThrough: hold.through, firstAllowedOn: hold.firstAllowedOn ?? "" }
    : { from: hold.from };
  return refuse(hold.rule.code, figures, hold.rule.cites);
}
