/** Amounts as people read them. Only digits are moved, nothing is computed. */
import { type Fen, parseYuan, yuan } from "../../../shared/money";

const group = (whole: string) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** `3000000.00` or fen → `3,000,000.00`. */
export function yuanText(amount: string | Fen): string {
  const text = typeof amount === "number" ? yuan(amount) : amount;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return match ? `${match[1]}${group(match[2] ?? "0")}.${(match[3] ?? "").padEnd(2, "0")}` : text;
}

/** `3000000.00` → `300 万元`; what is not neat in 万元 stays in yuan: `1234567.89` → `1,234,567.89 元`. */
export function wanText(amount: string | Fen, decimals = 2): string {
  const text = typeof amount === "number" ? yuan(amount) : amount;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const whole = (match[2] ?? "").replace(/^0+(?=\d)/, "");
  if (whole.length < 5) return `${yuanText(text)} 元`;
  const rest = `${whole.slice(-4)}${match[3] ?? ""}`.replace(/0+$/, "");
  if (rest.length > decimals) return `${yuanText(text)} 元`;
  const wan = `${match[1]}${group(whole.slice(0, -4))}${rest ? `.${rest}` : ""}`;
  return `${wan} 万元`;
}

/** What was typed, read back; null while it is not an amount yet. */
export function amountReading(typed: string): string | null {
  if (!typed.trim()) return null;
  const read = parseYuan(typed);
  if (!read.ok || read.value <= 0) return null;
  const text = yuan(read.value);
  return text.length > 7 ? `${wanText(text, 6)}（${yuanText(text)} 元）` : `${yuanText(text)} 元`;
}

/** `0.50` → `50%`, `0.0385` → `3.85%`. */
export function percentText(ratio: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio);
  if (!match) return ratio;
  const digits = (match[3] ?? "").padEnd(2, "0");
  const whole = `${match[2]}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return `${match[1]}${whole}${rest ? `.${rest}` : ""}%`;
}
