/** Reads a request into what a contract promises: bounded, shallow, strict JSON; the error is told only after the actor is known. */
import type { z } from "zod";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../shared/outcome";
import { isRefusalCode } from "./problem";

export const BODY_MOST = 256 * 1024;
const DEPTH_MOST = 32;

/** The bytes of a body up to a limit, counted while they arrive; null when there are more. */
export async function readBounded(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.byteLength;
    if (total > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** Nesting is counted before parsing, for a parser may recurse. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") {
      if (++depth > DEPTH_MOST) return true;
    } else if (char === "}" || char === "]") depth--;
  }
  return false;
}

const POISON = new Set(["__proto__", "constructor", "prototype"]);

function holdsPoison(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(([key, member]) => (!Array.isArray(value) && POISON.has(key)) || holdsPoison(member));
}

export function parseJson(text: string): Outcome<unknown> {
  if (tooDeep(text)) return refuse("body_invalid", { reason: "depth" });
  let value: unknown;
  try {
    value = JSON.parse(text === "" ? "{}" : text);
  } catch {
    return refuse("body_invalid", { reason: "json" });
  }
  return holdsPoison(value) ? refuse("body_invalid", { reason: "name" }) : accept(value);
}

function refusalsOf(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  return issues.slice(0, 20).map((issue): Refusal => {
    const field = issue.path.map(String).join(".");
    const at = field ? { field } : {};
    if (isRefusalCode(issue.message)) return { code: issue.message, figures: {}, ...at };
    if (issue.code === "unrecognized_keys") {
      const unknown = issue.keys[0]?.slice(0, 64) ?? "";
      return { code: "field_invalid", figures: { reason: "unknown" }, field: field ? `${field}.${unknown}` : unknown };
    }
    if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return { code: "field_required", figures: {}, ...at };
    if (issue.code === "too_big" && issue.origin === "string") return { code: "field_too_long", figures: { most: String(issue.maximum) }, ...at };
    return { code: "field_invalid", figures: {}, ...at };
  });
}

/** Parses by a zod contract; without one only an empty object passes. */
export function parseWith(shape: z.ZodType | undefined, value: unknown): Outcome<unknown> {
  if (!shape) return accept(undefined);
  const read = shape.safeParse(value);
  return read.success ? accept(read.data) : refuseAll(refusalsOf(read.error.issues));
}

/** The JSON body of a request as text, or why not. */
export async function readJsonText(request: Request): Promise<Outcome<string>> {
  const type = request.headers.get("content-type") ?? "";
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > BODY_MOST) return refuse("body_too_large", { most: String(BODY_MOST) });
  const bytes = await readBounded(request.body, BODY_MOST);
  if (!bytes) return refuse("body_too_large", { most: String(BODY_MOST) });
  if (bytes.byteLength > 0 && !/^application\/json(?:\s*;|$)/i.test(type)) return refuse("body_invalid", { reason: "content-type" });
  try {
    return accept(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return refuse("body_invalid", { reason: "utf-8" });
  }
}
