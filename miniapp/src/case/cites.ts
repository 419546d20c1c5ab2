/** Articles of amounts that a view does not name beside them, looked up in the document of its case. */
import type { ReasonId } from "../../../shared/fund/chart";
import { stepOf } from "../../../shared/process/procedure";
import { schemeOf } from "../scheme";

/** By which the fund pays. */
export const payArticle = (schemeId: string): string => schemeOf(schemeId).compensation.cites.article;

/** By which money moves for this reason. */
export const reasonArticle = (schemeId: string, reason: ReasonId | string): string | undefined =>
  schemeOf(schemeId).fund.chart.reasons.find(({ id }) => id === reason)?.cites.article;

/** By which institutions are chosen and sign. */
export const agreementArticle = (schemeId: string): string | undefined => stepOf(schemeOf(schemeId).admission, "push")?.agreement.cites.article;

/** By which a lender that is no bank lends. */
export const licenceArticle = (schemeId: string): string | undefined =>
  stepOf(schemeOf(schemeId).admission, "loan")?.modes.find(({ lenders }) => lenders.includes("lender"))?.cites.article;
