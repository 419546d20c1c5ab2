/** Pieces of a sentence that tell the figures compared. */

import type { Figures } from "../../../shared/outcome";
import type { RefusalCode } from "../../../shared/refusal-code";
import { figureText } from "./figure";
import { FIGURE_WORDS } from "./figure-name";

export type Sentence = (f: Figures) => string;
export type Sentences = Partial<Record<RefusalCode, Sentence>>;

/** One figure for the middle of a sentence: the first that is there. */
export const one = (f: Figures, names: readonly string[], otherwise = ""): string => {
  const name = names.find((each) => f[each] !== undefined && f[each] !== "");
  return name ? figureText(name, f[name] as string) : otherwise;
};

/** The same between quotes or other marks, nothing when absent. */
export const mark = (f: Figures, names: readonly string[], before: string, after: string): string => {
  const text = one(f, names);
  return text ? `${before}${text}${after}` : "";
};

/** All named figures in brackets: `（融资需求 5,000,000.01 元，上限 5,000,000.00 元）`. */
export const told = (f: Figures): string => {
  const parts = Object.entries(f)
    .filter(([name, value]) => FIGURE_WORDS[name] && value !== "")
    .map(([name, value]) => `${FIGURE_WORDS[name]} ${figureText(name, value)}`);
  return parts.length ? `（${parts.join("，")}）` : "";
};

export const given = (f: Figures) => mark(f, ["given"], "（您填的是“", "”）");
