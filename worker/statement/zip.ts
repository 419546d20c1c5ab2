/** Reads a zip's directory and refuses archives that grow: by what they declare and by what they really inflate to. */
import type { RefusalCode } from "../../shared/refusal-code";
import { lastIndexOf } from "./bytes";
import { countInflated, inflate } from "./inflate";

const INFLATED_MOST = 50 * 1024 * 1024;
const RATIO_MOST = 100;
const ENTRIES_MOST = 2000;
const HARMFUL = /vbaProject|\/macrosheets\/|\/activeX\/|\/embeddings\/|\/externalLinks\/|\.(?:exe|dll|js|vbs|bat|cmd|scr|hta|jar)$/i;

/** The type of a workbook with macros; the mere default for binary sheets, which some writers always list, is not one. */
const MACRO_TYPE = /vnd\.ms-excel\.(?:sheet|template|addin)\.macroEnabled|vnd\.ms-office\.vbaProject/i;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The entries of the central directory, or null where it is not whole. */
function directory(bytes: Uint8Array<ArrayBuffer>): Entry[] | null {
  const end = lastIndexOf(bytes, "PK\u0005\u0006", bytes.length - 66_000);
  if (end < 0 || end + 22 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0 || count > ENTRIES_MOST) return null;
  const entries: Entry[] = [];
  for (let read = 0; read < count; read++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at <= end ? entries : null;
}

/** An entry's packed bytes by its local header, or null where that lies outside the file. */
function packedOf(bytes: Uint8Array<ArrayBuffer>, entry: Entry): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return start + entry.packed <= bytes.length ? bytes.subarray(start, start + entry.packed) : null;
}

function declared(bytes: Uint8Array, entries: readonly Entry[]): RefusalCode | null {
  const names = entries.map((entry) => entry.name);
  if (entries.some((entry) => entry.encrypted)) return "file_encrypted";
  if (!names.includes("[Content_Types].xml") || !names.includes("xl/workbook.xml")) return "file_type";
  if (new Set(names).size !== names.length) return "file_harmful";
  if (names.some((name) => HARMFUL.test(name) || name.includes("..") || name.startsWith("/"))) return "file_harmful";
  if (entries.some((entry) => entry.method !== 0 && entry.method !== 8)) return "file_unreadable";
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  return total > INFLATED_MOST || total > bytes.length * RATIO_MOST ? "file_harmful" : null;
}

/** null for a harmless xlsx; else `file_type`, `file_encrypted`, `file_harmful` or `file_unreadable`. */
export async function xlsxRefusal(bytes: Uint8Array<ArrayBuffer>): Promise<RefusalCode | null> {
  const entries = directory(bytes);
  if (!entries) return "file_unreadable";
  const said = declared(bytes, entries);
  if (said) return said;
  let left = Math.min(INFLATED_MOST, bytes.length * RATIO_MOST);
  for (const entry of entries) {
    const packed = packedOf(bytes, entry);
    if (!packed) return "file_unreadable";
    const size = entry.method === 0 ? packed.length : await countInflated(packed, Math.min(left, entry.size));
    // more than it declared: it lies about its size
    if (size === null || size !== entry.size) return "file_harmful";
    left -= size;
    if (left < 0) return "file_harmful";
    if (entry.name === "[Content_Types].xml") {
      const plain = entry.method === 0 ? packed : await inflate(packed, "deflate-raw", entry.size);
      if (plain && MACRO_TYPE.test(new TextDecoder().decode(plain))) return "file_harmful";
    }
  }
  return null;
}
