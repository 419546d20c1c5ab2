/** A firm on the list of the dishonest: what follows for money that is still out, and how an entry made by mistake is lifted. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { RecoveryRules, SanctionRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import { forceLegal } from "./recovery";
import { isWhole, type RecoveryEvent } from "./recovery-state";

/** An open recovery of a listed firm goes to law, unless it is there already; without one, or when all has come back, nothing follows. */
export function forcedByListing(rules: RecoveryRules, file: LoanFile | undefined, reason: string, act: Act): Outcome<RecoveryEvent[]> {
  const { recovery, claim } = file ?? {};
  if (!file || !rules.forced || !recovery || !claim || claim.step === "withdrawn" || recovery.legal || recovery.forced) return accept([]);
  if (isWhole(claim.paid, recovery)) return accept([]);
  return forceLegal(rules, file, reason, act);
}

export interface Lifted {
  readonly on: LocalDate;
  readonly reason: string;
  readonly documentNo: string;
}

/** Refuses `already_exists` for one that was lifted, `same_person` to the one who made the entry, `reason_required`, `document_no_required`. */
export function liftListing(
  rules: SanctionRules["bar"],
  entry: { readonly madeBy: string; readonly liftedOn?: LocalDate },
  command: { readonly reason: string; readonly documentNo: string },
  act: Act,
): Outcome<Lifted> {
  if (!rules) return refuse("sanction_invalid", { given: "bar" });
  const cites: Citation = rules.listing;
  if (entry.liftedOn !== undefined) return refuse("already_exists", { liftedOn: entry.liftedOn }, cites);
  if (entry.madeBy === act.actor.personId) return refuse("same_person", { person: act.actor.name }, cites);
  if (command.reason.trim() === "") return refuse("reason_required", {}, cites, "reason");
  if (command.documentNo.trim() === "") return refuse("document_no_required", {}, cites, "documentNo");
  return accept({ on: act.on, ...command });
}
