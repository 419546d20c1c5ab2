/** A status in words with a shape of its own, so that colour is never the only sign. */
import { Text, View } from "@tarojs/components";
import { cls } from "./native";

/** plain: nothing to do; todo: waits for somebody; done: finished well; warn: soon due or provisional; bad: refused, failed, overdue. */
export type Tone = "plain" | "todo" | "done" | "warn" | "bad";

export function Tag({ tone = "plain", children }: { tone?: Tone; children: string }) {
  return (
    <View className={cls("tag", tone)}>
      <View className="tag-dot" aria-hidden="true" />
      <Text>{children}</Text>
    </View>
  );
}
