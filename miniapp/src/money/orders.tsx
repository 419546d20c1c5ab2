/** Instructions in a list: the same for the desks and for the account bank. */
import { View } from "@tarojs/components";
import { type Answer, call } from "../api";
import { type Column, Grid } from "../ui/grid";
import { More } from "../ui/lists";
import { yuanText } from "../ui/money-text";
import { Tag } from "../ui/tag";
import { type Pages, usePages } from "../use-pages";
import { INSTRUCTION_WORDS, PATH_WORDS, PAYS_WORDS } from "../words/payment";
import { dayText } from "../words/time";

type Reply = Answer<"listInstructions">;
export type Order = Reply["instructions"][number];
export type OrderStatus = Order["status"];

type OrderPages = Pages<Order, Reply["counts"]>;

export const useOrders = (ready: boolean, status: OrderStatus | "", deps: readonly unknown[]): OrderPages =>
  usePages<Order, Reply["counts"]>(
    ready
      ? async (cursor) => {
          const { instructions, next, counts } = await call("listInstructions", { query: { limit: 20, cursor, ...(status ? { status } : {}) } });
          return { rows: instructions, next, extra: counts };
        }
      : null,
    [...deps, status],
  );

const COLUMNS: readonly Column<Order>[] = [
  {
    says: "收款单位和编号",
    part: 2.4,
    cell: (row) => (
      <>
        <View className="strong">{row.payee.name}</View>
        <View className="small muted num">{row.no}</View>
      </>
    ),
  },
  { says: "金额（元）", part: 1.4, num: true, cell: (row) => <View className="strong">{yuanText(row.amount)}</View> },
  { says: "事由", part: 0.9, cell: (row) => PAYS_WORDS[row.reason] ?? row.reason },
  { says: "企业", part: 1.9, cell: (row) => row.enterprise },
  { says: "日期", part: 1.3, cell: (row) => dayText(row.on) },
  { says: "怎么付", part: 1.3, cell: (row) => PATH_WORDS[row.path] },
  { says: "现在", part: 2, cell: (row) => <Tag tone={INSTRUCTION_WORDS[row.status].tone}>{INSTRUCTION_WORDS[row.status].says}</Tag> },
];

interface TableProps {
  id: string;
  rows: readonly Order[];
  onTap: (order: Order) => void;
}

export const OrderTable = ({ id, rows, onTap }: TableProps) => (
  <Grid
    id={id}
    columns={COLUMNS}
    rows={rows}
    keyOf={(row) => row.no}
    labelOf={(row) => `${row.payee.name}，${yuanText(row.amount)} 元，${INSTRUCTION_WORDS[row.status].says}，编号 ${row.no}`}
    onTap={onTap}
  />
);

interface OrdersProps {
  id: string;
  pages: OrderPages;
  onTap: (order: Order) => void;
}

export const Orders = ({ id, pages: { load, more, busy }, onTap }: OrdersProps) => (
  <>
    <OrderTable id={id} rows={load.data?.rows ?? []} onTap={onTap} />
    <More shown={load.data?.rows.length ?? 0} more={Boolean(load.data?.next)} busy={busy} onMore={more} />
  </>
);
