/** Small pictures without a library: Counts (figures side by side) and Bars (labels that grow with the reader's text, lengths in proportion). */
import { Text, View } from "@tarojs/components";

export const Counts = ({ items }: { items: readonly { label: string; value: string; unit?: string }[] }) => (
  <View className="counts">
    {items.map((item) => (
      <View className="count" key={item.label}>
        <View className="small muted">{item.label}</View>
        <View className="count-n num">
          {item.value}
          {item.unit ? <Text className="small muted">{` ${item.unit}`}</Text> : null}
        </View>
      </View>
    ))}
  </View>
);

export interface Bar {
  label: string;
  value: number;
  /** What stands at the bar's end; the value by default. */
  text?: string;
}

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const max = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <View>
      {bars.map((bar) => (
        <View className="bar-row" key={bar.label}>
          <View className="bar-top small">
            <Text>{bar.label}</Text>
            <Text className="num strong">{bar.text ?? String(bar.value)}</Text>
          </View>
          <View className="bar-track" aria-hidden="true">
            <View className="bar-fill" style={{ width: `${((bar.value / max) * 100).toFixed(1)}%` }} />
          </View>
        </View>
      ))}
    </View>
  );
}
