/** The desk's list of cases: rows on a phone, a table on a wide screen, one and the same element. */
import { Text, View } from "@tarojs/components";
import type { CaseRow } from "../../../shared/contract/case";
import { dueWords } from "../case/due";
import { openCase } from "../go";
import { Card } from "../ui/card";
import { wanText } from "../ui/money-text";
import { cls } from "../ui/native";
import { Tag } from "../ui/tag";
import { Tap } from "../ui/tap";
import { STALE_WORDS, STATUS_WORDS, TIER_WORDS } from "../words/status";
import "./office.css";

const HEAD = ["企业和编号", "环节", "融资需求", "等级", "推荐单位", "期限"];

const cell = (text: string | null | undefined, more?: string | false) => (
  <View className={cls("desk-c", !text && "desk-empty", more)}>{text ?? ""}</View>
);

function Row({ row, onTap }: { row: CaseRow; onTap: () => void }) {
  const due = row.dueOn ? dueWords(row.dueOn) : null;
  const status = STATUS_WORDS[row.status];
  const need = row.need ? wanText(row.need) : "";
  const late = due?.late ? `已逾期：${due.says}` : (due?.says ?? (row.stale ? STALE_WORDS : ""));
  return (
    <Tap
      id={`case-${row.id}`}
      className="desk-row"
      role="link"
      onTap={onTap}
      label={[row.enterprise, row.no, status.says, need, row.recommender, late].filter(Boolean).join("，")}
    >
      <View className="desk-firm">
        <View className="strong">{row.enterprise}</View>
        <Text className="small muted num">{row.no}</Text>
      </View>
      <View>
        <Tag tone={status.tone}>{status.says}</Tag>
      </View>
      {cell(need, "num fg desk-n")}
      {cell(row.tier ? (TIER_WORDS[row.tier] ?? row.tier) : "")}
      {cell(row.recommender)}
      {cell(late, due?.late ? "danger-text strong" : "fg")}
    </Tap>
  );
}

export const CaseTable = ({ rows, id, onTap }: { rows: readonly CaseRow[]; id?: string; onTap?: (row: CaseRow) => void }) => (
  <Card flush id={id}>
    <View className="desk-head" aria-hidden="true">
      {HEAD.map((name) => (
        <View key={name} className={name === "融资需求" ? "desk-n" : ""}>
          {name}
        </View>
      ))}
    </View>
    {rows.map((row) => (
      <Row key={row.id} row={row} onTap={() => (onTap ? onTap(row) : openCase(row.id))} />
    ))}
  </Card>
);
