/** Two ways of the same work, measured in turns so that a slow moment of the machine meets both: medians, and the spread of the rounds' ratios. */

/** @typedef {{ median: number, least: number, most: number }} Spread */
/** Times in microseconds. `aim.most`: ours may take that many times as long; `aim.least`: ours must be that many times as fast. */
/** @typedef {{ name: string, how: string, ours: number, beside: number, ratio: Spread, aim: { most?: number, least?: number } }} Compared */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** @param {readonly number[]} numbers @returns {Spread} */
const spreadOf = (numbers) => ({ median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) });

/** The median time of `times` runs in microseconds. @param {number} times @param {() => unknown} work */
async function roundOf(times, work) {
  const taken = [];
  for (let turn = 0; turn < times; turn++) {
    const began = performance.now();
    await work();
    taken.push((performance.now() - began) * 1000);
  }
  return median(taken);
}

/**
 * Runs both in alternating order, `rounds` times over, after a warm-up. The ratio is time over time, or speed over speed with `faster`.
 * @param {{ rounds: number, times: number, warmUp: number, faster?: boolean }} plan
 * @param {() => unknown} ours
 * @param {() => unknown} beside
 * @returns {Promise<Pick<Compared, "ours" | "beside" | "ratio">>}
 */
export async function inTurns({ rounds, times, warmUp, faster = false }, ours, beside) {
  await roundOf(warmUp, ours);
  await roundOf(warmUp, beside);
  /** @type {{ ours: number, beside: number }[]} */
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    const first = await roundOf(times, round % 2 === 0 ? ours : beside);
    const second = await roundOf(times, round % 2 === 0 ? beside : ours);
    seen.push(round % 2 === 0 ? { ours: first, beside: second } : { ours: second, beside: first });
  }
  return {
    ours: median(seen.map((one) => one.ours)),
    beside: median(seen.map((one) => one.beside)),
    ratio: spreadOf(seen.map((one) => (faster ? one.beside / one.ours : one.ours / one.beside))),
  };
}

const WIDTHS = [34, 14, 16, 15, 14, 17, 8];
/** @param {readonly string[]} cells */
export const row = (cells) => cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(" ");
