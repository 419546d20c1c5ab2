/** The ledger of recoveries, a row a case. */

import { View } from "@tarojs/components";
import type { Answer } from "../../api";
import { dueWords } from "../../case/due";
import { districtOf } from "../../district";
import { go, openCase } from "../../go";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { type Column, Grid } from "../../ui/grid";
import { yuanText } from "../../ui/money-text";
import { cls } from "../../ui/native";
import { isSome } from "../../ui/proportion";
import { Tag } from "../../ui/tag";
import { RECOVERY_WORDS } from "../../words/recovery";

type Row = Answer<"listRecoveries">["recoveries"][number];

/** Nothing is left to come back of what was paid. */
const isOver = (row: Row) => isSome(row.paid) && !isSome(row.out) && !isSome(row.pending);

/** Nothing was paid yet: where no meeting goes before the payment, there is nothing to get back before it. */
const stageWords = (row: Row): string => {
  const id = districtOf();
  const waits = row.stage === "COORDINATION" && id !== null && schemeOf(id).recovery.coordination === undefined;
  return waits ? (isSome(row.paid) ? RECOVERY_WORDS.LEGAL : `等${payTerm()}`) : RECOVERY_WORDS[row.stage];
};

const money = (amount: string) => (isSome(amount) ? yuanText(amount) : null);

const Due = ({ on }: { on: string }) => {
  const due = dueWords(on);
  return <View className={cls("small", due.late && "danger-text strong")}>{due.late ? `已逾期：${due.says}` : due.says}</View>;
};

const COLUMNS: readonly Column<Row>[] = [
  {
    says: "企业和编号",
    part: 2.3,
    cell: (row) => (
      <>
        <View className="strong">{row.enterprise}</View>
        <View className="small muted num">{`${row.caseNo} · ${row.payee}`}</View>
        {row.flags.length ? <View className="small danger-text">{`${row.flags.length} 项提醒`}</View> : null}
      </>
    ),
  },
  {
    says: "环节",
    part: 1.5,
    cell: (row) => (
      <>
        <Tag tone={isOver(row) ? "done" : "todo"}>{isSome(row.writtenOff) ? "已核销" : isOver(row) ? "全部收回" : stageWords(row)}</Tag>
        {row.dueOn ? <Due on={row.dueOn} /> : null}
      </>
    ),
  },
  {
    get says() {
      return `已${payTerm()}（元）`;
    },
    part: 1.3,
    num: true,
    cell: (row) => money(row.paid),
  },
  { says: "机构收回（元）", part: 1.3, num: true, cell: (row) => money(row.recovered) },
  { says: "已返还（元）", part: 1.3, num: true, cell: (row) => money(row.returned) },
  { says: "待返还（元）", part: 1.3, num: true, cell: (row) => money(row.pending) },
  { says: "未收回（元）", part: 1.3, num: true, cell: (row) => (isSome(row.out) ? <View className="strong">{yuanText(row.out)}</View> : null) },
  { says: "已核销（元）", part: 1.3, num: true, cell: (row) => money(row.writtenOff) },
];

export const RecoveryTable = ({ rows, desk }: { rows: readonly Row[]; desk: boolean }) => (
  <Grid
    id="recoveries"
    columns={COLUMNS}
    rows={rows}
    keyOf={(row) => row.caseId}
    labelOf={(row) =>
      `${row.enterprise}，${stageWords(row)}，已${payTerm()} ${yuanText(row.paid)} 元，已返还 ${yuanText(row.returned)} 元，未收回 ${yuanText(row.out)} 元`
    }
    onTap={(row) => (desk ? go("/fund/recovery/index", { id: row.caseId }) : openCase(row.caseId))}
  />
);
