/** The ledger of recoveries as it is told to others: once a quarter, with its figures as they stand on that day. */
import { type Period, quarterOf } from "../calendar/deadline";
import { addDays, addMonths, type LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { RecoveryRules } from "./claim-rules";
import { deskOf } from "./recovery-return";

/** The running quarter, or the one before it that was forgotten; another would be told by figures that are not its own. Refuses `already_exists`. */
export function publishLedger(rules: RecoveryRules, quarter: string, published: readonly string[], act: Act): Outcome<Period> {
  if (!rules.ledger) return refuse("wrong_step", { wanted: "ledger" }, rules.order);
  const { cites } = rules.ledger;
  if (!deskOf(rules).includes(act.actor.org.kind)) return refuse("role_forbidden", { kind: act.actor.org.kind }, cites);
  const now = quarterOf(act.on);
  const before = quarterOf(addDays(now.first, -1));
  const period = [now, before].find(({ name }) => name === quarter);
  if (!period) return refuse("date_invalid", { given: quarter, from: before.name, on: now.name }, cites, "quarter");
  return published.includes(quarter) ? refuse("already_exists", { quarter }, cites, "quarter") : accept(period);
}

/** So many quarters up to the one of a day, oldest first. */
export const quartersUntil = (on: LocalDate, count: number): string[] =>
  Array.from({ length: count }, (_, at) => quarterOf(addMonths(quarterOf(on).first, -3 * (count - 1 - at))).name);
