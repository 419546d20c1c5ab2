/** Where the case is now on its way. Stands upright in large text, where words would not fit side by side. */
import { Text, View } from "@tarojs/components";
import { useTextScale } from "../text-scale";
import { cls } from "./native";

export interface Step {
  label: string;
  state: "done" | "now" | "next" | "stop";
}

const WORDS = { done: "已完成", now: "进行中", next: "未开始", stop: "已终止" } as const;

/** A line may break before the verb, which is the last two characters: 区政府 / 审议. */
const breakable = (label: string) => (label.length > 2 ? `${label.slice(0, -2)}\u200b${label.slice(-2)}` : label);

export function Steps({ steps }: { steps: readonly Step[] }) {
  const { scale } = useTextScale();
  return (
    <View className={cls("steps", (scale > 1.15 || steps.length > 6) && "tall", steps.length > 4 && "many")} aria-role="list">
      {steps.map((step) => (
        <View className={cls("step", step.state)} key={step.label} aria-label={`${step.label}：${WORDS[step.state]}`}>
          <View className="step-dot" aria-hidden="true">
            <View className="step-tick" />
          </View>
          <Text>{breakable(step.label)}</Text>
        </View>
      ))}
    </View>
  );
}
