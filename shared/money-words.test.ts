import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fen, fen, parseYuan } from "./money";
import { capitalYuan } from "./money-words";

const amountOf = (text: string): Fen => {
  const read = parseYuan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

describe("capitals on a payment order", () => {
  it.each([
    ["0.00", "零元整"],
    ["0.05", "伍分"],
    ["0.50", "伍角整"],
    ["1.00", "壹元整"],
    ["10.00", "壹拾元整"],
    ["325.04", "叁佰贰拾伍元零肆分"],
    ["1409.50", "壹仟肆佰零玖元伍角整"],
    ["1680.32", "壹仟陆佰捌拾元零叁角贰分"],
    ["6007.14", "陆仟零柒元壹角肆分"],
    ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
    ["107000.53", "壹拾万柒仟元零伍角叁分"],
    ["1200000.00", "壹佰贰拾万元整"],
    ["2010005.00", "贰佰零壹万零伍元整"],
    ["30000000.00", "叁仟万元整"],
    ["100000001.00", "壹亿零壹元整"],
    ["1000000000000.00", "壹万亿元整"],
    ["1000000010000.00", "壹万亿零壹万元整"],
    ["90071992547409.91", "玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"],
    ["-300000.00", "负叁拾万元整"],
  ])("YQ-033 %s is %s", (figures, capitals) => {
    expect(capitalYuan(amountOf(figures))).toBe(capitals);
  });

  it("YQ-033 reads back as the amount it was written from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(readCapitals(capitalYuan(fen(amount)))).toBe(BigInt(amount));
      }),
    );
  });
});

/** Written apart from the writer: sums digit times place, a larger unit lifting all that stands before it. */
function readCapitals(text: string): bigint {
  const places: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const [front = "", back = ""] = text.includes("元") ? text.split("元") : ["", text];
  const four = (said: string) => {
    let sum = 0n;
    let digit = 0n;
    for (const one of said) {
      const value = "零壹贰叁肆伍陆柒捌玖".indexOf(one);
      if (value >= 0) digit = BigInt(value);
      else {
        sum += digit * (places[one] ?? 0n);
        digit = 0n;
      }
    }
    return sum + digit;
  };
  const tenThousands = (said: string) => {
    const [high = "", low] = said.includes("万") ? said.split("万") : ["", said];
    return four(high) * 10_000n + four(low ?? "");
  };
  const [above = "", below] = front.includes("亿") ? front.split("亿") : ["", front];
  const cents = (/(.)角/.exec(back)?.[1] ?? "零") + (/(.)分/.exec(back)?.[1] ?? "零");
  const small = [...cents].reduce((sum, one) => sum * 10n + BigInt("零壹贰叁肆伍陆柒捌玖".indexOf(one)), 0n);
  return (tenThousands(above) * 100_000_000n + tenThousands(below ?? "")) * 100n + small;
}
