/** What the books and the records know of a movement: whose account it is, what was moved so far, what earlier movements said. */
import { type SQL, sql } from "drizzle-orm";
import type { ReasonId } from "../../shared/fund/chart";
import { EARNS, type Kept, type Movement, type MovementKnown } from "../../shared/fund/movement";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { type Fen, fen, minus, plus, ZERO } from "../../shared/money";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, type Rows, rows } from "../database";
import { batchLoansQuery, evaluationsQuery, rewardBy } from "../reward/store";
import { stillDue } from "./books";
import { spentOf, spentQuery } from "./ceilings";

/** By which approval a voucher pays a reward. */
export const rewardByVoucher = (voucherId: string): SQL =>
  sql`(SELECT 'reward-' || (body ->> '$.of') || '-' || (body ->> '$.year') FROM voucher WHERE id = ${voucherId} AND kind = 'movement' AND body ->> '$.reason' = 'reward')`;

/** Whose account a voucher names, for queries that load it in the same batch. */
export const namedByVoucher = (voucherId: string): SQL => sql`(SELECT body ->> '$.of' FROM voucher WHERE id = ${voucherId} AND kind = 'movement')`;

interface DoneRow {
  id: string;
  on_day: string;
  body: string;
  of_name: string | null;
}

/** Movements that stand: checked, and not taken back since. */
export const movementsQuery = (db: D1Database, schemeId: string): Query<DoneRow> =>
  rows(
    db,
    sql`SELECT v.id, v.on_day, v.body, o.name AS of_name FROM voucher v LEFT JOIN organisation o ON o.id = v.body ->> '$.of'
      WHERE v.scheme_id = ${schemeId} AND v.kind = 'movement' AND v.status = 'done'
        AND NOT EXISTS (SELECT 1 FROM ledger_event r WHERE r.scheme_id = v.scheme_id AND r.reverses = v.id AND r.type = 'posted')
      ORDER BY v.recorded_at`,
  );

/** A movement that stands, with the name of whose account it moved. */
export interface Moved {
  readonly id: string;
  readonly movement: Movement;
  readonly ofName?: string;
}
export const movedOf = (row: DoneRow): Moved => ({
  id: row.id,
  movement: JSON.parse(row.body) as Movement,
  ...(row.of_name === null ? {} : { ofName: row.of_name }),
});

/** Placements that have not come back, oldest first. */
export const placementsOf = (done: readonly Moved[]): readonly Moved[] => {
  const back = new Set(done.flatMap(({ movement }) => (movement.reason === "placement_back" ? (movement.placement ?? []) : [])));
  return done.filter(({ id, movement }) => movement.reason === "placement" && movement.product !== undefined && !back.has(id));
};

interface SumRow {
  year: string;
  reason: ReasonId;
  amount: number;
}

/** What was moved under each reason, year by year, less what was taken back. */
export const sumsQuery = (db: D1Database, schemeId: string): Query<SumRow> =>
  rows(db, sql`SELECT substr(on_day, 1, 4) AS year, reason, SUM(amount) AS amount FROM day_book WHERE scheme_id = ${schemeId} GROUP BY 1, 2`);

/** What the fund has paid for the firms that each area recommended. */
export const paidForQuery = (db: D1Database, schemeId: string, of?: string | SQL): Query<{ id: string; name: string; amount: number }> =>
  rows(
    db,
    sql`SELECT o.id, o.name, SUM(f.paid) AS amount FROM loan_file f CROSS JOIN organisation o ON o.id = f.recommender_org
      WHERE f.scheme_id = ${schemeId} AND f.paid_on IS NOT NULL AND f.paid > 0 AND o.kind = 'township' ${of === undefined ? sql`` : sql`AND o.id = ${of}`}
      GROUP BY o.id ORDER BY o.id`,
  );

/** What a source paid in beside refills, and what it has filled up. */
export function paidInOf(done: readonly Moved[], of: string | undefined): { readonly paidIn: Fen; readonly refilled: Fen } {
  const own = done.filter(({ movement }) => movement.reason === "contribution" && movement.of === of);
  const sum = (refills: boolean): Fen =>
    plus(...own.filter(({ movement }) => (movement.refill === true) === refills).map(({ movement }) => movement.amount));
  return { paidIn: sum(false), refilled: sum(true) };
}

export const knownQueries = (db: D1Database, schemeId: string, of: string | SQL, today: LocalDate) => ({
  named: rows<{ kind: OrgKind; name: string; agreed: number }>(
    db,
    sql`SELECT o.kind, o.name, EXISTS (SELECT 1 FROM agreement a WHERE a.scheme_id = ${schemeId} AND a.org_id = o.id AND a.valid_from <= ${today} AND a.valid_until >= ${today}) AS agreed
      FROM organisation o WHERE o.id = ${of} AND o.scheme_id = ${schemeId}`,
  ),
  sums: sumsQuery(db, schemeId),
  owing: rows<{ amount: number }>(
    db,
    // of a loan that was paid for, what has not come back of it
    sql`SELECT COALESCE(SUM(CASE WHEN f.paid_on IS NULL THEN f.outstanding ELSE MAX(f.paid - f.returned, 0) END), 0) AS amount
      FROM case_file c CROSS JOIN loan_file f ON f.case_id = c.id WHERE c.enterprise_org = ${of} AND c.scheme_id = ${schemeId}`,
  ),
  due: rows<{ amount: number }>(
    db,
    sql`SELECT COALESCE(SUM(p.amount), 0) AS amount FROM payable p WHERE p.scheme_id = ${schemeId} AND p.paid_seq IS NULL AND ${stillDue}`,
  ),
  earlier: movementsQuery(db, schemeId),
  paidFor: paidForQuery(db, schemeId, of),
  evaluated: evaluationsQuery(db, schemeId, of),
  batches: batchLoansQuery(db, schemeId, of),
  spent: spentQuery(db, schemeId),
});
export type KnownRows = Rows<ReturnType<typeof knownQueries>>;

const sumOf = (sums: readonly SumRow[], reasons: readonly ReasonId[], year?: number): Fen =>
  plus(...sums.filter((row) => reasons.includes(row.reason) && (year === undefined || row.year === String(year))).map(({ amount }) => fen(amount)));

/** What a year earned, and what its keeping was charged against it. */
export function keptIn(
  sums: readonly SumRow[],
  done: readonly Moved[],
  year: number,
): { readonly income: Fen; readonly carried: Fen; readonly other: Fen } {
  const costs = done.filter(({ movement }) => movement.reason === "management_fee" && movement.year === year).map(({ movement }) => movement);
  const carried = plus(...costs.map(({ audit }) => audit ?? ZERO));
  return { income: sumOf(sums, EARNS, year), carried, other: minus(plus(...costs.map(({ amount }) => amount)), carried) };
}

/** By what an organisation's money is kept apart. */
const PER: Readonly<Partial<Record<OrgKind, Kept>>> = {
  enterprise: "enterprise",
  bank: "institution",
  guarantor: "institution",
  insurer: "institution",
  lender: "institution",
  township: "area",
};

/** What a year's reward comes to, where the movement is one and names somebody of the district. */
function rewardFor({ named: [org], evaluated, batches, spent }: KnownRows, { reason, of, year, on }: Movement, scheme: Pick<Scheme, "reward">) {
  if (reason !== "reward" || !org || of === undefined || year === undefined) return {};
  const reward = rewardBy(scheme, { evaluated, batches }, { id: of, kind: org.kind }, year, on);
  return reward ? { reward, spent: spentOf(spent, on) } : {};
}

export function knownOf(found: KnownRows, movement: Movement, by: OrgKind, scheme: Pick<Scheme, "reward">): MovementKnown {
  const { named, sums, due, earlier } = found;
  const done = earlier.map(movedOf);
  const kept = movement.year === undefined ? undefined : keptIn(sums, done, movement.year);
  const promised = done.findLast(
    (one) => one.movement.reason === "contribution" && one.movement.of === movement.of && one.movement.promised,
  )?.movement;
  const placed = placementsOf(done).find(({ id }) => id === movement.placement)?.movement;
  const [org] = named;
  const per = org && PER[org.kind];
  return {
    by,
    ...(org && per ? { named: { per, agreed: org.agreed === 1 } } : {}),
    moved: { year: sumOf(sums, [movement.reason], partsOf(movement.on).year), life: sumOf(sums, [movement.reason]) },
    owing: fen(found.owing[0]?.amount ?? ZERO),
    owed: fen(due[0]?.amount ?? ZERO),
    income: kept?.income ?? ZERO,
    charged: { carried: kept?.carried ?? ZERO, other: kept?.other ?? ZERO },
    ...(promised?.promised === undefined ? {} : { promised: promised.promised, ...(promised.hardship ? { hardship: promised.hardship } : {}) }),
    ...(placed ? { placed: { amount: placed.amount } } : {}),
    ...(movement.refill ? { refilling: { paid: fen(found.paidFor[0]?.amount ?? ZERO), ...paidInOf(done, movement.of) } } : {}),
    ...rewardFor(found, movement, scheme),
  };
}
