/** Articles of amounts that a view does not name beside them, looked up in the document of its case. */
import type { ReasonId } from "../../../shared/fund/chart";
import { schemeOf } from "../scheme";

/** By which the fund pays. */
export const payArticle = (schemeId: string): string => schemeOf(schemeId).compensation.cites.article;

/** By which money moves for this reason. */
export const reasonArticle = (schemeId: string, reason: ReasonId | string): string | undefined =>
  schemeOf(schemeId).fund.chart.reasons.find(({ id }) => id === reason)?.cites.article;
