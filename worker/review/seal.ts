/** Ballots are sealed with AES-GCM under a key of their own review until it closes; place, round and unit are bound into each. */
import type { Ballot } from "../../shared/process/ballot";

const bytes = (text: string) => new TextEncoder().encode(text);
const toBase64 = (data: Uint8Array) => btoa(String.fromCharCode(...data));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function keyOf(secret: string, reviewId: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", bytes(secret), "HKDF", false, ["deriveKey"]);
  const derive = { name: "HKDF", hash: "SHA-256", salt: bytes("gongdan ballot"), info: bytes(reviewId) };
  return crypto.subtle.deriveKey(derive, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

interface Place {
  readonly reviewId: string;
  readonly round: number;
  readonly unit: string;
}
const bound = ({ reviewId, round, unit }: Place) => bytes(`${reviewId}\n${round}\n${unit}`);
/** Every sealed ballot has the same length for any choice and any reason up to the limit, so that its size tells nothing. */
const PADDED = 4096;

export async function seal(secret: string, place: Place, ballot: { readonly choice: string; readonly reason: string }): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new Uint8Array(PADDED);
  plain.fill(0x20);
  plain.set(bytes(JSON.stringify({ choice: ballot.choice, reason: ballot.reason })));
  const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(place) }, await keyOf(secret, place.reviewId), plain);
  return `${toBase64(iv)}.${toBase64(new Uint8Array(closed))}`;
}

/** Opens one ballot; throws when it was changed or moved from its place. */
export async function unseal(secret: string, place: Place, sealed: string): Promise<Ballot> {
  const [iv = "", closed = ""] = sealed.split(".");
  const plain = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: fromBase64(iv), additionalData: bound(place) },
    await keyOf(secret, place.reviewId),
    fromBase64(closed),
  );
  const { choice, reason } = JSON.parse(new TextDecoder().decode(plain)) as { choice: string; reason: string };
  return { unit: place.unit, choice, reason };
}
