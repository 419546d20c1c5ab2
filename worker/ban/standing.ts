/** Whether a firm or an institution is barred on a day, as the findings, payments and decisions on record tell. */
import type { LocalDate } from "../../shared/local-date";
import { ZERO } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { type Banned, bansByPayment, barredOn } from "../../shared/process/ban";
import type { Scheme } from "../../shared/schemes/scheme";
import type { StandRow } from "./store";

type Rules = Pick<Scheme, "sanctions">;

function bannedOf({ sanctions }: Rules, row: StandRow): readonly Banned[] {
  const { bans = [] } = sanctions;
  const from = row.from_day as LocalDate;
  if (row.what === "paid") return bansByPayment(bans, from);
  const rule = bans.find(({ id }) => id === row.rule);
  if (!rule || row.what !== "found") return [];
  const ends = row.through_day === null ? {} : { through: row.through_day as LocalDate, firstAllowedOn: row.first_allowed as LocalDate };
  return [{ rule, from, clawback: ZERO, ...ends }];
}

/** Refuses the word of the ban that runs. What lifts one rule leaves another as it is. */
export function barred(scheme: Rules, found: readonly StandRow[], on: LocalDate): Outcome<true> {
  for (const banned of found.flatMap((row) => bannedOf(scheme, row))) {
    const lifted = found.flatMap((row) => (row.what === "lifted" && row.rule === banned.rule.id ? [row.from_day as LocalDate] : []));
    const free = barredOn([banned], lifted, on);
    if (!free.ok) return free;
  }
  return accept(true);
}

/** The same of one institution among all. */
export const institutionBarred = (scheme: Rules, found: readonly StandRow[], orgId: string, on: LocalDate): Outcome<true> =>
  barred(
    scheme,
    found.filter((row) => row.org_id === orgId),
    on,
  );

/** What a loan's judgement asks of a partner: the last day of its ban, and since when it is no partner because of one. */
export function bannedFacts(scheme: Rules, found: readonly StandRow[], orgId: string): { bannedThrough?: LocalDate; terminatedOn?: LocalDate } {
  const bans = found.filter((row) => row.org_id === orgId).flatMap((row) => bannedOf(scheme, row));
  const through = bans
    .flatMap((one) => (one.through ? [one.through] : []))
    .sort()
    .at(-1);
  const ended = bans.flatMap((one) => (one.rule.ends ? [one.from] : [])).sort()[0];
  return { ...(through ? { bannedThrough: through } : {}), ...(ended ? { terminatedOn: ended } : {}) };
}
