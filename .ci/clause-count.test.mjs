/** The count of requirements says enforced only where a test proves it. */
import { expect, it } from "vitest";
import { count, provenBy, totals } from "./clause-count.mjs";

const clause = (/** @type {string} */ id, /** @type {"enforced" | "recorded" | "next"} */ kind) =>
  /** @type {import("./clause-count.mjs").Clause} */ ({
    id,
    article: "一",
    says: "句子",
    standing: kind === "enforced" ? { kind } : { kind, why: "因为" },
  });
const file = (/** @type {[string, string][]} */ ...tests) => [
  { name: "/root/shared/a.test.ts", assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) },
];

it("an enforced requirement without a test is open", () => {
  const counted = count(
    [clause("YQ-001", "enforced"), clause("YQ-002", "enforced"), clause("YQ-003", "recorded"), clause("YQ-004", "next")],
    provenBy(file(["a YQ-001 b", "passed"]), "/root"),
  );
  expect(counted.map(({ as }) => as)).toEqual(["enforced", "open", "recorded", "next"]);
  expect(counted[0]?.by).toBe("shared/a.test.ts: a YQ-001 b");
  expect(totals(counted)).toEqual({ enforced: 1, recorded: 1, next: 1, open: 1 });
});

it("one failed test takes an id's proof away, whatever else passed", () => {
  const proven = provenBy(file(["YQ-001 first", "passed"], ["YQ-001 YQ-002 second", "failed"], ["YQ-003", "skipped"]), "/root");
  expect([...proven.keys()]).toEqual([]);
});
