/** What 克州's folder expects of itself. */
import type { Expected } from "../testing-expected";

export const expected: Expected = {
  life: ["KZ-087", "2030-03-14", 62],
  standings: { enforced: 80, recorded: 4, next: 3 },
  cases: 34,
  lint: { gap: 2, idle_limit: 1 },
};
