/** A whole in its parts: one bar, and under it each part by its pattern, name and figure, so that colour is never the only sign. */
import { Text, View } from "@tarojs/components";
import { cls } from "./native";

export interface MeterPart {
  label: string;
  /** Only for its length. */
  value: number;
  text: string;
  /** `full`: done; `striped`: on its way; `hollow`: still open; `bad`: late or lost. */
  look: "full" | "striped" | "hollow" | "bad";
}

export function Meter({ parts, label }: { parts: readonly MeterPart[] /** For screen readers: what the whole is. */; label: string }) {
  const shown = parts.filter((part) => part.value > 0);
  return (
    <View aria-role="img" aria-label={`${label}：${shown.map((part) => `${part.label} ${part.text}`).join("，")}`}>
      <View className="meter" aria-hidden="true">
        {shown.map((part) => (
          <View key={part.label} className={cls("meter-part", `m-${part.look}`)} style={{ flexGrow: part.value }} />
        ))}
      </View>
      {shown.map((part) => (
        <View className="meter-key small" key={part.label}>
          <View className={cls("meter-swatch", `m-${part.look}`)} aria-hidden="true" />
          <Text className="meter-name">{part.label}</Text>
          <Text className="num strong">{part.text}</Text>
        </View>
      ))}
    </View>
  );
}
