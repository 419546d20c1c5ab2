/** Worst case against what there is, as a bar: what loans may cost, what one more would add, and the line where the money ends. */

import { Text, View } from "@tarojs/components";
import { payTerm } from "../term";
import { Key } from "../ui/columns";
import { yuanText } from "../ui/money-text";
import { isSome, longestOf, shareOf } from "../ui/proportion";

interface ExposureBarProps {
  available: string;
  committed: string;
  /** One more case. */
  adds?: { says: string; amount: string };
  /** All of it together. */
  worst: string;
}

export function ExposureBar({ available, committed, adds, worst }: ExposureBarProps) {
  const whole = longestOf([available, worst]);
  const width = (amount: string) => `${(shareOf(amount, whole) * 100).toFixed(1)}%`;
  const label = [
    `可用资金 ${yuanText(available)} 元`,
    `在贷全部出险时${payTerm()} ${yuanText(committed)} 元`,
    adds ? `${adds.says} ${yuanText(adds.amount)} 元` : "",
  ];
  return (
    <View aria-role="img" aria-label={label.filter(Boolean).join("，")}>
      <View className="expo" aria-hidden="true">
        <View className="expo-bar">
          <View className="expo-part" style={{ width: width(committed) }} />
          {adds && isSome(adds.amount) ? <View className="expo-part more hatch" style={{ width: width(adds.amount) }} /> : null}
        </View>
        <View className="expo-line" style={{ left: `calc(${width(available)} - 3px)` }} />
      </View>
      <View className="keys num">
        <Key look="">{`在贷全部出险 ${yuanText(committed)} 元`}</Key>
        {adds ? <Key look="out hatch">{`${adds.says} ${yuanText(adds.amount)} 元`}</Key> : null}
        <View className="key">
          <Text>{`┆ 可用资金 ${yuanText(available)} 元`}</Text>
        </View>
      </View>
    </View>
  );
}
