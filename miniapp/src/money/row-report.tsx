/** What became of each row of a spreadsheet: rows with faults first, each with every fault at once; the good ones folded. */
import { View } from "@tarojs/components";
import type { RowReport } from "../../../shared/contract/loan-life";
import type { ShownRefusal } from "../failure";
import { Card } from "../ui/card";
import { Banner, Refusals } from "../ui/errors";
import { Fold } from "../ui/fold";
import { Tag } from "../ui/tag";

const Line = ({ row }: { row: RowReport }) => (
  <View className="panel-row" id={`sheet-row-${row.row}`}>
    <View className="lrow-top">
      <View className="strong">{`第 ${row.row} 行：${row.says}`}</View>
      <Tag tone={row.ok ? "done" : "bad"}>{row.ok ? "可以导入" : "要改"}</Tag>
    </View>
    {row.refusals.length ? <Refusals refusals={row.refusals as ShownRefusal[]} /> : null}
  </View>
);

export function RowReports({ rows }: { rows: readonly RowReport[] }) {
  const bad = rows.filter((row) => !row.ok);
  const good = rows.filter((row) => row.ok);
  return (
    <View id="row-report">
      <Banner tone={bad.length ? "danger" : "good"} title={bad.length ? `${rows.length} 行里有 ${bad.length} 行要改` : `${rows.length} 行都没有问题`}>
        {bad.length ? "请在表格里改好，重新选择文件再试算。" : ""}
      </Banner>
      <Card>
        {bad.map((row) => (
          <Line key={row.row} row={row} />
        ))}
        {good.length ? (
          <Fold label={`没有问题的行（${good.length} 行）`} open={!bad.length && good.length < 8}>
            {good.map((row) => (
              <Line key={row.row} row={row} />
            ))}
          </Fold>
        ) : null}
      </Card>
    </View>
  );
}
