/** What 包头's folder expects of itself. */
import type { Expected } from "../testing-expected";

export const expected: Expected = {
  life: ["BT-063", "2026-04-29", 62],
  standings: { enforced: 59, recorded: 2, next: 2 },
  cases: 29,
  lint: {},
};
