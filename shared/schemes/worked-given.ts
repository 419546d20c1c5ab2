/** What a worked example gives, read by the engine's own readers: what they refuse, the example answers with. */
import { type LocalDate, parseDate } from "../local-date";
import { type Fen, parseYuan } from "../money";
import { type Outcome, type Refusal, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import type { Scheme } from "./scheme";

export type Given = Readonly<Record<string, unknown>>;
/** One calculation or check: a scheme and what is given in, what the engine says out. */
export type Op = (scheme: Scheme, given: Given) => Readonly<Record<string, unknown>>;

/** Carries the engine's first refusal out of an op. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.refusals[0] as Refusal);
}

export const textOf = (given: Given, key: string): string => (given[key] === undefined || given[key] === null ? "" : String(given[key]));
export const moneyOf = (given: Given, key: string): Fen => must(parseYuan(textOf(given, key), key));
export const dateOf = (given: Given, key: string): LocalDate => must(parseDate(textOf(given, key), key));
export const countOf = (given: Given, key: string): number => {
  const count = given[key];
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0
    ? count
    : must<number>(refuse("field_invalid", { given: textOf(given, key).slice(0, 40) }, undefined, key));
};
export const partsOf = (given: Given, key: string): Given => (typeof given[key] === "object" && given[key] !== null ? (given[key] as Given) : {});
/** A figure of the document itself needs no day: it is read on the scheme's first. */
export const firstDay = (scheme: Scheme): LocalDate => scheme.validity.from as LocalDate;
/** Part of the scheme that an op needs; a scheme without it has no engine for the op. */
export const part = <T>(found: T | undefined): T => found ?? must<T>(refuse("not_found"));

/** The words of the examples for the figures of formulas. */
const FIGURES: Readonly<Record<string, string>> = {
  lossBase: "outstandingPrincipal",
  nplPrincipal: "outstandingPrincipal",
  loanAmount: "loanAmount",
  compensatedPrincipal: "compensatedPrincipal",
  totalLoss: "outstandingPrincipal",
  cityGuarantorLoss: "guarantorLoss",
};

/** Every figure that is given, under the formula's own word. */
export const figuresOf = (given: Given): Readonly<Record<string, Fen>> =>
  Object.fromEntries(Object.entries(FIGURES).flatMap(([word, figure]) => (word in given ? [[figure, moneyOf(given, word)]] : [])));

/** The words of the examples for units, with and without a number behind. */
const UNITS: Readonly<Record<string, OrgKind>> = {
  NDRC: "office",
  FINANCE: "finance",
  SECTOR: "department",
  DEPT: "department",
  TOWNSHIP: "township",
  BANK: "bank",
  GUAR: "guarantor",
  INS: "insurer",
  LENDER: "lender",
};

export function kindOf(unit: string): OrgKind {
  const word = unit.replace(/\d+$/, "");
  return Object.hasOwn(UNITS, word) ? (UNITS[word] as OrgKind) : must<OrgKind>(refuse("unit_not_on_panel", { unit }));
}
