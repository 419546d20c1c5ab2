/** What a file is by its bytes, never by its name, and whether it may be kept. */
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { ascii, indexOf, lastIndexOf } from "./bytes";
import { pdfRefusal } from "./pdf";
import { xlsxRefusal } from "./zip";

export type Extension = "pdf" | "jpg" | "png" | "xlsx";

export const MEDIA: Record<Extension, string> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const SIDE_MOST = 10_000;

function extensionOf(bytes: Uint8Array): Extension | "ole" | null {
  if (ascii(bytes, 0, 5) === "%PDF-") return "pdf";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpg";
  if (ascii(bytes, 0, 8) === "\u0089PNG\r\n\u001a\n") return "png";
  if (ascii(bytes, 0, 4) === "PK\u0003\u0004") return "xlsx";
  return ascii(bytes, 0, 4) === "\u00d0\u00cf\u0011\u00e0" ? "ole" : null;
}

/** A picture whose sides would fill the memory of whoever opens it, or with an archive behind it. */
function pictureRefusal(bytes: Uint8Array<ArrayBuffer>, extension: "jpg" | "png") {
  if (lastIndexOf(bytes, "PK\u0005\u0006", bytes.length - 66_000) >= 0) return "file_harmful" as const;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (extension === "png") {
    if (bytes.length < 33 || ascii(bytes, 12, 16) !== "IHDR" || indexOf(bytes, "IEND") < 0) return "file_unreadable" as const;
    return Math.max(view.getUint32(16), view.getUint32(20)) > SIDE_MOST ? ("file_harmful" as const) : null;
  }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] as number;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return Math.max(view.getUint16(at + 5), view.getUint16(at + 7)) > SIDE_MOST ? ("file_harmful" as const) : null;
  }
  return "file_unreadable" as const;
}

/** Refuses `file_empty`, `file_too_big`, `file_type`, `file_encrypted`, `file_harmful`, `file_unreadable`; else says what it is. `only` names the types that are taken, all where absent. */
export async function inspect(bytes: Uint8Array<ArrayBuffer>, most: number, only?: readonly Extension[]): Promise<Outcome<Extension>> {
  const bad = (code: Parameters<typeof refuse>[0], figures: Record<string, string> = {}) => refuse(code, figures, undefined, "file");
  if (bytes.length === 0) return bad("file_empty");
  if (bytes.length > most) return bad("file_too_big", { bytes: String(bytes.length), most: String(most) });
  const extension = extensionOf(bytes);
  if (extension === null) return bad("file_type");
  // an encrypted workbook is an OLE container that holds this stream, its name in UTF-16
  if (extension === "ole") return bad(indexOf(bytes, Array.from("EncryptedPackage").join("\0")) >= 0 ? "file_encrypted" : "file_type");
  if (only && !only.includes(extension)) return bad("file_type");
  const code = extension === "pdf" ? await pdfRefusal(bytes) : extension === "xlsx" ? await xlsxRefusal(bytes) : pictureRefusal(bytes, extension);
  return code ? bad(code) : accept(extension);
}

/** A name fit to show: its last part, no control or direction marks, at most 100 characters, with the extension of what it is. */
export function shownName(given: string, extension: Extension): string {
  const last = given.normalize("NFC").split(/[\\/]/).pop() ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, "")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/^\.+/, "")
    .trim();
  return `${Array.from(plain).slice(0, 100).join("") || "file"}.${extension}`;
}
