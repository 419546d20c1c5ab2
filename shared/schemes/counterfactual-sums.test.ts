/** What would have been paid where something else really was. */
import { describe, expect, it } from "vitest";
import { fen, ZERO } from "../money";
import { paidAs } from "./counterfactual-sums";

describe("a payment under another reading", () => {
  it.each([
    ["more is due", 500, 0, 500, 600, 600],
    ["less is due", 500, 0, 500, 400, 400],
    ["nothing would have been due", 500, 0, 500, 0, 0],
    ["KZ-051 the fund was short, and could not have paid more", 490, 10, 500, 600, 490],
    ["KZ-051 the fund was short, and less would have been due than it had", 490, 10, 500, 400, 400],
  ])("%s", (_, really, unfunded, was, now, paid) => {
    expect(paidAs(fen(really), unfunded ? fen(unfunded) : ZERO, fen(was), fen(now))).toBe(paid);
  });
});
