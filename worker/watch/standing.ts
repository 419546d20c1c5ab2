/** How an institution stands by its bad loans: the marks that its ratio passes, since when it may lend nothing new, which decision pauses it. */
import type { LocalDate } from "../../shared/local-date";
import { fen, type Ratio } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { badRatio, type Marked, marksPassed, type WatchRules } from "../../shared/process/watch";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Rows } from "../database";
import type { LoadCtx } from "../verb";
import { type BookRow, decisionsQuery, type FigureRow, figuresQuery, livingBooksQuery } from "./store";

/** Merge into a verb's own `load`. */
export const watchQueries = ({ db, schemeId, document }: Pick<LoadCtx, "db" | "schemeId" | "document">) => ({
  nplFigures: figuresQuery(db, schemeId),
  // counted only where the records hold all that is measured
  nplBooks: livingBooksQuery(db, document.watch?.figures.from === "records" ? schemeId : ""),
  watchDecisions: decisionsQuery(db, schemeId),
});
export type WatchRows = Rows<ReturnType<typeof watchQueries>>;

export interface Measured {
  readonly ratio: Ratio;
  readonly marks: readonly Marked[];
}

export function measured(
  rules: WatchRules,
  book: Pick<BookRow, "bad_balance" | "all_balance" | "bad_count" | "all_count">,
  average: Ratio | undefined,
  on: LocalDate,
): Outcome<Measured> {
  const ratio = badRatio(
    rules,
    { bad: { balance: fen(book.bad_balance), count: book.bad_count }, all: { balance: fen(book.all_balance), count: book.all_count } },
    on,
  );
  if (!ratio.ok) return ratio;
  const marks = marksPassed(rules, ratio.value, average, on);
  return marks.ok ? accept({ ratio: ratio.value, marks: marks.value }) : marks;
}

const NOTHING = { bad_balance: 0, all_balance: 0, bad_count: 0, all_count: 0 };

/** As it stands today: by the records where they hold all that is measured, else by what was entered last. */
export function measuredNow(rules: WatchRules, { nplFigures, nplBooks }: Pick<WatchRows, "nplFigures" | "nplBooks">, orgId: string, on: LocalDate) {
  const last = nplFigures.filter((row) => row.org_id === orgId).at(-1);
  const books = rules.figures.from === "records" ? nplBooks.find((row) => row.org_id === orgId) : last;
  return measured(rules, books ?? NOTHING, last?.average ?? undefined, on);
}

const idsOf = (row: FigureRow): readonly string[] => JSON.parse(row.marks) as string[];

/** The first day of the run of figures, up to the last one, that passed this mark. */
export function passedSince(figures: readonly FigureRow[], orgId: string, mark: string): LocalDate | undefined {
  const own = figures.filter((row) => row.org_id === orgId);
  const clear = own.findLastIndex((row) => !idsOf(row).includes(mark));
  return own[clear + 1]?.on_day as LocalDate | undefined;
}

export interface WatchStanding {
  /** Since when it may make no new loans. */
  readonly blockedFrom?: LocalDate;
  /** The decision that pauses what it may be paid. */
  readonly pausedBy?: string;
}

/** Refuses `parameter_not_in_force`. */
export function watchStanding({ watch }: Pick<Scheme, "watch">, found: WatchRows, orgId: string, on: LocalDate): Outcome<WatchStanding> {
  if (!watch) return accept({});
  const last = found.watchDecisions.filter((row) => row.org_id === orgId).at(-1);
  const paused = last?.what === "pause" ? { pausedBy: last.document_no } : {};
  if (last?.what === "end") return accept({ blockedFrom: last.on_day as LocalDate });
  const now = measuredNow(watch, found, orgId, on);
  if (!now.ok) return now;
  const block = now.value.marks.find(({ mark }) => mark.effect === "blocks");
  return accept(block ? { ...paused, blockedFrom: passedSince(found.nplFigures, orgId, block.mark.id) ?? on } : paused);
}
