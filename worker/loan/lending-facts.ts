/** The facts that the rules ask of a loan and of those who make it, as the records show them on its day. */
import type { LedgerView } from "../../shared/fund/ledger";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { firmTotals, type LentLoan, limitBases, supportOf } from "../../shared/process/lending-totals";
import { institutionStanding } from "../../shared/process/sanction";
import type { Facts, PartnerFacts } from "../../shared/rule/facts";
import type { Scheme } from "../../shared/schemes/scheme";
import { bannedFacts } from "../ban/standing";
import { institutionStandQuery, type StandRow } from "../ban/store";
import { type MeasureRow, sanctionOf } from "../sanction/store";
import type { LoadCtx } from "../verb";
import { type WatchRows, watchQueries, watchStanding } from "../watch/standing";
import type { AgreementRow, OwedRow, PartnerRow, Seen } from "./lending-store";

/** The agreement that the day falls into, else the last one before it; in force from its signing, however early it says it began. */
function agreementOf(rows: readonly AgreementRow[], orgId: string, on: LocalDate): Pick<PartnerFacts, "agreementFrom" | "agreementUntil"> {
  const own = rows
    .filter((row) => row.org_id === orgId)
    .map((row) => ({ from: row.signed_on > row.valid_from ? row.signed_on : row.valid_from, until: row.valid_until }));
  const fits = own.find(({ from, until }) => from <= on && on <= until) ?? own.at(-1);
  return fits ? { agreementFrom: fits.from as LocalDate, agreementUntil: fits.until as LocalDate } : {};
}

export interface StandingFound extends WatchRows {
  readonly partnerBans: readonly StandRow[];
  readonly agreements: readonly AgreementRow[];
  readonly measures: readonly MeasureRow[];
}

/** Merge into a verb's own `load`: what bars a partner or ends it. */
export const partnerStandQueries = (ctx: Pick<LoadCtx, "db" | "schemeId" | "document">) => ({
  partnerBans: institutionStandQuery(ctx.db, ctx.schemeId),
  ...watchQueries(ctx),
});

/** Since when it is no partner: by a measure, a ban, or its bad loans; an agreement that was signed afterwards begins anew. */
function endedOn(scheme: Scheme, orgId: string, today: LocalDate, from: LocalDate | undefined, measure: LocalDate | undefined, found: StandingFound) {
  const watched = watchStanding(scheme, found, orgId, today);
  const ban = bannedFacts(scheme, found.partnerBans, orgId).terminatedOn;
  const days = [measure, ban, watched.ok ? watched.value.blockedFrom : today].filter(
    (day) => day !== undefined && (from === undefined || from <= day),
  );
  return days.sort()[0];
}

/** A partner as the records show it on the loan's day; its bad loans as they stand today. */
export function partnerFacts(
  scheme: Scheme,
  row: PartnerRow,
  { on, today }: { on: LocalDate; today: LocalDate },
  found: StandingFound,
): PartnerFacts {
  const { agreements, measures } = found;
  const against = measures.filter((one) => one.org_id === row.id).map(sanctionOf);
  const ended = against.find((one) => institutionStanding(scheme.sanctions, [one], on).terminated);
  const agreement = agreementOf(agreements, row.id, on);
  const { bannedThrough } = bannedFacts(scheme, found.partnerBans, row.id);
  const terminatedOn = endedOn(scheme, row.id, today, agreement.agreementFrom, ended?.on, found);
  return {
    kind: row.kind,
    ...(row.region ? { region: row.region } : {}),
    marks: JSON.parse(row.marks) as string[],
    ...agreement,
    ...(bannedThrough ? { bannedThrough } : {}),
    ...(terminatedOn ? { terminatedOn } : {}),
  };
}

export interface SumsFound {
  readonly lent: readonly LentLoan[];
  readonly owed: OwedRow;
  readonly view: LedgerView;
}

/** Running sums without the loan at hand, by the words of `Limit.counts`, what they are measured by, and the firm's earlier support. */
export function sumFacts(
  scheme: Scheme,
  { lent, owed, view }: SumsFound,
  loan: { readonly disbursedOn: LocalDate; readonly lenderId: string; readonly areaId?: string; readonly enterpriseId?: string },
): Pick<Facts, "totals" | "support"> {
  return {
    support: supportOf(lent),
    totals: {
      ...firmTotals(lent, loan.disbursedOn),
      fundOutstanding: fen(owed.fund),
      lenderOutstanding: fen(owed.lender),
      areaOutstanding: fen(owed.area),
      ...limitBases(scheme.fund.chart, view, loan),
    },
  };
}

/** Whose sums the document limits beside the firm's. */
export const limitedOf = ({ limits = [] }: Pick<Scheme, "limits">): Seen["limited"] => [
  ...new Set(limits.flatMap(({ of }) => (of === "fund" || of === "institution" || of === "area" ? [of] : []))),
];
