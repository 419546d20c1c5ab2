import { describe, expect, it } from "vitest";
import { addDays, addMonths, day } from "../local-date";
import { fen } from "../money";
import { act, BANK, BANK2, codes, first, TODAY } from "../schemes/yanqing/testing";
import { FileTold, taken } from "../schemes/yanqing/testing-fund";
import {
  arrearsOn,
  disbursed,
  extend,
  gradeLoan,
  type LifeEvent,
  type LoanLife,
  liveOn,
  outstandingOn,
  type Repayment,
  repaidInFull,
  repay,
  setSchedule,
  undoRepayment,
} from "./loan-life";

/** Three million, lent today for twelve months. */
const fresh: LoanLife = disbursed(new FileTold().file.loan);
const later = (days: number) => addDays(TODAY, days);
const bank = (days = 0) => act(BANK, later(days));
const grown = (life: LoanLife, events: readonly LifeEvent[]) => events.reduce(liveOn, life);
const paid = (id: string, days: number, principal: number, interest = 0): Repayment => ({
  id,
  on: later(days),
  principal: fen(principal),
  interest: fen(interest),
});
const due = (dueOn: string, principal: number, interest = 0) => ({ dueOn: day(dueOn), principal: fen(principal), interest: fen(interest) });
const lived = (...repayments: Repayment[]) => repayments.reduce((life, one) => grown(life, taken(repay(life, one, act(BANK, one.on)))), fresh);

describe("YQ-102 a loan's life", () => {
  it("begins with its whole principal, due at the end of its term", () => {
    expect([outstandingOn(fresh, later(-1)), outstandingOn(fresh, TODAY), fresh.maturesOn]).toEqual([0, 300_000_000, addMonths(TODAY, 12)]);
    expect(fresh.schedule).toEqual([due(addMonths(TODAY, 12), 300_000_000)]);
  });

  it("owes on any day what was lent less what was repaid by then", () => {
    const life = lived(paid("1", 10, 50_000_000), paid("2", 20, 10_000_000, 100));
    expect([9, 10, 19, 20].map((days) => outstandingOn(life, later(days)))).toEqual([300_000_000, 250_000_000, 250_000_000, 240_000_000]);
    expect(repaidInFull(life, later(20))).toBe(false);
    expect(repaidInFull(lived(paid("1", 10, 300_000_000)), later(10))).toBe(true);
  });

  it("only the lender tells it", () => {
    const stranger = act(BANK2, later(10));
    expect(codes(repay(fresh, paid("1", 5, 1), stranger))).toEqual(["lead_not_yours"]);
    expect(codes(setSchedule(fresh, [], stranger))).toEqual(["lead_not_yours"]);
    expect(codes(extend(fresh, later(900), "x", stranger))).toEqual(["lead_not_yours"]);
    expect(codes(gradeLoan(fresh, "loss", TODAY, stranger))).toEqual(["lead_not_yours"]);
    expect(codes(undoRepayment(fresh, "1", "x", stranger))).toEqual(["lead_not_yours"]);
  });

  it.each([
    [paid("1", 5, 300_000_001), "repayment_over"],
    [paid("1", 11, 1), "date_invalid"],
    [paid("1", -1, 1), "date_invalid"],
    [paid("1", 5, 0), "amount_invalid"],
    [paid("1", 5, -1, 2), "amount_invalid"],
    [paid("1", 5, 1, -1), "amount_invalid"],
    [paid("1", 5, 0, 1), undefined],
    [paid("1", 5, 300_000_000), undefined],
  ])("a repayment of %j is answered %s", (repayment, code) => {
    expect(codes(repay(fresh, repayment, bank(10)))).toEqual(code ? [code] : []);
  });

  it("a refusal names the field that is wrong", () => {
    const field = (repayment: Repayment) => first(repay(fresh, repayment, bank(10)))?.field;
    expect([paid("1", 11, 1), paid("1", 5, -1), paid("1", 5, 1, -1), paid("1", 5, 300_000_001)].map(field)).toEqual([
      "on",
      "principal",
      "interest",
      "principal",
    ]);
    const again = repay(lived(paid("1", 5, 100)), paid("1", 6, 100), bank(10));
    expect(first(again)).toMatchObject({ code: "already_exists", field: "repaymentNo" });
    expect(first(setSchedule(fresh, [], bank()))?.field).toBe("instalments");
  });

  it("a repayment told twice, and one of a loan that is repaid, are refused", () => {
    const life = lived(paid("1", 5, 300_000_000));
    expect(codes(repay(life, paid("1", 5, 1), bank(10)))).toEqual(["already_exists"]);
    expect(codes(repay(life, paid("2", 6, 1), bank(10)))).toEqual(["loan_closed"]);
  });

  it("one dated before others may not make the later ones too much", () => {
    const life = lived(paid("1", 20, 250_000_000));
    expect(first(repay(life, paid("2", 5, 50_000_001), bank(30)))).toMatchObject({ code: "repayment_over", figures: { outstanding: "500000.00" } });
  });

  it("one entered wrongly is taken back with a reason", () => {
    const life = lived(paid("1", 5, 100));
    expect(codes(undoRepayment(life, "1", " ", bank(6)))).toEqual(["reason_required"]);
    expect(codes(undoRepayment(life, "2", "x", bank(6)))).toEqual(["not_found"]);
    expect(outstandingOn(grown(life, taken(undoRepayment(life, "1", "录错", bank(6)))), later(6))).toBe(300_000_000);
  });

  const half = addMonths(TODAY, 6);
  it("a schedule rises by day within the term and repays the whole", () => {
    const instalments = [due(half, 100_000_000, 5), due(fresh.maturesOn, 200_000_000, 5)];
    expect(grown(fresh, taken(setSchedule(fresh, instalments, bank()))).schedule).toEqual(instalments);
    for (const wrong of [
      [],
      [due(half, 300_000_001)],
      [due(fresh.maturesOn, 100_000_000), due(half, 200_000_000)],
      [due(TODAY, 300_000_000)],
      [due(addDays(fresh.maturesOn, 1), 300_000_000)],
      [due(half, 400_000_000), due(fresh.maturesOn, -100_000_000)],
    ])
      expect(codes(setSchedule(fresh, wrong, bank()))).toEqual(["schedule_invalid"]);
  });

  it("YQ-A18 an extension moves the last day of the same contract, with a reason", () => {
    const life = grown(fresh, taken(extend(fresh, addMonths(TODAY, 18), "经营暂时困难", bank(300))));
    expect([life.maturesOn, life.schedule.at(-1)?.dueOn]).toEqual([addMonths(TODAY, 18), addMonths(TODAY, 18)]);
    expect(codes(extend(fresh, fresh.maturesOn, "x", bank()))).toEqual(["date_invalid"]);
    expect(codes(extend(fresh, addMonths(TODAY, 18), "", bank()))).toEqual(["reason_required"]);
    expect(codes(extend(lived(paid("1", 5, 300_000_000)), addMonths(TODAY, 18), "x", bank(6)))).toEqual(["loan_closed"]);
  });

  it("arrears are the oldest instalment not wholly paid, counted from its due day", () => {
    const instalments = [due(half, 100_000_000, 500), due(fresh.maturesOn, 200_000_000, 500)];
    const life = grown(fresh, taken(setSchedule(fresh, instalments, bank())));
    expect(arrearsOn(life, half)).toEqual({ principal: 0, interest: 0, days: 0 });
    expect(arrearsOn(life, addDays(half, 1))).toEqual({ principal: 100_000_000, interest: 500, days: 1, since: half, principalSince: half });
    const partly = grown(life, taken(repay(life, { id: "1", on: half, principal: fen(100_000_000), interest: fen(499) }, act(BANK, half))));
    expect(arrearsOn(partly, addDays(half, 30))).toEqual({ principal: 0, interest: 1, days: 30, since: half });
    const wholly = grown(life, taken(repay(life, { id: "1", on: half, principal: fen(100_000_000), interest: fen(500) }, act(BANK, half))));
    expect(arrearsOn(wholly, addDays(half, 30))).toEqual({ principal: 0, interest: 0, days: 0 });
    // interest alone has its own day, principal another
    expect(arrearsOn(partly, addDays(life.maturesOn, 1))).toMatchObject({ since: half, principalSince: life.maturesOn });
    expect(arrearsOn(wholly, addDays(life.maturesOn, 90))).toMatchObject({ principal: 200_000_000, days: 90, since: life.maturesOn });
  });

  it("the grade has its day, which does not go back", () => {
    const life = grown(fresh, taken(gradeLoan(fresh, "substandard", later(100), bank(100))));
    expect([life.grade, life.gradedOn]).toEqual(["substandard", later(100)]);
    expect(codes(gradeLoan(life, "normal", later(99), bank(100)))).toEqual(["date_invalid"]);
    expect(codes(gradeLoan(life, "doubtful", later(101), bank(100)))).toEqual(["date_invalid"]);
    expect(codes(gradeLoan(life, "doubtful", later(100), bank(100)))).toEqual([]);
    expect(first(gradeLoan(life, "substandard", later(100), bank(100)))).toMatchObject({ code: "already_exists", field: "grade" });
    expect(codes(gradeLoan(life, "substandard", later(101), bank(101)))).toEqual([]);
  });
});
