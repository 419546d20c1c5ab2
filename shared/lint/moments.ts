/** The days on which a document has to be looked at: its first, and each on which a number of it changes. */
import { addDays, type LocalDate, parseDate } from "../local-date";
import type { Parameter } from "../rule/parameter";
import { valueOn } from "../rule/parameter";
import type { Scheme } from "../schemes/scheme";

/** Every parameter that hangs anywhere on a part of a scheme. */
export function parametersIn(part: unknown): readonly Parameter<unknown>[] {
  if (part === null || typeof part !== "object") return [];
  if ("key" in part && "versions" in part) return [part as Parameter<unknown>];
  return Object.values(part).flatMap(parametersIn);
}

/** The document's first day and its last, as far as it says one. */
export function spanOf({ validity }: Pick<Scheme, "validity">): { readonly from: LocalDate; readonly until?: LocalDate } {
  const from = validity.from as LocalDate;
  const until = valueOn(validity.until, from);
  const last = until.ok ? parseDate(until.value) : until;
  return last.ok ? { from, until: last.value } : { from };
}

/** First day of the life, and each later one of it on which a version of these parameters begins or has just ended. */
export function momentsOf(scheme: Pick<Scheme, "validity">, part: unknown): readonly LocalDate[] {
  const { from, until } = spanOf(scheme);
  const changes = parametersIn(part).flatMap(({ versions }) =>
    versions.flatMap((version) => [version.from, ...(version.until === undefined ? [] : [addDays(version.until, 1)])]),
  );
  const within = changes.filter((on) => on > from && (until === undefined || on <= until));
  return [from, ...[...new Set(within)].sort()];
}
