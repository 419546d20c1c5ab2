/** The fields that many commands share; a message that is a refusal code becomes that refusal. */
import { z } from "zod";

/** An identifier that we gave out ourselves. */
export const id = z.string().min(1).max(64);
/** One line of text a person typed: trimmed, no control or bidirectional marks, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "field_required")
    .max(max, "field_too_long")
    .regex(/^[^\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u, "field_invalid");
/** Several lines of text: as `line`, but line breaks and tabs may stay. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "field_required")
    .max(max, "field_too_long")
    .regex(/^(?:[^\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\n\r\t])*$/u, "field_invalid");
/** A calendar day as `YYYY-MM-DD`; whether it exists is checked by `parseDate`. */
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date_invalid");
/** A mobile number of the mainland, eleven digits. */
export const phone = z
  .string()
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, "phone_invalid"));
/** A ratio as decimal text with at most six decimals, e.g. `0.50`. */
export const ratioText = z.string().regex(/^\d{1,3}(?:\.\d{1,6})?$/, "field_invalid");
/** Milliseconds since 1970 UTC: when something was recorded. */
export const instant = z.number().int();
