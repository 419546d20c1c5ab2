/** The value of a document's number as people read it: money in yuan, ratios in percent, choices in the document's own words. */
import type { Fen } from "../../../../shared/money";
import { modesOf } from "../../../../shared/process/procedure";
import { type Parameter, readingOf } from "../../../../shared/rule/parameter";
import type { Scheme, Term } from "../../../../shared/schemes/scheme";
import { percentText, wanText } from "../../ui/money-text";
import { SIZE_WORDS } from "../../words/draft";
import { figureText } from "../../words/figure";
import { dayText } from "../../words/time";
import { PART_WORDS } from "./part-words";
import { POLICY_VALUE_WORDS } from "./value-words";

/** Counts, days and years of a document stay far below this; its amounts, which are kept in fen, never do. */
const LEAST_AMOUNT = 1_000_000;
const CHINESE = /[\u4e00-\u9fff]/;
const UNSET = "没有设定";

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Undefined where the word is known to the engine alone. */
export function wordText(word: string, scheme: Scheme): string | undefined {
  if (CHINESE.test(word)) return word;
  const saidBy = (terms: readonly Term[]) => terms.find((term) => term.id === word)?.says;
  // The office is another body in each document.
  const body = word === "office" ? scheme.bodies?.find(({ kind }) => kind === word)?.name : undefined;
  const own = body ?? saidBy([...scheme.focus.fields, ...scheme.focus.profiles]) ?? POLICY_VALUE_WORDS[word] ?? SIZE_WORDS[word];
  const told = own ?? figureText("word", word);
  // A way of lending is called like the one who lends, who is meant first.
  return CHINESE.test(told) ? told : saidBy(modesOf(scheme.admission));
}

function textText(text: string, scheme: Scheme): string | undefined {
  if (text === "") return UNSET;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text);
  if (/^\d+\.\d+$/.test(text)) return percentText(text);
  return /^\d+$/.test(text) ? text : wordText(text, scheme);
}

/** What stands in a list of records: a band of amounts, somebody's share, a named seat. */
function recordText(record: Plain, scheme: Scheme): string | undefined {
  const { upTo, from, ratio, party, share, metric, weight, name } = record;
  if (typeof upTo === "number" && typeof ratio === "string") return `${wanText(upTo as Fen)}以内 ${percentText(ratio)}`;
  if (typeof from === "string" && typeof ratio === "string") return `达到 ${from} 为 ${ratio}`;
  if (typeof ratio === "string") return `再大的 ${percentText(ratio)}`;
  if (typeof metric === "string" && typeof weight === "string") return `${metric} ${percentText(weight)}`;
  if (typeof party === "string" && typeof share === "string") {
    const who = wordText(party, scheme);
    return who && `${who} ${percentText(share)}`;
  }
  return typeof name === "string" ? name : undefined;
}

function listText(list: readonly unknown[], scheme: Scheme): string | undefined {
  if (!list.length) return UNSET;
  const parts = list.map((each) => (isPlain(each) ? recordText(each, scheme) : plainText(each, scheme)));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return parts.join(parts.some((part) => part.includes("、")) ? "；" : "、");
}

function plainText(value: unknown, scheme: Scheme): string | undefined {
  if (typeof value === "number") return value >= LEAST_AMOUNT ? wanText(value as Fen) : String(value);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return textText(value, scheme);
  if (Array.isArray(value)) return listText(value, scheme);
  return isPlain(value) ? partsText(value, scheme) : undefined;
}

/** A value of several parts, each by its name. */
function partsText(value: Plain, scheme: Scheme): string | undefined {
  const parts = Object.entries(value).map(([name, part]) => [PART_WORDS[name], plainText(part, scheme)] as const);
  return parts.every(([name, part]) => name && part) ? parts.map(([name, part]) => `${name}：${part}`).join("；") : undefined;
}

/** A document says in the name of a count what it counts. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/年数|年限|几年|多少年/, "年"],
  [/月数|（月）|几个月|多少个月/, "个月"],
  [/天数|多少天/, "天"],
  [/倍/, "倍"],
  [/次数|几次/, "次"],
  [/人数/, "人"],
  [/家数|机构数/, "家"],
  [/部门数/, "个"],
];

function countText(says: string, value: unknown): string | undefined {
  const whole = typeof value === "number" ? value < LEAST_AMOUNT : typeof value === "string" && /^\d+$/.test(value);
  if (!whole) return undefined;
  const unit = UNITS.find(([name]) => name.test(says))?.[1];
  if (unit) return `${value} ${unit}`;
  return Number(value) === 0 ? UNSET : undefined;
}

/** A choice that a reading explains is told by the reading, and so is whatever has no word of its own. */
export function valueText(parameter: Parameter<unknown>, value: unknown, scheme: Scheme): string {
  const choice = typeof value === "string" && /^[a-z]/i.test(value);
  const read = readingOf(parameter, value);
  const { reading } = parameter;
  const count = countText(parameter.says, value);
  if (count) return count;
  if (read && (choice || value !== parameter.versions[0]?.value)) return read;
  if (reading && (choice || (isPlain(value) && value === parameter.versions[0]?.value))) return reading.chosen;
  return plainText(value, scheme) ?? reading?.chosen ?? "按本条的要求";
}
