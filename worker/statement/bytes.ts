/** Looks for short ASCII words in bytes without ever making a string of the file. */
export function indexOf(bytes: Uint8Array, word: string, from = 0, until = bytes.length): number {
  const first = word.charCodeAt(0);
  const last = until - word.length;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same++;
    if (same === word.length) return at;
  }
  return -1;
}

export function lastIndexOf(bytes: Uint8Array, word: string, from: number): number {
  for (let at = bytes.length - word.length; at >= Math.max(0, from); at--) {
    let same = 0;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same++;
    if (same === word.length) return at;
  }
  return -1;
}

export const ascii = (bytes: Uint8Array, from: number, until: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(until, bytes.length)));
