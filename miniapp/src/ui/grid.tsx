/** A list of records: on a phone each a card of named values, on a wide screen a table. */
import { Text, View } from "@tarojs/components";
import type { CSSProperties, ReactNode } from "react";
import { Card } from "./card";
import { cls } from "./native";
import { Tap } from "./tap";

export interface Column<R> {
  says: string;
  /** Its part of a wide screen's width. */
  part: number;
  /** Figures, at the right. */
  num?: boolean;
  /** Nothing is left out on a phone. */
  cell: (row: R) => ReactNode;
}

interface GridProps<R> {
  id?: string;
  /** The first column is the record's name. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** What a screen reader says of a row. */
  labelOf: (row: R) => string;
  onTap?: (row: R) => void;
}

const shown = (content: ReactNode) => content !== null && content !== undefined && content !== "" && content !== false;

function Cells<R>({ columns, row }: { columns: readonly Column<R>[]; row: R }) {
  return (
    <>
      {columns.map((column, at) => {
        const content = column.cell(row);
        return (
          <View key={column.says} className={cls("grid-c", at === 0 && "first", column.num && "grid-num num", !shown(content) && "grid-none")}>
            {at === 0 ? null : <Text className="grid-k">{column.says}</Text>}
            <View className={at === 0 ? "" : "grid-v"}>{content}</View>
          </View>
        );
      })}
    </>
  );
}

export function Grid<R>({ id, columns, rows, keyOf, labelOf, onTap }: GridProps<R>) {
  const style = { "--cols": columns.map((column) => `minmax(0, ${column.part}fr)`).join(" ") } as CSSProperties;
  return (
    <View style={style}>
      <Card flush id={id}>
        <View className="grid-head" aria-hidden="true">
          {columns.map((column) => (
            <View key={column.says} className={column.num ? "grid-num" : ""}>
              {column.says}
            </View>
          ))}
        </View>
        {rows.map((row) =>
          onTap ? (
            <Tap key={keyOf(row)} id={`row-${keyOf(row)}`} className="grid-row tappable" role="link" label={labelOf(row)} onTap={() => onTap(row)}>
              <Cells columns={columns} row={row} />
            </Tap>
          ) : (
            <View key={keyOf(row)} id={`row-${keyOf(row)}`} className="grid-row">
              <Cells columns={columns} row={row} />
            </View>
          ),
        )}
      </Card>
    </View>
  );
}
