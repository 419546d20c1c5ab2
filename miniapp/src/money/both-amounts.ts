/** An amount as it stands on a voucher or an order: in figures and in capitals. */
import { parseYuan } from "../../../shared/money";
import { capitalYuan } from "../../../shared/money-words";
import { yuanText } from "../ui/money-text";

/** Nothing while it is no amount. */
export function bothAmounts(typed: string): string | null {
  const read = parseYuan(typed);
  return read.ok && read.value > 0 ? `${yuanText(read.value)} 元（${capitalYuan(read.value)}）` : null;
}
