/** The value of a document's number as a person types it, field by field as text, read into what the rules keep; and back, to begin from what is in force. */
import { Decimal } from "decimal.js";
import { parseDate } from "../local-date";
import { areOneWhole, type Fen, parseYuan, yuan } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Column, RowsShape, Shape, Single } from "./value-shape";

export type Row = Readonly<Record<string, string>>;
/** Text, several texts, or rows of them; a choice is its own word, or what JSON calls it. */
export type Typed = string | readonly string[] | readonly Row[] | Readonly<Record<string, string | readonly string[]>>;

const wrong = (given: string, field: string): Outcome<never> => refuse("field_invalid", { given: given.slice(0, 40) }, undefined, field);
const missing = (field: string): Outcome<never> => refuse("field_required", {}, undefined, field);

export const wordOf = (option: unknown): string => (typeof option === "string" ? option : JSON.stringify(option));

function single(is: Single, text: string, field: string): Outcome<string | number> {
  const line = text.trim();
  const given = line.normalize("NFKC");
  if (given === "") return missing(field);
  if (is === "day") return parseDate(given, field);
  if (is === "text") return line.length > 120 ? refuse("field_too_long", { limit: "120" }, undefined, field) : accept(line);
  if (is === "amount") {
    const read = parseYuan(given, field);
    return read.ok && read.value <= 0 ? refuse("amount_invalid", { given }, undefined, field) : read;
  }
  if (is === "count") return /^\d{1,5}$/.test(given) ? accept(Number.parseInt(given, 10)) : wrong(given, field);
  const decimal = /^\d{1,4}(?:\.\d{1,6})?$/.test(given);
  return decimal && (is === "times" || new Decimal(given).lte(1)) ? accept(given) : wrong(given, field);
}

/** All the values, or all that is wrong. */
function together<T>(read: readonly Outcome<T>[]): Outcome<T[]> {
  const refusals: Refusal[] = read.flatMap((one) => (one.ok ? [] : one.refusals));
  return refusals.length > 0 ? refuseAll(refusals) : accept(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

function cell(
  { name, is, open }: Column,
  row: Row,
  fixed: Row | undefined,
  last: boolean,
  field: string,
): Outcome<readonly [string, unknown] | undefined> {
  if (is === "fixed") return accept([name, fixed?.[name] ?? ""]);
  const text = row[name] ?? "";
  if (open && last && text.trim() === "") return accept(undefined);
  const read = single(is, text, `${field}.${name}`);
  return read.ok ? accept([name, read.value]) : read;
}

type ReadRow = Readonly<Record<string, unknown>>;

function inOrder({ rises, whole }: RowsShape, rows: readonly ReadRow[], field: string): Outcome<readonly ReadRow[]> {
  const risen = rises === undefined ? [] : rows.map((row) => row[rises]).filter((mark) => mark !== undefined);
  const back = risen.findIndex((mark, at) => at > 0 && new Decimal(mark as Decimal.Value).lte(risen[at - 1] as Decimal.Value));
  if (back > 0) return wrong(String(risen[back]), `${field}.${back}.${rises}`);
  if (whole !== undefined && !areOneWhole(rows.map((row) => String(row[whole]))))
    return refuse("share_sum", { given: rows.map((row) => row[whole]).join("+") }, undefined, field);
  return accept(rows);
}

function rowsOf(shape: RowsShape, typed: readonly Row[], field: string): Outcome<readonly ReadRow[]> {
  if (typed.length === 0 || typed.length > 30) return typed.length === 0 ? missing(field) : wrong(String(typed.length), field);
  if (shape.fixed && typed.length !== shape.fixed.length) return wrong(String(typed.length), field);
  const rows = together(
    typed.map((row, at) => {
      const cells = together(shape.columns.map((column) => cell(column, row, shape.fixed?.[at], at === typed.length - 1, `${field}.${at}`)));
      return cells.ok ? accept(Object.fromEntries(cells.value.filter((one) => one !== undefined))) : cells;
    }),
  );
  return rows.ok ? inOrder(shape, rows.value, field) : rows;
}

const isTexts = (typed: unknown): typed is readonly string[] => Array.isArray(typed) && typed.every((one) => typeof one === "string");
const isRows = (typed: unknown): typed is readonly Row[] => Array.isArray(typed) && typed.every((one) => typeof one === "object");

/** Reads a value. Refuses `field_required`, `field_invalid`, `field_too_long`, `amount_invalid`, `date_invalid` and `share_sum`, each at its field. */
export function readTyped(shape: Shape, typed: Typed | undefined, field = "value"): Outcome<unknown> {
  if (typed === undefined) return missing(field);
  switch (shape.kind) {
    case "one_of": {
      const option = shape.options.find((one) => wordOf(one) === typed);
      return option === undefined ? wrong(String(typed), field) : accept(option);
    }
    case "some_of": {
      if (!isTexts(typed)) return wrong("—", field);
      const strange = typed.find((word) => !shape.words.includes(word));
      if (strange !== undefined) return wrong(strange, field);
      return typed.length === 0 ? missing(field) : accept(shape.words.filter((word) => typed.includes(word)));
    }
    case "names": {
      if (!isTexts(typed)) return wrong("—", field);
      const names = [...new Set(typed.map((name) => name.trim()).filter(Boolean))];
      return names.length === 0 ? missing(field) : together(names.map((name, at) => single("text", name, `${field}.${at}`)));
    }
    case "rows":
      return isRows(typed) ? rowsOf(shape, typed, field) : wrong("—", field);
    case "record": {
      if (typeof typed !== "object" || Array.isArray(typed)) return wrong("—", field);
      const given = typed as Readonly<Record<string, string | readonly string[]>>;
      const parts = together(
        Object.entries(shape.parts).map(([name, part]): Outcome<readonly [string, unknown]> => {
          const read = readTyped(part, given[name], `${field}.${name}`);
          return read.ok ? accept([name, read.value]) : read;
        }),
      );
      return parts.ok ? accept(Object.fromEntries(parts.value)) : parts;
    }
    default:
      return typeof typed === "string" ? single(shape.kind, typed, field) : wrong("—", field);
  }
}

const singleText = (is: Single | "fixed", value: unknown): string => {
  if (value === undefined || value === null) return "";
  return is === "amount" ? yuan(value as Fen) : String(value);
};

/** What is in force, as the fields show it. */
export function typedOf(shape: Shape, value: unknown): Typed {
  switch (shape.kind) {
    case "one_of":
      return wordOf(value);
    case "some_of":
    case "names":
      return isTexts(value) ? value : [];
    case "rows":
      return (Array.isArray(value) ? value : []).map((row: ReadRow) =>
        Object.fromEntries(shape.columns.map(({ name, is }) => [name, singleText(is, row[name])])),
      );
    case "record": {
      const parts = Object.entries(shape.parts).map(([name, part]) => [name, typedOf(part, (value as ReadRow)[name])]);
      return Object.fromEntries(parts) as Readonly<Record<string, string | readonly string[]>>;
    }
    default:
      return value === 0 && shape.kind === "amount" ? "" : singleText(shape.kind, value);
  }
}
