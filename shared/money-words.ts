/** An amount in the Chinese capitals that a payment order carries beside its figures, so that neither can be altered alone. */
import { type Fen, yuan } from "./money";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
/** Within four places, and of the fours themselves; above a hundred million it begins again with 万, and its 亿 is said once for both. */
const PLACES = ["", "拾", "佰", "仟"];
const FOURS = ["", "万", "亿", "万"];

/** Four digits without leading noughts; one 零 for any run of them inside. */
function four(digits: string): string {
  let said = "";
  for (const [at, digit] of [...digits].entries()) {
    const place = PLACES[digits.length - 1 - at] ?? "";
    if (digit !== "0") said += `${DIGITS[Number(digit)]}${place}`;
    else if (said !== "" && !said.endsWith("零")) said += "零";
  }
  return said.replace(/零$/, "");
}

function wholeYuan(digits: string): string {
  const count = Math.ceil(digits.length / 4);
  const padded = digits.padStart(count * 4, "0");
  let said = "";
  let gap = false;
  for (let at = 0; at < count; at += 1) {
    const part = padded.slice(at * 4, at * 4 + 4);
    const unit = FOURS[count - 1 - at] ?? "";
    if (part === "0000") {
      if (unit === "亿") said += unit;
      gap = true;
      continue;
    }
    if (said !== "" && (gap || part.startsWith("0"))) said += "零";
    said += `${four(part.replace(/^0+/, ""))}${unit}`;
    gap = false;
  }
  return said;
}

/**
 * `1409.50` → `壹仟肆佰零玖元伍角整`, by the rules for filling in payment vouchers: 整 after 元 or 角, nothing after 分; 零 wherever a place between
 * two figures is empty. Less than nothing begins with 负.
 */
export function capitalYuan(amount: Fen): string {
  const [, sign = "", whole = "0", tens = "0", ones = "0"] = /^(-?)(\d+)\.(\d)(\d)$/.exec(yuan(amount)) ?? [];
  const front = wholeYuan(whole.replace(/^0+/, ""));
  const head = front === "" ? "" : `${front}元`;
  if (tens === "0" && ones === "0") return `${sign ? "负" : ""}${head || "零元"}整`;
  const jiao = tens === "0" ? "" : `${DIGITS[Number(tens)]}角`;
  const fen = ones === "0" ? "整" : `${DIGITS[Number(ones)]}分`;
  const gap = head !== "" && (tens === "0" || whole.endsWith("0")) ? "零" : "";
  return `${sign ? "负" : ""}${head}${gap}${jiao}${fen}`;
}
