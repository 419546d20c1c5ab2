/** Identity numbers of the mainland (GB 11643): read as typed, checked by their last character, and the mask under which they are shown. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** Full-width and lower-case folded, spaces and invisible marks removed. */
export const normalizeIdentityNumber = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, "")
    .toUpperCase();

/** A number, already normalised, whose check character holds. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (text.charCodeAt(at) - 48), 0);
  return CHECKS[sum % 11] === text[17];
}

/** The first three and the last four characters; what stands between is never shown. */
export const maskIdentityNumber = (id: string): string => `${id.slice(0, 3)}***********${id.slice(-4)}`;

export const isMaskedIdentityNumber = (text: string): boolean => /^\d{3}\*{11}\w{4}$/.test(text);
