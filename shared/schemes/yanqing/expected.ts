/** What 延庆's folder expects of itself. */
import type { Expected } from "../testing-expected";

export const expected: Expected = {
  life: ["YQ-002", "2028-08-21", 38],
  standings: { enforced: 104, recorded: 1, next: 0 },
  uncited: ["YQ-001", "YQ-009", "YQ-032", "YQ-036", "YQ-037", "YQ-098", "YQ-105"],
  cases: 52,
  lint: { tie: 3, restart: 2 },
};
