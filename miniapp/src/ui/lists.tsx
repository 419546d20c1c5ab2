/** For long lists: TabsBar, SearchBar, More (the next page by reaching the end or by tapping). */
import { Text, View } from "@tarojs/components";
import { useReachBottom } from "@tarojs/taro";
import { useState } from "react";
import { Button } from "./button";
import { Entry } from "./entry";
import { cls } from "./native";
import { Tap } from "./tap";

interface TabsBarProps<V extends string> {
  value: V;
  options: readonly { value: V; label: string; count?: number }[];
  onChange: (value: V) => void;
  label?: string;
}

export const TabsBar = <V extends string>({ value, options, onChange, label = "筛选" }: TabsBarProps<V>) => (
  <View className="tabs" aria-role="tablist" aria-label={label}>
    {options.map((option) => (
      <Tap
        key={option.value}
        id={`tab-${option.value}`}
        className={cls("tab", option.value === value && "on")}
        role="tab"
        checked={option.value === value}
        onTap={() => onChange(option.value)}
      >
        {option.label}
        {option.count === undefined ? null : <Text className="num">{` ${option.count}`}</Text>}
      </Tap>
    ))}
  </View>
);

interface SearchBarProps {
  /** What is looked for, e.g. `企业名称或统一社会信用代码`. */
  label: string;
  value?: string;
  onSearch: (text: string) => unknown;
}

export function SearchBar({ label, value = "", onSearch }: SearchBarProps) {
  const [text, setText] = useState(value);
  const search = () => onSearch(text.trim());
  return (
    <View className="seek">
      <Entry id="search" kind="search" label={label} placeholder={label} value={text} onInput={setText} onConfirm={search} maxLength={60} />
      <Button kind="secondary" inline onTap={search}>
        搜索
      </Button>
    </View>
  );
}

interface MoreProps {
  shown: number;
  total?: number;
  /** False when everything is shown. */
  more: boolean;
  busy?: boolean;
  onMore: () => unknown;
}

export function More({ shown, total, more, busy, onMore }: MoreProps) {
  useReachBottom(() => {
    if (more && !busy) void onMore();
  });
  const words = total === undefined ? `已显示 ${shown} 条` : `已显示 ${shown} 条，共 ${total} 条`;
  return (
    <View className="pager">
      <View className="small num">{more ? words : `${words}，没有更多了`}</View>
      {more ? (
        <Button kind="plain" inline busy={busy} busyText="正在加载…" onTap={onMore}>
          再显示一些
        </Button>
      ) : null}
    </View>
  );
}
