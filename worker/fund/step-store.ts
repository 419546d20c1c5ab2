/** The only file that touches what is decided around a fund's own money: rounds that fill it up again, consents to more at a bank. */
import { sql } from "drizzle-orm";
import type { Replenishing, ReplenishmentRules } from "../../shared/fund/replenishment";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

export interface StepRow {
  kind: "replenishment" | "top_up";
  about: string;
  step: string;
  on_day: string;
  document_no: string;
  amount: number | null;
}

/** In the order in which they were recorded. */
export const stepsQuery = (db: D1Database, schemeId: string): Query<StepRow> =>
  rows(db, sql`SELECT kind, about, step, on_day, document_no, amount FROM fund_step WHERE scheme_id = ${schemeId} ORDER BY recorded_at, id`);

export interface NewStep extends Omit<StepRow, "on_day" | "document_no"> {
  readonly schemeId: string;
  readonly on: string;
  readonly documentNo: string;
  readonly madeBy: string;
  readonly madeOrg: string;
  readonly now: number;
}

export const insertStep = (db: D1Database, row: NewStep): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO fund_step (id, scheme_id, kind, about, step, on_day, document_no, amount, made_by, made_org, recorded_at)
      VALUES (${newId()}, ${row.schemeId}, ${row.kind}, ${row.about}, ${row.step}, ${row.on}, ${row.documentNo}, ${row.amount}, ${row.madeBy}, ${row.madeOrg}, ${row.now})`,
  );

export interface Round {
  readonly no: number;
  readonly now: Replenishing;
}

/** The round under way, or the next one where the last is done. */
export function roundOf({ steps }: ReplenishmentRules, found: readonly StepRow[]): Round {
  const own = found.filter(({ kind }) => kind === "replenishment");
  const last = Math.max(1, ...own.map(({ about }) => Number(about)));
  const done = own.filter(({ about }) => Number(about) === last);
  if (done.length >= steps.length) return { no: last + 1, now: { done: [] } };
  const amount = done.findLast((row) => row.amount !== null)?.amount;
  return {
    no: last,
    now: {
      done: done.map(({ step, on_day, document_no }) => ({ step, on: on_day as LocalDate, documentNo: document_no })),
      ...(typeof amount === "number" ? { amount: fen(amount) } : {}),
    },
  };
}

/** The last day on which the office agreed to more at a bank. */
export const agreedOn = (found: readonly StepRow[], bankId: string): LocalDate | undefined =>
  found.findLast(({ kind, about }) => kind === "top_up" && about === bankId)?.on_day as LocalDate | undefined;
