/** What a document wants to know of a loan beside its record: asked by a list in the document, answered as text, read into what the rules look at. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import { type LocalDate, parseDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts, LoanFacts } from "../rule/facts";

export interface AskOption {
  readonly id: string;
  readonly says: string;
}

interface AskBase {
  /** The field that the rules name where it is missing or wrong: `purpose`, `papers.national_fund`, `exceptions.loan_cap`. */
  readonly key: string;
  readonly says: string;
  readonly cites: Citation;
  /** Only for loans of these modes. */
  readonly modes?: readonly string[];
}

export type LoanAsk =
  | (AskBase & { readonly kind: "choice"; readonly options: readonly AskOption[] })
  /** Any number of them; `none` is how it is said that there is nothing. */
  | (AskBase & { readonly kind: "several"; readonly options: readonly AskOption[]; readonly none: string })
  /** What is charged; the yearly rate of those in `rated` is told with them. */
  | (AskBase & { readonly kind: "fees"; readonly options: readonly AskOption[]; readonly rated: readonly string[]; readonly none: string })
  | (AskBase & { readonly kind: "day" | "text" | "yes" })
  /** The paper that lets the loan depart from what holds as a rule: asked once the rules ask for it. */
  | (AskBase & { readonly kind: "exception" });

/** Answers by the key of what was asked; a fee's rate in percent by `fees.<kind>`. What is not answered is absent. */
export type LoanAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface LoanTold {
  readonly loan: Partial<LoanFacts>;
  readonly attested?: Facts["attested"];
  readonly guaranteeLetterOn?: LocalDate;
}

export const asksFor = (asks: readonly LoanAsk[] | undefined, mode: string): readonly LoanAsk[] =>
  (asks ?? []).filter(({ modes }) => !modes || modes.includes(mode));

const invalid = (field: string, given: string): Outcome<never> => refuse("field_invalid", { given: given.slice(0, 40) }, undefined, field);

const among = (options: readonly AskOption[], id: string) => options.some((option) => option.id === id);

/** A yearly rate in percent, e.g. `1.00`, as a ratio. */
function percentOf(text: string, field: string): Outcome<string> {
  const plain = text.normalize("NFKC").trim();
  return /^\d{1,3}(?:\.\d{1,4})?$/.test(plain) ? accept(new Decimal(plain).div(100).toFixed()) : invalid(field, plain);
}

const listOf = (given: string | readonly string[]): readonly string[] => (typeof given === "string" ? [given] : given);

function fees(ask: Extract<LoanAsk, { kind: "fees" }>, given: string | readonly string[], answers: LoanAnswers): Outcome<LoanFacts["fees"]> {
  const charged: { kind: string; rate?: string }[] = [];
  for (const kind of listOf(given)) {
    if (!among(ask.options, kind)) return invalid(ask.key, kind);
    const field = `${ask.key}.${kind}`;
    const rate = ask.rated.includes(kind) ? answers[field] : undefined;
    if (ask.rated.includes(kind) && typeof rate !== "string") return refuse("field_required", {}, ask.cites, field);
    const read = typeof rate === "string" ? percentOf(rate, field) : accept(undefined);
    if (!read.ok) return read;
    charged.push(read.value === undefined ? { kind } : { kind, rate: read.value });
  }
  return accept(charged);
}

/** One answer as the rules look at it. */
function answerOf(ask: LoanAsk, given: string | readonly string[], answers: LoanAnswers): Outcome<unknown> {
  if (ask.kind === "fees") return fees(ask, given, answers);
  if (ask.kind === "several") {
    const stranger = listOf(given).find((id) => !among(ask.options, id));
    return stranger === undefined ? accept([...new Set(listOf(given))]) : invalid(ask.key, stranger);
  }
  if (typeof given !== "string") return invalid(ask.key, "");
  if (ask.kind === "choice") return among(ask.options, given) ? accept(given) : invalid(ask.key, given);
  if (ask.kind === "day") return parseDate(given, ask.key);
  if (ask.kind === "yes") return given === "yes" || given === "no" ? accept(given === "yes") : invalid(ask.key, given);
  return accept(given.trim());
}

const BY_NAME = ["papers", "steps", "exceptions"] as const;
type Told = { loan: Record<string, unknown>; attested: Record<string, boolean>; guaranteeLetterOn?: LocalDate };

/** Puts an answer where the rules look for it. */
function place(told: Told, key: string, value: unknown): void {
  const [family = "", name] = key.split(/\.(.*)/s);
  if (key === "guaranteeLetterOn") told.guaranteeLetterOn = value as LocalDate;
  else if (family === "attested" && name) told.attested[name] = value === true;
  else if (name && (BY_NAME as readonly string[]).includes(family))
    told.loan[family] = { ...(told.loan[family] as Record<string, unknown> | undefined), [name]: value };
  else told.loan[key] = value;
}

/** Reads what was answered of a loan of this mode; tells every fault at once. Refuses `field_invalid` for an answer to what the document does not ask. */
export function readAnswers(asks: readonly LoanAsk[] | undefined, mode: string, answers: LoanAnswers): Outcome<LoanTold> {
  const asked = asksFor(asks, mode);
  const rates = asked.flatMap((ask) => (ask.kind === "fees" ? ask.rated.map((kind) => `${ask.key}.${kind}`) : []));
  const known = new Set([...asked.map(({ key }) => key), ...rates]);
  const faults: Refusal[] = Object.keys(answers).flatMap((key) =>
    known.has(key) ? [] : [{ code: "field_invalid" as const, figures: { reason: "unknown" }, field: key.slice(0, 60) }],
  );
  const told: Told = { loan: {}, attested: {} };
  for (const ask of asked) {
    const given = Object.hasOwn(answers, ask.key) ? answers[ask.key] : undefined;
    if (given === undefined || (typeof given === "string" && given.trim() === "")) continue;
    const value = answerOf(ask, given, answers);
    if (value.ok) place(told, ask.key, value.value);
    else faults.push(...value.refusals);
  }
  if (faults.length > 0) return refuseAll(faults);
  const { loan, attested, guaranteeLetterOn } = told;
  return accept({ loan, ...(Object.keys(attested).length > 0 ? { attested } : {}), ...(guaranteeLetterOn ? { guaranteeLetterOn } : {}) });
}
