/** Unified social credit codes (统一社会信用代码) by GB 32100-2015, with the organisation part of GB 11714-1997. */
import { accept, type Figures, type Outcome, refuse } from "../outcome";

declare const brand: unique symbol;
export type CreditCode = string & { readonly [brand]: "credit-code" };

/** GB 32100 table 1: the value of a character is its place; I, O, S, V and Z do not exist. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(place−1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = 18;
/** Spaces of any kind, zero-width and direction marks, soft hyphens: what copying from a web page or a PDF brings along. */
const INVISIBLE = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** What people type or read for a letter that does not exist. */
const LOOKALIKES: Readonly<Record<string, string>> = { I: "1LT", O: "0DQ", S: "58", V: "UY", Z: "27" };

/** Full-width and lower-case letters folded, everything invisible removed. */
export const normalizeCreditCode = (text: string): string => text.normalize("NFKC").replace(INVISIBLE, "").toUpperCase();

/** The 18th character for the first 17 (GB 32100, mod 31). Throws unless given 17 characters of the alphabet. */
export function checkCharacter(first17: string): string {
  const values = Array.from(first17, (character) => ALPHABET.indexOf(character));
  if (values.length !== LENGTH - 1 || values.includes(-1)) throw new RangeError(`not 17 characters of a credit code: ${first17}`);
  const sum = values.reduce((total, value, at) => total + value * (WEIGHTS[at] as number), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The ninth character of an organisation code for its first eight (GB 11714, mod 11; there A is 10 and Z is 35). Throws on other shapes. */
export function organisationCheckCharacter(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) throw new RangeError(`not 8 characters of an organisation code: ${first8}`);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(first8.charAt(at), 36), 0);
  return "0123456789X0".charAt(11 - (sum % 11));
}

/** Whether places 9–17 carry their own check character. Where it is broken in a code that fails, the slip lies there. */
export const organisationPartHolds = (code: string): boolean => organisationCheckCharacter(code.slice(8, 16)) === code.charAt(16);

const allowedAt = (place: number) => (place >= 3 && place <= 8 ? "0123456789" : ALPHABET);

/** The lookalike that makes the whole code hold, where one and only one character is wrong; else nothing, for a guess would mislead. */
function intended(characters: readonly string[], at: number): string | undefined {
  const candidates = Array.from(LOOKALIKES[characters[at] as string] ?? "").filter((candidate) => allowedAt(at + 1).includes(candidate));
  return candidates.find((candidate) => {
    const text = characters.map((character, place) => (place === at ? candidate : character)).join("");
    const readable = Array.from(text).every((character, place) => allowedAt(place + 1).includes(character));
    return readable && text.charAt(LENGTH - 1) === checkCharacter(text.slice(0, LENGTH - 1));
  });
}

/**
 * Reads a credit code as typed, pasted or scanned. Refuses `credit_code_invalid` with figures `given` (as normalised), `problem`, and
 * - `length`: `length`, `expected` "18";
 * - `character`: `at` (place from 1) and `character` of the first that cannot stand there, and `expected` where only one lookalike fits;
 * - `check`: `at` "18", `character`, `expected` for the seventeen before it, and `within` "9-17" when the slip is in the organisation part.
 * A code whose organisation part alone breaks GB 11714 is accepted: the 18th character governs.
 */
export function parseCreditCode(text: string, field?: string): Outcome<CreditCode> {
  const code = normalizeCreditCode(text);
  const characters = Array.from(code);
  const given = characters.slice(0, 40).join("");
  const invalid = (figures: Figures) => refuse("credit_code_invalid", { given, ...figures }, undefined, field);
  const wrongAt = (at: number) => {
    const expected = characters.length === LENGTH ? intended(characters, at) : undefined;
    return invalid({ problem: "character", at: String(at + 1), character: characters[at] as string, ...(expected ? { expected } : {}) });
  };

  const foreign = characters.findIndex((character) => !/^[0-9A-Z]$/.test(character));
  if (foreign >= 0) return wrongAt(foreign);
  if (characters.length !== LENGTH) return invalid({ problem: "length", length: String(characters.length), expected: String(LENGTH) });
  const misplaced = characters.findIndex((character, at) => !allowedAt(at + 1).includes(character));
  if (misplaced >= 0) return wrongAt(misplaced);

  const expected = checkCharacter(code.slice(0, LENGTH - 1));
  if (code.charAt(LENGTH - 1) === expected) return accept(code as CreditCode);
  const slip = { problem: "check", at: String(LENGTH), character: code.charAt(LENGTH - 1), expected };
  return invalid(organisationPartHolds(code) ? slip : { ...slip, within: "9-17" });
}
