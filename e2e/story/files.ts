/** The papers that an owner uploads: spreadsheets in the national layout of small enterprises, and small whole PDFs. */
import { utils, write } from "@e965/xlsx";

export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function sheet(title: string, rows: (string | number | null)[][], name: string): Paper {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[title], ["编制单位：北京永宁储能科技有限公司", null, null, "单位：元"], ...rows]), title);
  return { name, mimeType: XLSX, buffer: Buffer.from(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer) };
}

/** 会小企01表: both sides beside each other. Amounts in yuan, at the year's end and at its beginning. */
export const balanceSheet = (year: number, { assets, cash }: { assets: readonly [number, number]; cash: readonly [number, number] }): Paper =>
  sheet(
    "资产负债表",
    [
      ["资产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额"],
      ["货币资金", 1, ...cash, "短期借款", 31, 3_000_000, 2_500_000],
      ["流动资产合计", 15, 9_800_000, 8_600_000, "负债合计", 47, 9_000_000, 8_200_000],
      ["资产总计", 30, ...assets, "所有者权益（或股东权益）合计", 52, assets[0] - 9_000_000, assets[1] - 8_200_000],
    ],
    `资产负债表${year}.xlsx`,
  );

/** 会小企02表 of a whole year. */
export const incomeStatement = (year: number, revenue: number): Paper =>
  sheet(
    "利润表",
    [
      ["项目", "行次", "本年累计金额", "本月金额"],
      ["一、营业收入", 1, revenue, 1_650_000],
      ["减：营业成本", 2, revenue - 5_200_000, 1_200_000],
      ["四、净利润（净亏损以“-”号填列）", 32, 1_460_000, 120_000],
    ],
    `利润表${year}.xlsx`,
  );

/** One page with a frame on it, its cross-reference table true to the byte. */
export function pdf(name: string): Paper {
  const drawing = "2 w 60 60 475 722 re S 90 700 240 24 re S 90 640 415 1 re f";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
    `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
  ];
  // Two papers with the same bytes would be refused as the same file.
  let text = `%PDF-1.4\n% ${Buffer.from(name).toString("hex")}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join("")}`;
  const whole = `${text}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name: `${name}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(whole, "latin1") };
}
