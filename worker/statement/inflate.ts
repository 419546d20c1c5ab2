/** Inflates with a limit, counting every byte: a small archive must not become a large one. */
type Bytes = Uint8Array<ArrayBuffer>;

/** The inflated bytes, or null where they are more than `most` or do not inflate. */
export async function inflate(data: Bytes, format: "deflate" | "deflate-raw", most: number): Promise<Bytes | null> {
  const chunks: Uint8Array[] = [];
  const counted = await eachChunk(data, format, most, (chunk) => chunks.push(chunk));
  if (counted === null) return null;
  const whole = new Uint8Array(counted);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** How many bytes it inflates to, keeping none; null where more than `most` or broken. */
export const countInflated = (data: Bytes, most: number): Promise<number | null> => eachChunk(data, "deflate-raw", most, () => {});

async function eachChunk(data: Bytes, format: "deflate" | "deflate-raw", most: number, take: (chunk: Uint8Array) => void): Promise<number | null> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  let total = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      total += part.value.byteLength;
      if (total > most) {
        await reader.cancel();
        return null;
      }
      take(part.value);
    }
    return total;
  } catch {
    return null;
  }
}
