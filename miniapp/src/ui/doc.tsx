/** An official paper in the letter form of GB/T 9704: who sends it, number, title, addressee, text, signature and day; unsealed until it is signed. */
import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";

interface DocProps {
  id: string;
  org: string;
  no: string;
  title: string;
  to?: string;
  /** The day in Chinese; without it nothing is signed. */
  on?: string;
  /** Under the lower line, e.g. the case's number. */
  foot?: ReactNode;
  children: ReactNode;
}

export const Doc = ({ id, org, no, title, to, on, foot, children }: DocProps) => (
  <View className="doc" id={id}>
    <View className="doc-org">{org}</View>
    <View className="doc-rule" aria-hidden="true" />
    <View className="doc-no">{no}</View>
    <View className="doc-title">{title}</View>
    {to ? <View className="doc-to">{`${to}：`}</View> : null}
    {children}
    <View className="doc-sign">
      <View>{org}</View>
      {on ? <View>{on}</View> : null}
      <View className="doc-seal">（未盖章电子件）</View>
    </View>
    {foot ? (
      <View className="doc-foot">
        <View className="doc-rule" aria-hidden="true" />
        {foot}
      </View>
    ) : null}
  </View>
);

/** A table on paper: names at the left, what belongs to them at the right. */
export const DocTable = ({ lines }: { lines: readonly (readonly [string, string | undefined])[] }) => (
  <View className="doc-table">
    {lines.map(([name, value]) =>
      value ? (
        <View className="doc-line" key={name}>
          <Text className="doc-name">{name}</Text>
          <Text className="doc-value">{value}</Text>
        </View>
      ) : null,
    )}
  </View>
);
