/** What 新乡's folder expects of itself. */
import type { Expected } from "../testing-expected";

export const expected: Expected = {
  life: ["XX-066", "2024-08-19", 38],
  standings: { enforced: 59, recorded: 6, next: 1 },
  uncited: ["XX-057"],
  cases: 41,
  lint: { cliff: 2, restart: 1, idle_limit: 2 },
};
