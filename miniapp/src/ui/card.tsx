/** Surfaces and rows: Card, Section, Row (a name and its value), ListRow (a whole row to tap), Columns. */
import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Cited } from "./article";
import { cls } from "./native";
import { Tag, type Tone } from "./tag";
import { Tap } from "./tap";

export const Card = ({ id, flush, children }: { id?: string /** No padding, for lists of rows. */; flush?: boolean; children: ReactNode }) => (
  <View id={id} className={cls("card", flush && "flush")}>
    {children}
  </View>
);

interface SectionProps {
  title: string;
  /** Small words at the right of the title, e.g. a count. */
  aside?: ReactNode;
  children: ReactNode;
}

export const Section = ({ title, aside, children }: SectionProps) => (
  <View className="sect">
    <View className="sect-head">
      <View className="h2" aria-role="heading">
        {title}
      </View>
      {aside ? <View className="small muted">{aside}</View> : null}
    </View>
    {children}
  </View>
);

interface RowProps {
  label: string;
  /** Figures: tabular digits. */
  num?: boolean;
  /** A link at the row's end, e.g. `更改`. */
  action?: string;
  onAction?: () => void;
  /** The article by which the value holds. */
  cites?: string;
  children: ReactNode;
}

/** Characters from which a value stands under its name. */
const LONG = 24;

export const Row = ({ label, num, action, onAction, cites, children }: RowProps) => (
  <View className={cls("row", typeof children === "string" && children.length > LONG && "long", action && onAction && "acted")}>
    <View className="row-k">{label}</View>
    <View className={cls("row-v", num && "num")}>
      <Cited article={cites}>{children}</Cited>
    </View>
    {action && onAction ? (
      <Tap className="row-act" label={`${action}：${label}`} onTap={onAction}>
        {action}
      </Tap>
    ) : null}
  </View>
);

interface ListRowProps {
  id?: string;
  title: string;
  status?: string;
  tone?: Tone;
  /** Small facts under the title; empty ones are left out. */
  meta?: readonly (string | null | undefined | false)[];
  /** By when, in words: `11月28日前`. */
  due?: string | null;
  late?: boolean;
  /** Figures at the right, above the chevron. */
  amount?: string;
  /** Without it the row is not tappable and shows no chevron. */
  onTap?: () => void;
}

export function ListRow({ id, title, status, tone, meta = [], due, late, amount, onTap }: ListRowProps) {
  const facts = meta.filter(Boolean) as string[];
  return (
    <Tap
      id={id}
      className={cls("lrow", !onTap && "off")}
      role={onTap ? "link" : "button"}
      disabled={!onTap}
      onTap={onTap}
      label={[title, status, amount, ...facts, due].filter(Boolean).join("，")}
    >
      <View className="lrow-body">
        <View className="lrow-top">
          <Text className="lrow-title">{title}</Text>
          {status ? <Tag tone={tone}>{status}</Tag> : null}
        </View>
        {facts.length || due || amount ? (
          <View className="lrow-meta">
            {amount ? <Text className="num strong lrow-due">{amount}</Text> : null}
            {facts.map((fact) => (
              <Text key={fact}>{fact}</Text>
            ))}
            {due ? <Text className={cls("lrow-due", late && "late")}>{late ? `已逾期：${due}` : due}</Text> : null}
          </View>
        ) : null}
      </View>
      {onTap ? <View className="chev" aria-hidden="true" /> : null}
    </Tap>
  );
}

/** Two columns on a wide screen (Page must be `wide`), one under the other on a phone. */
export const Columns = ({ main, side }: { main: ReactNode; side: ReactNode }) => (
  <View className="cols">
    <View className="stack">{main}</View>
    <View className="stack mt side">{side}</View>
  </View>
);
