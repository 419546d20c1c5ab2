/** Lines that say, in both languages, what a person at the terminal is waiting for and since when. */
/** Counted from the first process when the run goes on in a second one. */
const began = Number(process.env.GONGDAN_BEGAN ?? Date.now());
export const beganAt = () => String(began);
const seconds = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`;

/** @param {string} zh @param {string} en */
export const say = (zh, en) => console.log(`[${seconds()}] ${zh}  ${en}`);

/**
 * Says a line now and, while the work lasts, again every ten seconds with what `detail` adds.
 * @template T
 * @param {string} zh @param {string} en @param {() => Promise<T>} work @param {() => string} [detail]
 * @returns {Promise<T>}
 */
export async function waiting(zh, en, work, detail = () => "") {
  say(`${zh} …`, en);
  const beat = setInterval(() => say(`　仍在进行 ${detail()}`, `still at it: ${en}`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** Columns a text takes in a terminal: a Chinese character takes two. @param {string} text */
const widthOf = (text) =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ""))));
  const line = (/** @type {string[]} */ cells) =>
    `  ${cells.map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join("   ")}`.trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
