/** Refusals: the form of what was entered. */

import type { Figures } from "../../../../shared/outcome";
import { dayText } from "../time";
import { given, mark, type Sentences, told } from "../told";

const creditCode = (f: Figures): string => {
  const shown = mark(f, ["given"], "“", "”");
  if (f.problem === "length") return `统一社会信用代码应为 18 位，您填的${shown}有 ${f.length} 位。请对照营业执照补齐或删去多余的字符。`;
  if (f.problem === "character")
    return `统一社会信用代码第 ${f.at} 位不能是“${f.character}”${f.expected ? `，应是“${f.expected}”` : ""}。代码里没有字母 I、O、S、V、Z，请对照营业执照修改。`;
  if (f.problem === "check") return `统一社会信用代码${shown}校验不通过${f.within ? `，错误多半在第 ${f.within} 位` : ""}。请对照营业执照逐位核对。`;
  return `统一社会信用代码不正确${shown}。请对照营业执照填写 18 位代码。`;
};

export const FORM = {
  amount_invalid: (f) => `金额没有看懂${given(f)}。请填写以元为单位的数字，最多两位小数，例如 3000000.00。`,
  date_invalid: (f) => {
    const [latest, since] = [f.until ?? f.latest, f.since];
    if (latest) return `日期不能晚于${dayText(latest)}${given(f)}。请核对日期。`;
    if (f.from && f.on) return `日期要从${dayText(f.from)}起、到${dayText(f.on)}为止${given(f)}。请核对日期。`;
    if (since) return `日期要在${dayText(since)}之后${given(f)}。请核对日期。`;
    return `日期没有看懂${given(f)}。请填写真实存在的日期，例如 2026-11-21。`;
  },
  field_required: () => "这一项还没有填。请填写后再继续。",
  field_too_long: (f) => `内容太长${mark(f, ["length"], "（现有 ", " 字）")}${mark(f, ["max", "most"], "，最多 ", " 字")}。请删减后再提交。`,
  field_invalid: (f) =>
    f.min !== undefined && f.max !== undefined
      ? `填写的内容不在范围内${given(f)}。请填 ${f.min} 到 ${f.max} 之间的数。`
      : `填写的内容不符合要求${given(f)}。请去掉特殊符号或重新选择。`,
  credit_code_invalid: creditCode,
  phone_invalid: () => "手机号不正确。请填写 11 位中国大陆手机号。",
  statement_kind_invalid: () => "没有选对材料类别。请从列表里选择这份文件是什么材料。",
  statement_unbalanced: (f) => `资产负债表不平：资产总额应等于负债加所有者权益${told(f)}。请核对报表，改正后重新上传；以您填写的数字为准。`,
  statement_opening_mismatch: (f) => `年初数与上年年末数对不上${told(f)}。请核对两年的报表是否为同一口径。`,
  statement_cash_mismatch: (f) => `现金流量表与货币资金变动对不上${told(f)}。请核对现金流量表和资产负债表。`,
} satisfies Sentences;
