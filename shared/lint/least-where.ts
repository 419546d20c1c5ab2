/** The least whole number of a range for which something holds that, once it holds, holds for all above; nothing where it never does. */
export function leastWhere(low: number, high: number, holds: (at: number) => boolean): number | undefined {
  if (low > high || !holds(high)) return undefined;
  let [from, to] = [low, high];
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}
