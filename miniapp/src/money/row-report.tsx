/** What became of each row of a spreadsheet: those with problems first, each with its sentences. */
import { View } from "@tarojs/components";
import type { RowReport } from "../../../shared/contract/loan-life";
import type { RefusalCode } from "../../../shared/refusal-code";
import { refusalSentence } from "../failure";
import { Cited } from "../ui/article";
import { Card } from "../ui/card";
import { Fold } from "../ui/fold";
import { yuanText } from "../ui/money-text";
import { Tag } from "../ui/tag";

/** Amounts as people read them. */
const grouped = (says: string): string => says.replace(/\d+\.\d{2}/g, (amount) => `${yuanText(amount)} 元`);

interface Column {
  readonly id: string;
  readonly says: string;
}

/** The same number may come twice, once on each sheet of a workbook. */
const keyOf = (row: RowReport) => `${row.row}${row.says}`;

/** In which column, and what is wrong with it. */
function faultText({ code, figures, field }: RowReport["refusals"][number], columns: readonly Column[]): string {
  const column = columns.find((each) => each.id === field)?.says;
  return `${column ? `“${column}”：` : ""}${refusalSentence({ code: code as RefusalCode, figures })}`;
}

interface RowReportsProps {
  rows: readonly RowReport[];
  /** Those of the sheet, so that a fault says where it is. */
  columns: readonly Column[];
  /** What a row is about, as people read it. */
  readable?: (says: string) => string;
}

const RowLine = ({ row, columns, readable = grouped }: Omit<RowReportsProps, "rows"> & { row: RowReport }) => (
  <View className="mline">
    <View className="mline-main">
      <View>{`第 ${row.row} 行，${readable(row.says)}`}</View>
      {row.refusals.map((refusal) => (
        <View className="danger-text" key={`${refusal.code}${refusal.field ?? ""}`}>
          <Cited article={refusal.article}>{faultText(refusal, columns)}</Cited>
        </View>
      ))}
    </View>
    <Tag tone={row.ok ? "done" : "bad"}>{row.ok ? "没有问题" : "有问题"}</Tag>
  </View>
);

export function RowReports({ rows, ...told }: RowReportsProps) {
  const bad = rows.filter((row) => !row.ok);
  const good = rows.filter((row) => row.ok);
  if (!rows.length) return <Card>表格里没有填写任何一行。</Card>;
  return (
    <Card id="report">
      {bad.map((row) => (
        <RowLine key={keyOf(row)} row={row} {...told} />
      ))}
      {good.length ? (
        <Fold id="report-good" label={`没有问题的 ${good.length} 行`} open={!bad.length && good.length < 12}>
          {good.map((row) => (
            <RowLine key={keyOf(row)} row={row} {...told} />
          ))}
        </Fold>
      ) : null}
    </Card>
  );
}
