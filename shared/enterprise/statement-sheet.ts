/** Reads the figures of a statement from a grid of cells laid out like the national forms (会小企01–03表 and their kin), to prefill a form. */
import { Decimal } from "decimal.js";
import { type Fen, fen } from "../money";
import type { StatementFigure, StatementFigures } from "./statements";

export type Cell = string | number | null;
/** Where a figure was read: `label` as printed, `row` and `col` of its number, from 0. */
export interface ReadAt {
  readonly figure: StatementFigure;
  readonly label: string;
  readonly row: number;
  readonly col: number;
}

/** What a column's heading says its numbers are. */
type Column = "opening" | "closing" | "cumulative" | "year" | "period";
const HEADINGS: readonly (readonly [RegExp, Column])[] = [
  [/^(上年年末|上年末|年初|期初)(余额|数|金额)?$/, "opening"],
  [/^(期末|年末)(余额|数|金额)?$/, "closing"],
  [/^(本年累计|累计)(金额|数|发生额)?$/, "cumulative"],
  [/^(本年|本年度)(金额|数|发生额)?$/, "year"],
  [/^本期(金额|数|发生额)?$/, "period"],
];
/** Columns beside them that hold another month or year, or no money at all: known, so that a number under them is never taken. */
const OTHER_HEADING = /^(行次|附注|序号|(本月|上月|上年|上年度|上期|上年同期|去年同期)(金额|数|发生额|累计金额|累计数)?)$/;

const OPENING: readonly Column[] = ["opening"];
const CLOSING: readonly Column[] = ["closing"];
/** A flow of the whole year; the cumulative column first, for a monthly form shows this month's beside it. */
const FLOW: readonly Column[] = ["cumulative", "year", "period"];

interface Wanted {
  readonly labels: RegExp;
  readonly figures: readonly (readonly [StatementFigure, readonly Column[]])[];
}
const WANTED: readonly Wanted[] = [
  {
    labels: /^货币资金(合计)?$/,
    figures: [
      ["cashOpening", OPENING],
      ["cashClosing", CLOSING],
    ],
  },
  {
    labels: /^(资产(总计|合计|总额)|总资产)$/,
    figures: [
      ["assetsOpening", OPENING],
      ["assetsClosing", CLOSING],
    ],
  },
  { labels: /^(负债(合计|总计|总额)|总负债)$/, figures: [["liabilitiesClosing", CLOSING]] },
  { labels: /^(所有者权益|股东权益|所有者权益或股东权益|净资产)(合计|总计|总额)$/, figures: [["equityClosing", CLOSING]] },
  { labels: /^营业(总)?收入(合计|总额)?$/, figures: [["revenue", FLOW]] },
  { labels: /^净利润(总额)?$/, figures: [["netProfit", FLOW]] },
  { labels: /^现金(及现金等价物)?的?净(增加|增减|变动)额$/, figures: [["cashFlowNet", FLOW]] },
  { labels: /^(期初|年初)现金(及现金等价物)?的?余额$/, figures: [["cashFlowOpening", FLOW]] },
  { labels: /^(期末|年末)现金(及现金等价物)?的?余额$/, figures: [["cashFlowClosing", FLOW]] },
];

const squeeze = (text: string) => text.normalize("NFKC").replace(/[\s\u200b-\u200d\u2060\ufeff]/g, "");
/** A label without its numbering (`一、`), its sign word (`加:`) and what stands in brackets or as a unit behind it. */
const labelOf = (text: string) =>
  squeeze(text)
    .replace(/\([^()]*\)/g, "")
    .replace(/^([一二三四五六七八九十]+|\d+)[、.]/, "")
    .replace(/^[加减]:?/, "")
    .replace(/^其中:/, "")
    .replace(/[:：]$/, "");

/** Fen in one unit of the sheet: a form in 万元 or 千元 says so in its head; otherwise yuan. */
function unitOf(rows: readonly (readonly Cell[])[]): number {
  const heads = rows.flatMap((row) => row.map((cell) => (typeof cell === "string" ? squeeze(cell) : "")));
  const unit = heads.map((text) => /(?:金额)?单位:?(?:人民币)?(万元|千元|元)/.exec(text)?.[1]).find((found) => found !== undefined);
  return unit === "万元" ? 1_000_000 : unit === "千元" ? 100_000 : 100;
}

/** A cell's money, half-up to fen; undefined for words, dashes and amounts beyond 2^53−1 fen. */
function moneyOf(cell: Cell | undefined, unit: number): Fen | undefined {
  if (cell === null || cell === undefined) return undefined;
  const text =
    typeof cell === "number"
      ? String(cell)
      : squeeze(cell)
          .replace(/[,¥元]/g, "")
          .replace(/^\((.+)\)$/, "-$1")
          .replace(/^[−–]/, "-");
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  const amount = new Decimal(text).times(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  return Number.isSafeInteger(amount) ? fen(amount) : undefined;
}

/** The nearest heading above a cell in its own column. */
function headingAbove(rows: readonly (readonly Cell[])[], row: number, col: number): Column | undefined {
  for (let at = row - 1; at >= 0; at -= 1) {
    const cell = rows[at]?.[col];
    if (typeof cell !== "string") continue;
    const text = squeeze(cell).replace(/\([^()]*\)/g, "");
    if (OTHER_HEADING.test(text)) return undefined;
    const known = HEADINGS.find(([pattern]) => pattern.test(text));
    if (known) return known[1];
  }
  return undefined;
}

/** The columns that belong to a label: up to the next words in its row, for a balance sheet prints two sides beside each other. */
function columnsOf(row: readonly Cell[], label: number, unit: number): number[] {
  const columns: number[] = [];
  for (let col = label + 1; col < row.length; col += 1) {
    const cell = row[col];
    if (typeof cell === "string" && /[\u4e00-\u9fffA-Za-z]/.test(cell) && moneyOf(cell, unit) === undefined) break;
    columns.push(col);
  }
  return columns;
}

/**
 * The figures found and where. A number counts only under a heading that says what it is: without one nothing is guessed.
 * The first place that carries a figure wins. Pure; throws on nothing that a sheet can hold.
 */
export function readStatementSheet(rows: readonly (readonly Cell[])[]): { figures: StatementFigures; at: ReadAt[] } {
  const unit = unitOf(rows);
  const figures: { [figure in StatementFigure]?: Fen } = {};
  const at: ReadAt[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, col) => {
      if (typeof cell !== "string") return;
      const label = labelOf(cell);
      const wanted = WANTED.find(({ labels }) => labels.test(label));
      if (!wanted) return;
      const columns = columnsOf(cells, col, unit).map((place) => ({
        place,
        heading: headingAbove(rows, row, place),
        amount: moneyOf(cells[place], unit),
      }));
      for (const [figure, accepted] of wanted.figures) {
        if (figures[figure] !== undefined) continue;
        const found = accepted.map((kind) => columns.find(({ heading, amount }) => heading === kind && amount !== undefined)).find(Boolean);
        if (found?.amount === undefined) continue;
        figures[figure] = found.amount;
        at.push({ figure, label: cell.trim(), row, col: found.place });
      }
    });
  });
  return { figures, at };
}
