import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { instalmentsOn } from "./instalment";
import { arrearsOn, disbursed, type LoanLife, type Repayment } from "./loan-life";

const due = (dueOn: string, principal: number, interest = 0) => ({ dueOn: day(dueOn), principal: fen(principal), interest: fen(interest) });
const loan = { loanId: "l", disbursedOn: day("2026-03-02"), principal: fen(300), termMonths: 12 } as Parameters<typeof disbursed>[0];
const life: LoanLife = { ...disbursed(loan), schedule: [due("2026-06-30", 100, 9), due("2026-09-30", 100, 6), due("2026-12-31", 100, 3)] };
const paid = (...repayments: readonly [string, number, number][]): LoanLife => ({
  ...life,
  repayments: repayments.map(
    ([on, principal, interest], at): Repayment => ({ id: `${at}`, on: day(on), principal: fen(principal), interest: fen(interest) }),
  ),
});
const states = (of: LoanLife, on: string) => instalmentsOn(of, day(on)).map(({ state }) => state);

describe("YQ-102 each instalment on a day", () => {
  it("is ahead on its own day and due from the next, as arrears are counted", () => {
    expect(states(life, "2026-06-30")).toEqual(["ahead", "ahead", "ahead"]);
    expect(arrearsOn(life, day("2026-06-30")).days).toBe(0);
    expect(states(life, "2026-07-01")).toEqual(["due", "ahead", "ahead"]);
    expect(arrearsOn(life, day("2026-07-01")).days).toBe(1);
  });
  it("is paid whole or in part, the oldest first, principal and interest each by itself", () => {
    expect(states(paid(["2026-06-01", 100, 9]), "2026-07-01")).toEqual(["paid", "ahead", "ahead"]);
    expect(states(paid(["2026-06-01", 100, 8]), "2026-07-01")).toEqual(["part", "ahead", "ahead"]);
    expect(states(paid(["2026-06-01", 250, 9]), "2026-07-01")).toEqual(["paid", "part", "part"]);
    expect(states(paid(["2026-06-01", 300, 18]), "2026-07-01")).toEqual(["paid", "paid", "paid"]);
  });
  it("does not count money of a later day", () => {
    expect(states(paid(["2026-07-02", 300, 18]), "2026-07-01")).toEqual(["due", "ahead", "ahead"]);
  });
});
