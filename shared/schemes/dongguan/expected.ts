/** What 东莞's folder expects of itself. */
import type { Expected } from "../testing-expected";

export const expected: Expected = {
  life: ["DG-049", "2028-12-31", 61],
  standings: { enforced: 43, recorded: 5, next: 2 },
  cases: 32,
  lint: {},
};
