/** What happened, newest first: what, who, when, and the why to unfold. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Fold } from "./fold";
import { cls } from "./native";

export interface TimelineItem {
  key: string;
  what: string;
  /** Organisation and person. */
  who?: string;
  /** In words: `11月21日 09:30`. */
  when: string;
  /** A line of content, e.g. a reason given. */
  note?: ReactNode;
  /** The trace, folded. */
  why?: ReactNode;
}

export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <View>
    {items.map((item, at) => (
      <View className={cls("tl", at === 0 && "first")} key={item.key}>
        <View className="tl-dot" aria-hidden="true" />
        <View className="strong">{item.what}</View>
        <View className="small muted">{[item.who, item.when].filter(Boolean).join(" · ")}</View>
        {item.note ? <View>{item.note}</View> : null}
        {item.why ? <Fold label="为什么">{item.why}</Fold> : null}
      </View>
    ))}
  </View>
);
