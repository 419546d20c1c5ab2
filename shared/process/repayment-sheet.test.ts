import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { act, BANK, codes, TODAY } from "../schemes/yanqing/testing";
import { FileTold, taken } from "../schemes/yanqing/testing-fund";
import { columnsOf, readRow, rowOnFile, SHEET_COLUMNS, type SheetCells, type SheetColumn } from "./repayment-sheet";

const HEAD = SHEET_COLUMNS.map(({ says }) => says);
const text = (cells: Partial<Record<SheetColumn, string>>): SheetCells =>
  Object.fromEntries(Object.entries(cells).map(([column, each]) => [column, { text: each }]));
const faults = (cells: SheetCells) => {
  const read = readRow(cells);
  return read.ok ? [] : read.refusals.map(({ code, field }) => [code, field]);
};

describe("the head of the sheet", () => {
  it("is found in any order, with units in brackets and other columns between", () => {
    expect(columnsOf([...HEAD])).toMatchObject({ ok: true, value: { contractNo: 0, gradedOn: 6 } });
    const other = columnsOf(["企业", "分类日期", "五级分类", " 利息（元）", "本金(元)", "还款 日期", "流水号", "合同号"]);
    expect(other).toMatchObject({ ok: true, value: { contractNo: 7, principal: 4, interest: 3, on: 5 } });
  });
  it("with a column missing or twice is refused by its name", () => {
    expect(columnsOf(HEAD.slice(0, 5))).toMatchObject({ refusals: [{ code: "field_required", figures: { missing: "五级分类、分类日期" } }] });
    expect(columnsOf([...HEAD, "本金"])).toMatchObject({ refusals: [{ code: "field_invalid", figures: { given: "本金" } }] });
  });
});

describe("a row", () => {
  it("that names a contract alone says nothing", () => {
    expect(readRow(text({ contractNo: "HT-1" }))).toEqual({ ok: true, value: undefined });
    expect(readRow({})).toEqual({ ok: true, value: undefined });
  });
  it("holds a repayment, a grade or both", () => {
    const cells = text({
      contractNo: " HT-1 ",
      repaymentNo: "L1",
      on: "2026/4/5",
      principal: "１,０００.50",
      grade: "次级类",
      gradedOn: "2026年4月6日",
    });
    expect(readRow(cells)).toEqual({
      ok: true,
      value: {
        contractNo: "HT-1",
        repayment: { id: "L1", on: "2026-04-05", principal: fen(100_050), interest: fen(0) },
        grade: { grade: "substandard", on: "2026-04-06" },
      },
    });
    expect(readRow({ ...text({ contractNo: "HT-1", grade: "正常" }), gradedOn: { day: day("2026-04-06") } })).toMatchObject({
      value: { grade: { grade: "normal", on: "2026-04-06" } },
    });
    expect(readRow(text({ contractNo: "HT-1", repaymentNo: "L1", on: "2026.04.05", interest: "3" }))).toMatchObject({
      value: { repayment: { principal: 0, interest: 300 } },
    });
  });
  it.each<[SheetCells, [string, string][]]>([
    [
      text({ repaymentNo: "L1" }),
      [
        ["field_required", "contractNo"],
        ["field_required", "on"],
        ["field_required", "principal"],
      ],
    ],
    [
      text({ contractNo: "HT-1", principal: "1.001", interest: "x" }),
      [
        ["field_required", "repaymentNo"],
        ["field_required", "on"],
        ["amount_invalid", "principal"],
        ["amount_invalid", "interest"],
      ],
    ],
    [
      text({ contractNo: "HT-1", grade: "好" }),
      [
        ["field_invalid", "grade"],
        ["field_required", "gradedOn"],
      ],
    ],
    [
      text({ contractNo: "HT-1", gradedOn: "2026-02-30" }),
      [
        ["field_required", "grade"],
        ["date_invalid", "gradedOn"],
      ],
    ],
    [text({ contractNo: "\u202eHT", grade: "正常", gradedOn: "2026-04-06" }), [["field_invalid", "contractNo"]]],
    [text({ contractNo: "H".repeat(61), grade: "正常", gradedOn: "2026-04-06" }), [["field_too_long", "contractNo"]]],
    [{ ...text({ contractNo: "HT-1", repaymentNo: "L1", on: "2026-04-05" }), principal: "formula" }, [["amount_invalid", "principal"]]],
    [{ ...text({ contractNo: "HT-1", repaymentNo: "L1", principal: "1" }), on: "formula" }, [["date_invalid", "on"]]],
    [
      { repaymentNo: "formula", contractNo: "formula", on: { day: TODAY }, principal: { day: TODAY }, grade: "formula", gradedOn: { day: TODAY } },
      [
        ["field_invalid", "contractNo"],
        ["field_invalid", "repaymentNo"],
        ["amount_invalid", "principal"],
        ["field_invalid", "grade"],
      ],
    ],
  ])("%j is told every fault with its column", (cells, told) => {
    expect(faults(cells)).toEqual(told);
  });
});

describe("a row on its file", () => {
  const { file } = new FileTold();
  const bank = act(BANK, addDays(TODAY, 30));
  const repayment = { id: "L1", on: addDays(TODAY, 10), principal: fen(100), interest: fen(0) };
  const grade = { grade: "special_mention", on: addDays(TODAY, 10) } as const;
  const types = (row: Parameters<typeof rowOnFile>[1], of = file) => taken(rowOnFile(of, row, bank)).map(({ type }) => type);
  it("adds what it says", () => {
    expect(types({ contractNo: "HT", repayment, grade })).toEqual(["repaid", "graded"]);
    expect(types({ contractNo: "HT", grade })).toEqual(["graded"]);
  });
  it("a class that stands already adds nothing beside a repayment, and is told twice by itself", () => {
    const told = new FileTold().does(rowOnFile(file, { contractNo: "HT", grade }, bank), BANK);
    expect(types({ contractNo: "HT", repayment, grade }, told.file)).toEqual(["repaid"]);
    expect(codes(rowOnFile(told.file, { contractNo: "HT", grade }, bank))).toEqual(["already_exists"]);
  });
  it("goes whole or not at all, every fault by the sheet's column", () => {
    const bad = rowOnFile(
      file,
      { contractNo: "HT", repayment: { ...repayment, principal: fen(300_000_001) }, grade: { ...grade, on: addDays(TODAY, 31) } },
      bank,
    );
    expect(bad.ok ? [] : bad.refusals.map(({ code, field }) => [code, field])).toEqual([
      ["repayment_over", "principal"],
      ["date_invalid", "gradedOn"],
    ]);
  });
  it("the same row again is refused by its number", () => {
    const told = new FileTold().does(rowOnFile(file, { contractNo: "HT", repayment }, bank), BANK);
    expect(codes(rowOnFile(told.file, { contractNo: "HT", repayment }, bank))).toEqual(["already_exists"]);
  });
});
