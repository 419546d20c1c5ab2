/** A list of the same few answers: each row a card that can be removed, and the removal undone. */
import { View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Tap } from "../../ui/tap";

interface ListOfProps<T> {
  /** For ids: `add-holder`, `remove-holder-0`, `undo-holder`. */
  name: string;
  says: string;
  rows: readonly T[];
  most: number;
  onAdd: () => void;
  onSet: (rows: T[]) => void;
  children: (row: T, at: number) => ReactNode;
}

export function ListOf<T>({ name, says, rows, most, onAdd, onSet, children }: ListOfProps<T>) {
  const [gone, setGone] = useState<{ row: T; at: number } | null>(null);
  const remove = (at: number) => {
    setGone({ row: rows[at] as T, at });
    onSet(rows.filter((_, place) => place !== at));
  };
  const undo = () => {
    if (!gone) return;
    onSet([...rows.slice(0, gone.at), gone.row, ...rows.slice(gone.at)]);
    setGone(null);
  };
  return (
    <View className="stack mt">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are only removed whole
        <Card key={at}>
          <View className="lrow-top">
            <View className="strong">{`${says} ${at + 1}`}</View>
            <Tap id={`remove-${name}-${at}`} className="link danger" onTap={() => remove(at)} label={`删除${says} ${at + 1}`}>
              删除
            </Tap>
          </View>
          {children(row, at)}
        </Card>
      ))}
      {gone ? (
        <Banner title={`已删除一个${says}`}>
          <Button id={`undo-${name}`} kind="plain" inline onTap={undo}>
            撤销删除
          </Button>
        </Banner>
      ) : null}
      {rows.length < most ? (
        <Button
          id={`add-${name}`}
          kind="secondary"
          onTap={() => {
            setGone(null);
            onAdd();
          }}
        >
          {`添加${says}`}
        </Button>
      ) : null}
    </View>
  );
}
