/** Ratios of a value stand in percent in the fields and as ratios in the command. */
import type { Row, Typed } from "../../../../shared/rule/typed-value";
import type { Shape } from "../../../../shared/rule/value-shape";
import { percentText } from "../../ui/money-text";
import { isPercent, ratioOf } from "../percent";

type Turn = (text: string) => string;
const toPercent: Turn = (ratio) => (ratio ? percentText(ratio).replace("%", "") : "");
/** What is no percentage goes out as it is, and is refused at its field. */
const toRatio: Turn = (percent) => (isPercent(percent) ? ratioOf(percent) : /^0+(\.0+)?$/.test(percent.trim()) ? "0" : percent && `${percent}%`);

function turned(shape: Shape, typed: Typed, turn: Turn): Typed {
  if (shape.kind === "ratio") return turn(String(typed));
  if (shape.kind !== "rows") return typed;
  const ratios = shape.columns.filter(({ is }) => is === "ratio").map(({ name }) => name);
  return (typed as readonly Row[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, ratios.includes(name) ? turn(text) : text])),
  );
}

export const inPercent = (shape: Shape, typed: Typed): Typed => turned(shape, typed, toPercent);
export const inRatios = (shape: Shape, typed: Typed): Typed => turned(shape, typed, toRatio);
