/** Percent text as a ratio: digits are moved, nothing is computed. */

/** Whether it reads as a percentage above 0 and at most 100. */
export const isPercent = (text: string): boolean => /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/.test(text.trim()) && /[1-9]/.test(text);

/** `25` → `0.25`, `33.5` → `0.335`, `100` → `1.0`. */
export function ratioOf(percent: string): string {
  const [whole = "", rest = ""] = percent.trim().split(".");
  const digits = `${whole.padStart(3, "0")}${rest}`;
  const cut = digits.length - 2 - rest.length;
  const text = `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return text.replace(/0+$/, "").replace(/\.$/, ".0");
}
