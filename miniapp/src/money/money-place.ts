/** Where the money of a district lies and where what comes back is seen, in the words of its document. */
import { valueOn } from "../../../shared/rule/parameter";
import { today } from "../case/due";
import { schemeOf } from "../scheme";
import { acting } from "../session";

const here = (): string => acting()?.schemeId ?? "";

/** `专户存款`, or what else payments come out of. */
export const heldIn = (schemeId = here()): string =>
  schemeOf(schemeId)
    .fund.chart.accounts.filter(({ holds }) => holds === "cash")
    .map(({ says }) => says)
    .join("、");

/** Where the fund's part of a recovery goes: its own account, or the treasury. */
export function backIn(schemeId = here()): string {
  const { to } = schemeOf(schemeId).recovery.returns;
  const read = to && valueOn(to, today());
  return read?.ok && read.value === "treasury" ? "国库" : "专户";
}
