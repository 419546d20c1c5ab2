/** Refuses PDFs that are encrypted or do something: scripts, launches, attachments, forms that send, also when spelled in hex or packed in object streams. */
import type { RefusalCode } from "../../shared/refusal-code";
import { ascii, indexOf, lastIndexOf } from "./bytes";
import { inflate } from "./inflate";

const ACTS = new Set(["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm", "ImportData", "GoToE", "GoToR", "XFA"]);
const PACKED_MOST = 20 * 1024 * 1024;
const NAME_MOST = 64;
const DELIMITERS = new Set(Array.from("\0\t\n\f\r ()<>[]{}/%", (char) => char.charCodeAt(0)));

/** Every name (`/Launch`, also `/L#61unch`) in a stretch of bytes until `see` says stop. */
function eachName(bytes: Uint8Array, from: number, until: number, see: (name: string, after: number) => boolean): boolean {
  for (let at = bytes.indexOf(47, from); at >= 0 && at < until; at = bytes.indexOf(47, at + 1)) {
    let end = at + 1;
    while (end < until && end - at <= NAME_MOST && !DELIMITERS.has(bytes[end] as number)) end++;
    const name = ascii(bytes, at + 1, end).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (see(name, end)) return true;
  }
  return false;
}

function verdict(bytes: Uint8Array, from: number, until: number, outside: boolean): RefusalCode | null {
  let found: RefusalCode | null = null;
  eachName(bytes, from, until, (name, after) => {
    if (name === "Encrypt") found = "file_encrypted";
    // two letters turn up by chance in compressed bytes, so they count outside streams only
    else if (ACTS.has(name) || (outside && name === "JS")) found = "file_harmful";
    else if (outside && name === "OpenAction" && /^\s*<<[^>]*\/URI\b/.test(ascii(bytes, after, after + 200))) found = "file_harmful";
    return found !== null;
  });
  return found;
}

async function packedVerdict(
  bytes: Uint8Array<ArrayBuffer>,
  head: number,
  start: number,
  end: number,
  left: number,
): Promise<{ code: RefusalCode | null; used: number }> {
  let packed = false;
  let flated = false;
  eachName(bytes, head, start, (name) => {
    packed ||= name === "ObjStm";
    flated ||= name === "FlateDecode" || name === "Fl";
    return false;
  });
  if (!packed) return { code: null, used: 0 };
  if (!flated) return { code: "file_unreadable", used: 0 };
  const plain = await inflate(trimmed(bytes, start, end), "deflate", left);
  return plain ? { code: verdict(plain, 0, plain.length, true), used: plain.length } : { code: "file_unreadable", used: 0 };
}

/** A stream's bytes without the line breaks around them. */
function trimmed(bytes: Uint8Array<ArrayBuffer>, start: number, end: number): Uint8Array<ArrayBuffer> {
  let from = start;
  if (bytes[from] === 13) from++;
  if (bytes[from] === 10) from++;
  let until = end;
  if (bytes[until - 1] === 10) until--;
  if (bytes[until - 1] === 13) until--;
  return bytes.subarray(from, until);
}

/** null when harmless; else `file_encrypted`, `file_harmful` or `file_unreadable`. */
export async function pdfRefusal(bytes: Uint8Array<ArrayBuffer>): Promise<RefusalCode | null> {
  if (lastIndexOf(bytes, "%%EOF", bytes.length - 2048) < 0) return "file_unreadable";
  if (lastIndexOf(bytes, "PK\u0005\u0006", bytes.length - 66_000) >= 0) return "file_harmful";
  let left = PACKED_MOST;
  let at = 0;
  while (at < bytes.length) {
    const stream = indexOf(bytes, "stream", at);
    const start = stream < 0 ? bytes.length : stream + 6;
    const plain = verdict(bytes, at, start, true);
    if (plain) return plain;
    if (stream < 0) return null;
    const end = indexOf(bytes, "endstream", start);
    if (end < 0) return verdict(bytes, start, bytes.length, true);
    const inside = verdict(bytes, start, end, false);
    if (inside) return inside;
    const packed = await packedVerdict(bytes, Math.max(at, stream - 2048), start, end, left);
    if (packed.code) return packed.code;
    left -= packed.used;
    at = end + 9;
  }
  return null;
}
