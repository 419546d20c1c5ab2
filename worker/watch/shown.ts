/** Figures of an institution's bad loans as their readers see them. */
import type { z } from "zod";
import type { figureShape } from "../../shared/contract/watch";
import { fen, yuan } from "../../shared/money";
import type { WatchRules } from "../../shared/process/watch";
import type { FigureRow } from "./store";

export function shownFigure({ marks }: WatchRules, row: FigureRow): z.output<typeof figureShape> {
  const passed = JSON.parse(row.marks) as string[];
  return {
    period: row.period,
    badBalance: yuan(fen(row.bad_balance)),
    allBalance: yuan(fen(row.all_balance)),
    badCount: row.bad_count,
    allCount: row.all_count,
    ratio: row.ratio,
    average: row.average,
    source: row.source,
    marks: marks.filter(({ id }) => passed.includes(id)).map(({ id, says, effect, cites }) => ({ id, says, effect, article: cites.article })),
    reason: row.reason,
    on: row.on_day,
  };
}
