import { describe, expect, it } from "vitest";
import { addDays } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, first, TODAY } from "../schemes/yanqing/testing";
import { FileTold, Purse, taken } from "../schemes/yanqing/testing-fund";
import { extend, gradeLoan, liveOn, repay, undoRepayment } from "./loan-life";
import { turnedBad, whileOwn } from "./loan-told";

const bank = act(BANK, TODAY);

describe("YQ-102 the loan's own record", () => {
  it("is open until the fund has paid: a filed claim does not close it", () => {
    const told = new FileTold();
    told.does(repay(told.file.life, { id: "1", on: TODAY, principal: fen(100), interest: fen(0) }, bank), BANK);
    const undone = () => whileOwn(told.file, undoRepayment(told.file.life, "1", "录错", bank));
    const later = () => whileOwn(told.file, extend(told.file.life, addDays(told.file.life.maturesOn, 30), "暂时困难", bank));
    expect([codes(undone()), codes(later())]).toEqual([[], []]);
    told.agreed();
    expect([codes(undone()), codes(later())]).toEqual([[], []]);
    told.paidFrom(new Purse());
    expect(first(undone())).toMatchObject({ code: "loan_closed", figures: { paidOn: TODAY } });
    expect(codes(later())).toEqual(["loan_closed"]);
  });
  it("says what was wrong with the telling first as the loan's own rules do", () => {
    const { file } = new FileTold();
    expect(codes(whileOwn(file, undoRepayment(file.life, "none", "x", bank)))).toEqual(["not_found"]);
  });
});

describe("YQ-103 a loan turns bad", () => {
  const { life } = new FileTold().file;
  const graded = (...grades: readonly Parameters<typeof gradeLoan>[1][]) =>
    grades.reduce((one, grade) => taken(gradeLoan(one, grade, TODAY, bank)).reduce(liveOn, one), life);
  it.each([
    [[], ["special_mention"], false],
    [[], ["substandard"], true],
    [["special_mention"], ["loss"], true],
    [["substandard"], ["doubtful"], false],
    [["substandard"], ["special_mention"], false],
  ] as const)("from %j to %j: %s", (before, after, bad) => {
    const first = graded(...before);
    const then = after.reduce((one, grade) => taken(gradeLoan(one, grade, TODAY, bank)).reduce(liveOn, one), first);
    expect(turnedBad(yanqing.claim, first, then, TODAY)).toEqual({ ok: true, value: bad });
  });
});
