/** A breach: determined by the units that rated the loan, each by itself, and answered with a measure against one of the institutions behind it. */
import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { type Fen, minus, type Ratio, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { SanctionRules } from "./claim-rules";
import { type LoanFile, payeeOf } from "./loan-file";
import type { OrgRef } from "./party";
import type { LoanMode } from "./procedure";
import { ends, type Sanction } from "./sanction";

/** The units that rated the loan, or those that stand for them since. */
export function ratersOf({ raters, claim }: LoanFile): readonly string[] {
  const since = claim?.verification?.successors ?? [];
  return raters.map(({ unit }) => since.find(({ from }) => from === unit.id)?.to ?? unit.id);
}

/** Whom a breach is about: the one named, who has to stand behind the loan; else whoever the fund would pay, or the lender. */
export function answerable(file: LoanFile, mode: LoanMode, named: string | undefined): Outcome<OrgRef> {
  const { lender, partner } = file.loan;
  if (named === undefined) return accept(payeeOf(file, mode) ?? lender);
  const found = [lender, ...(partner ? [partner] : [])].find(({ id }) => id === named);
  return found ? accept(found) : refuse("not_found", { given: named }, undefined, "orgId");
}

export interface Determined {
  readonly type: string;
  readonly unit: string;
  readonly against: string;
}

/** Refuses `unit_not_on_panel`, `field_invalid` for a type that the document does not name, `document_no_required`, `reason_required`, `already_exists`. */
export function determine(
  rules: SanctionRules["breach"],
  file: LoanFile,
  given: { readonly type: string; readonly against: OrgRef; readonly documentNo: string; readonly detail: string },
  before: readonly Determined[],
  act: Act,
): Outcome<Determined> {
  if (!rules) return refuse("sanction_invalid", { given: given.type.slice(0, 40) }, undefined, "type");
  const cites = rules.determined;
  const unit = act.actor.org.id;
  const { type, against, documentNo, detail } = given;
  if (!ratersOf(file).includes(unit)) return refuse("unit_not_on_panel", { unit: act.actor.org.name }, cites);
  if (!rules.types.includes(type)) return refuse("field_invalid", { given: type.slice(0, 40) }, cites, "type");
  if (documentNo.trim() === "") return refuse("document_no_required", {}, cites, "documentNo");
  if (detail.trim() === "") return refuse("reason_required", {}, cites, "detail");
  if (before.some((one) => one.type === type && one.unit === unit)) return refuse("already_exists", { unit: act.actor.org.name }, cites, "type");
  return accept({ type, unit, against: against.id });
}

/** What the rating units found. */
export interface Determination {
  readonly type: string;
  readonly units: readonly OrgRef[];
  readonly documentNo: string;
}

export interface BreachCase {
  readonly determination: Determination | undefined;
  /** Ids of the units that rated the loan. */
  readonly raters: readonly string[];
  readonly loanId: string;
  /** The grade's ratio and, once paid, what the fund paid and what came back. */
  readonly ratio: Ratio;
  readonly paid: Fen;
  readonly returned: Fen;
  /** Against the same institution. */
  readonly before?: readonly Sanction[];
}

/** A measure that stands is not taken again; a ratio may be lowered further. */
const stands = (before: readonly Sanction[], measure: string, loanId: string, on: LocalDate): boolean =>
  before.some(
    (one) =>
      one.kind === "measure" &&
      one.measure === measure &&
      (measure === "terminate" || (measure === "full_clawback" && one.loanId === loanId)) &&
      (one.until === undefined || on <= one.until),
  );

/**
 * A measure against an institution for a breach. Refuses `breach_not_determined` unless a majority of the units that rated the loan determined one of the
 * document's types, `already_exists` for one that stands, `sanction_invalid` for a ratio that is not lower or comes after the payment, or a clawback of
 * nothing, `date_invalid`.
 */
export function sanctionBreach(
  rules: SanctionRules["breach"],
  breach: BreachCase,
  command: {
    readonly measure: "lower_ratio" | "full_clawback" | "terminate";
    readonly ratio?: Ratio;
    readonly reason: string;
    readonly on: LocalDate;
    readonly until?: LocalDate;
  },
): Outcome<{ readonly sanction: Sanction; readonly clawback: Fen }> {
  if (!rules) return refuse("sanction_invalid", { given: command.measure }, undefined, "measure");
  const { determination, raters } = breach;
  const agreed = new Set((determination?.units ?? []).map((unit) => unit.id).filter((unit) => raters.includes(unit)));
  if (!determination || !rules.types.includes(determination.type) || determination.documentNo.trim() === "" || agreed.size * 2 <= raters.length)
    return refuse("breach_not_determined", { type: determination?.type ?? "—", units: `${agreed.size}/${raters.length}` }, rules.determined);
  if (!rules.measures.includes(command.measure)) return refuse("sanction_invalid", { given: command.measure }, rules.cites, "measure");
  if (command.reason.trim() === "") return refuse("reason_required", {}, rules.cites, "reason");
  const { measure, reason, on, until, ratio } = command;
  const last = ends(on, until, rules.cites);
  if (!last.ok) return last;
  if (stands(breach.before ?? [], measure, breach.loanId, on)) return refuse("already_exists", { measure }, rules.cites, "measure");
  const base = { kind: "measure" as const, measure, on, reason, loanId: breach.loanId, ...(until ? { until } : {}) };
  if (measure === "lower_ratio") {
    if (breach.paid > ZERO) return refuse("sanction_invalid", { paid: yuan(breach.paid) }, rules.cites, "measure");
    const lower = ratio !== undefined && /^\d+(?:\.\d+)?$/.test(ratio) && new Decimal(ratio).lt(breach.ratio);
    return lower
      ? accept({ sanction: { ...base, ratio }, clawback: ZERO })
      : refuse("sanction_invalid", { given: ratio ?? "—", ratio: breach.ratio }, rules.cites, "ratio");
  }
  const clawback = measure === "full_clawback" ? minus(breach.paid, breach.returned) : ZERO;
  return measure === "full_clawback" && clawback === ZERO
    ? refuse("sanction_invalid", { paid: yuan(breach.paid), returned: yuan(breach.returned) }, rules.cites, "measure")
    : accept({ sanction: base, clawback });
}
