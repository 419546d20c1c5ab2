import { describe, expect, it } from "vitest";
import { type Cell, readStatementSheet } from "./statement-sheet";

/** 会小企01表: two sides beside each other, line numbers in their own columns. */
const BALANCE: Cell[][] = [
  ["资产负债表", null, null, null, null, null, null, null],
  ["编制单位：延庆甲公司", null, "2025年12月31日", null, null, null, "单位：元", null],
  ["资  产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额"],
  ["流动资产：", null, null, null, "流动负债：", null, null, null],
  ["  货币资金", 1, 60.1, "80.00", "  短期借款", 31, 100, 90],
  ["流动资产合计", 15, 500, 480, "流动负债合计", 41, 300, 200],
  ["非流动资产合计", 29, 600, 520, "负债合计", 47, "450.00", 400],
  [null, null, null, null, "所有者权益（或股东权益）合计", 52, 650, 600],
  ["资产总计", 30, "1,100.00", 1000, "负债和所有者权益（或股东权益）总计", 53, 1100, 1000],
];
const INCOME: Cell[][] = [
  ["利润表", null, null, null],
  ["项  目", "行次", "本年累计金额", "本月金额"],
  ["一、营业收入", 1, 2200, 199],
  ["减：营业成本", 2, 1500, 120],
  ["二、营业利润（亏损以“-”号填列）", 21, 60, 6],
  ["三、利润总额（亏损总额以“-”号填列）", 30, 55, 5],
  ["四、净利润（净亏损以“-”号填列）", 32, "(50.25)", 4],
];
const CASH: Cell[][] = [
  ["现金流量表", null, null, null],
  ["项  目", "行次", "本年累计金额", "本月金额"],
  ["四、现金净增加额", 20, -20, 2],
  ["加：期初现金余额", 21, 80, 58],
  ["五、期末现金余额", 22, 60, 60],
];
const GENERAL_CASH: Cell[][] = [
  ["项目", "本期金额", "上期金额"],
  ["五、现金及现金等价物净增加额", "-20.00", "30.00"],
  ["加：期初现金及现金等价物余额", "80.00", "50.00"],
  ["六、期末现金及现金等价物余额", "60.00", "80.00"],
];

describe("the national forms", () => {
  it("YQ-040 reads both sides of the balance sheet and takes no line number for money", () => {
    const { figures, at } = readStatementSheet(BALANCE);
    expect(figures).toEqual({
      cashOpening: 80_00,
      cashClosing: 60_10,
      assetsOpening: 1000_00,
      assetsClosing: 1100_00,
      liabilitiesClosing: 450_00,
      equityClosing: 650_00,
    });
    expect(at).toContainEqual({ figure: "assetsClosing", label: "资产总计", row: 8, col: 2 });
    expect(at).toContainEqual({ figure: "equityClosing", label: "所有者权益（或股东权益）合计", row: 7, col: 6 });
    expect(at).toHaveLength(6);
  });

  it("YQ-040 takes the year's column of the income statement, not the month's; brackets are negative", () => {
    expect(readStatementSheet(INCOME).figures).toEqual({ revenue: 2200_00, netProfit: -50_25 });
  });

  it.each([
    ["small-enterprise", CASH],
    ["general", GENERAL_CASH],
  ])("YQ-040 the %s cash flow", (_, rows) => {
    expect(readStatementSheet(rows).figures).toEqual({ cashFlowNet: -20_00, cashFlowOpening: 80_00, cashFlowClosing: 60_00 });
  });

  it("YQ-040 three statements below each other keep their own headings", () => {
    expect(Object.keys(readStatementSheet([...BALANCE, ...INCOME, ...CASH]).figures)).toHaveLength(11);
    expect(readStatementSheet([...BALANCE, ...INCOME, ...CASH]).figures).toMatchObject({
      revenue: 2200_00,
      cashFlowClosing: 60_00,
      assetsClosing: 1100_00,
    });
  });
});

describe("variants", () => {
  it.each<[string, string, string, number]>([
    ["资产合计", "期末数", "assetsClosing", 1_00],
    ["总资产", "年末余额", "assetsClosing", 1_00],
    ["资产总计", "上年年末余额", "assetsOpening", 1_00],
    ["负债总计", "期末余额", "liabilitiesClosing", 1_00],
    ["股东权益合计", "期末余额", "equityClosing", 1_00],
    ["所有者权益合计：", "期末余额", "equityClosing", 1_00],
    ["一、营业总收入", "本年金额", "revenue", 1_00],
    ["1.营业收入", "本期数", "revenue", 1_00],
    ["五、净利润", "本年数", "netProfit", 1_00],
    ["现金及现金等价物的净增加额", "本年累计数", "cashFlowNet", 1_00],
    ["年初现金余额", "本年累计", "cashFlowOpening", 1_00],
    ["期 末 现 金 余 额", "本期发生额", "cashFlowClosing", 1_00],
  ])("YQ-040 %s under %s", (label, heading, figure, amount) => {
    expect(
      readStatementSheet([
        [null, heading],
        [label, 1],
      ]).figures,
    ).toEqual({ [figure]: amount });
  });

  it.each(["流动资产合计", "营业收入增长率", "负债和所有者权益总计", "主营业务成本", "经营活动产生的现金流量净额", "归属于母公司净利润率"])(
    "YQ-040 %s is something else",
    (label) => {
      expect(
        readStatementSheet([
          [null, "期末余额", "本年金额"],
          [label, 1, 2],
        ]).figures,
      ).toEqual({});
    },
  );

  it.each([
    ["单位：万元", 123_456_00],
    ["金额单位:人民币千元", 12_345_60],
    ["单位：人民币元", 12_35],
    ["(单位:元)", 12_35],
  ])("YQ-040 %s", (unit, amount) => {
    expect(readStatementSheet([[unit], [null, "期末余额"], ["资产总计", 12.3456]]).figures).toEqual({ assetsClosing: amount });
  });
});

describe("what is not guessed", () => {
  it("YQ-040 a number without a heading, or under another year or month", () => {
    expect(readStatementSheet([["资产总计", 100, 90]]).figures).toEqual({});
    expect(
      readStatementSheet([
        ["项目", "上年金额", "本月金额"],
        ["营业收入", 100, 90],
      ]).figures,
    ).toEqual({});
    expect(
      readStatementSheet([
        [null, "期末余额"],
        [null, "行次"],
        ["资产总计", 30],
      ]).figures,
    ).toEqual({});
  });

  it.each(["—", "-", "", "  ", "无", "12..3", "1.2.3", "9".repeat(30), "#REF!", null])("YQ-040 a cell of %j holds no money", (cell) => {
    expect(
      readStatementSheet([
        [null, "期末余额"],
        ["资产总计", cell],
      ]).figures,
    ).toEqual({});
  });

  it.each<[Cell, number]>([
    ["￥1,234.50", 1234_50],
    ["１２３．４５", 123_45],
    ["−5", -5_00],
    ["12.30元", 12_30],
    [0, 0],
    ["0.00", 0],
    [0.1 + 0.2, 30],
    [-0, 0],
    [1e-7, 0],
  ])("YQ-040 a cell of %j is %i fen", (cell, amount) => {
    expect(
      readStatementSheet([
        [null, "期末余额"],
        ["资产总计", cell],
      ]).figures,
    ).toEqual({ assetsClosing: amount });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])("YQ-040 a number like %s is none", (cell) => {
    expect(
      readStatementSheet([
        [null, "期末余额"],
        ["资产总计", cell],
      ]).figures,
    ).toEqual({});
  });

  it("YQ-040 the first place wins, an empty one does not", () => {
    expect(
      readStatementSheet([
        [null, "期末余额"],
        ["资产总计", null],
        ["资产总计", 2],
        ["资产总计", 3],
      ]),
    ).toEqual({
      figures: { assetsClosing: 2_00 },
      at: [{ figure: "assetsClosing", label: "资产总计", row: 2, col: 1 }],
    });
  });

  it("YQ-040 nothing from nothing, and ragged rows do no harm", () => {
    expect(readStatementSheet([])).toEqual({ figures: {}, at: [] });
    expect(readStatementSheet([[], ["资产总计"], [null], ["期末余额"]]).figures).toEqual({});
  });
});
