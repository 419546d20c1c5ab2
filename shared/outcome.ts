/** Refusals are values: a code, the figures compared, and the article that says so. */
import type { Citation } from "./citation";
import type { RefusalCode } from "./refusal-code";

/** The figures behind a refusal by name, as text (`{ need: "5000000.01", limit: "5000000.00" }`); words for the names live in the miniapp. */
export type Figures = Readonly<Record<string, string>>;

export interface Refusal {
  readonly code: RefusalCode;
  readonly cites?: Citation;
  readonly figures: Figures;
  /** The input field that caused it, as a dotted path of the command. */
  readonly field?: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, figures: Figures = {}, cites?: Citation, field?: string): Outcome<never> => ({
  ok: false,
  refusals: [{ code, figures, ...(cites ? { cites } : {}), ...(field ? { field } : {}) }],
});

export const refuseAll = (refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals });
