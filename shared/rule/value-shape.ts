/** What form the value of a document's number has, read off the value itself, so that whoever sets another one is given the right fields and told what is wrong in which. */
import type { Parameter, ValueForm } from "./parameter";

/** A single figure or word: yuan, a whole number, a part of one, any decimal number, a day, a line of text. */
export type Single = "amount" | "count" | "ratio" | "times" | "day" | "text";

export interface Column {
  readonly name: string;
  /** `fixed`: the rows are told apart by it, and nobody changes it. */
  readonly is: Single | "fixed";
  /** May stay empty in the last row: from there on without end. */
  readonly open?: true;
}

export interface RowsShape {
  readonly kind: "rows";
  readonly columns: readonly Column[];
  /** The rows as they are, where their number is the document's own. */
  readonly fixed?: readonly Readonly<Record<string, string>>[];
  /** The column that rises from row to row. */
  readonly rises?: string;
  /** The column whose figures are one whole together. */
  readonly whole?: string;
}

export type Shape =
  | { readonly kind: "one_of"; readonly options: readonly unknown[] }
  | { readonly kind: Single }
  /** Some of the words that the document knows, at least one. */
  | { readonly kind: "some_of"; readonly words: readonly string[] }
  /** Names that a person writes, one after another. */
  | { readonly kind: "names" }
  | RowsShape
  | { readonly kind: "record"; readonly parts: Readonly<Record<string, Shape>> };

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Counts, days and years of a document stay far below this; its amounts, which are kept in fen, never do. */
const LEAST_AMOUNT = 1_000_000;
const CHINESE = /[\u4e00-\u9fff]/;

const BANDS: RowsShape = {
  kind: "rows",
  columns: [
    { name: "upTo", is: "amount", open: true },
    { name: "ratio", is: "ratio" },
  ],
  rises: "upTo",
};
const STEPS: RowsShape = {
  kind: "rows",
  columns: [
    { name: "from", is: "times" },
    { name: "ratio", is: "times" },
  ],
  rises: "from",
};
const WEIGHTS: RowsShape = {
  kind: "rows",
  columns: [
    { name: "metric", is: "text" },
    { name: "weight", is: "ratio" },
  ],
  whole: "weight",
};
const FORMS: Readonly<Record<ValueForm, Shape>> = {
  amount: { kind: "amount" },
  ratio: { kind: "ratio" },
  day: { kind: "day" },
  names: { kind: "names" },
  bands: BANDS,
  steps: STEPS,
  weights: WEIGHTS,
};

/** Parties with their shares, or named seats: the rows stay, what is in them may change. */
function rowsOf(list: readonly Plain[]): Shape {
  const [first = {}] = list;
  if ("ratio" in first) return BANDS;
  const free = "share" in first ? "share" : "name";
  const columns = Object.keys(first).map((name): Column => ({ name, is: name !== free ? "fixed" : free === "share" ? "ratio" : "text" }));
  const fixed = list.map((row) => Object.fromEntries(Object.entries(row).map(([name, part]) => [name, String(part)])));
  return { kind: "rows", columns, fixed, ...(free === "share" ? { whole: free } : {}) };
}

function textShape(text: string): Shape {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: "day" };
  if (/^\d+\.\d+$/.test(text)) return { kind: "ratio" };
  return { kind: /^\d+$/.test(text) ? "times" : "text" };
}

function shapeOfValue(value: unknown, known: readonly unknown[]): Shape {
  if (typeof value === "boolean") return { kind: "one_of", options: [true, false] };
  if (typeof value === "number") return { kind: value >= LEAST_AMOUNT ? "amount" : "count" };
  if (typeof value === "string") return textShape(value);
  if (isPlain(value))
    return { kind: "record", parts: Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOfValue(part, [])])) };
  const list = Array.isArray(value) ? value : [];
  if (list.some(isPlain)) return rowsOf(list.filter(isPlain));
  const words = [...new Set([...known.flat(), ...list])].filter((word): word is string => typeof word === "string");
  return words.some((word) => CHINESE.test(word)) ? { kind: "names" } : { kind: "some_of", words };
}

/** The form that another value of this number has to have. */
export function shapeOf({ options, form, versions }: Parameter<unknown>): Shape {
  if (options) return { kind: "one_of", options };
  if (form) return FORMS[form];
  return shapeOfValue(
    versions[0]?.value,
    versions.map(({ value }) => value),
  );
}
