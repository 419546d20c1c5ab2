/** A part that is closed until it is asked for. */
import { View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { cls } from "./native";
import { Tap } from "./tap";

export function Fold({ id, label, open = false, children }: { id?: string; label: string; open?: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(open);
  return (
    <View>
      <Tap id={id} className="fold" onTap={() => setShown(!shown)} label={`${shown ? "收起" : "展开"}：${label}`}>
        <View className={cls("fold-mark", shown && "open")} aria-hidden="true" />
        {shown ? `收起${label}` : label}
      </Tap>
      {shown ? children : null}
    </View>
  );
}
