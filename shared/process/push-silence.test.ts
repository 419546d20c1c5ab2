import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { stepOf } from "./procedure";
import { answerBy, silenceFlag } from "./push-silence";

const step = stepOf(yanqing.admission, "push");
if (!step) throw new Error("no push");
const pushed = day("2026-03-02");

describe("YQ-102 a push without a decision", () => {
  it("YQ-A21 is told on the sixty-first day, and not before", () => {
    expect(answerBy(step, pushed)).toBe("2026-05-01");
    expect(silenceFlag(step, pushed, addDays(pushed, 60))).toBeUndefined();
    expect(silenceFlag(step, pushed, addDays(pushed, 61))).toMatchObject({
      code: "push_no_response",
      figures: { pushedOn: "2026-03-02", due: "2026-05-01" },
      cites: { article: "五" },
    });
  });
  it("is not told where the document does not remind, nor on a day without its number", () => {
    expect(silenceFlag({}, pushed, addDays(pushed, 400))).toBeUndefined();
    expect(silenceFlag(step, day("2025-08-21"), addDays(pushed, 400))).toBeUndefined();
  });
});
