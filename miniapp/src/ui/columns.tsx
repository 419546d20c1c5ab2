/** Columns by month or quarter, two or three side by side, with the figures to unfold; grows with the reader's text and scrolls by itself. */
import { Text, View } from "@tarojs/components";
import type { CSSProperties } from "react";
import { Fold } from "./fold";
import { yuanText } from "./money-text";
import { cls } from "./native";
import { longestOf, shareOf } from "./proportion";

export interface Series {
  says: string;
  /** Its look: plain, hatched, dotted; each differs in pattern as well as in colour. */
  look: "" | "out hatch" | "off dots";
  amounts: readonly string[];
}

interface ColumnsProps {
  /** What is drawn, for those who do not see it. */
  label: string;
  /** Under each column. */
  names: readonly string[];
  /** The same in full, for the figures. */
  longNames?: readonly string[];
  series: readonly Series[];
  /** Told among the figures and not drawn, where its size would dwarf the others. */
  also?: Omit<Series, "look">;
}

export const Key = ({ look, children }: { look: string; children: string }) => (
  <View className="key">
    <View className={cls("key-mark", look)} aria-hidden="true" />
    <Text>{children}</Text>
  </View>
);

/** So many columns stand on a narrow screen, all whole; with more, the earlier ones are scrolled to. */
const AT_ONCE = 6;
const wide = (columns: number) => ({ "--wide": `${(Math.max(1, columns / AT_ONCE) * 100).toFixed(2)}%` }) as CSSProperties;

export function ColumnsChart({ label, names, longNames = names, series, also }: ColumnsProps) {
  const longest = longestOf(series.flatMap((each) => each.amounts));
  return (
    <View>
      <View className="keys">
        {series.map((each) => (
          <Key key={each.says} look={each.look}>
            {each.says}
          </Key>
        ))}
      </View>
      <View className="chart" aria-role="img" aria-label={label}>
        <View className="chart-in" style={wide(names.length)} aria-hidden="true">
          {names.map((name, at) => (
            <View className="chart-col" key={longNames[at]}>
              <View className="chart-bars">
                {series.map((each) => (
                  <View
                    key={each.says}
                    className={cls("chart-bar", each.look)}
                    style={{ height: `${(shareOf(each.amounts[at] ?? "0.00", longest) * 100).toFixed(1)}%` }}
                  />
                ))}
              </View>
              <View className="chart-name">{name}</View>
            </View>
          ))}
        </View>
      </View>
      <Fold label="各期数字">
        <View className="why">
          {names.map((_, at) => (
            <View className="why-line num" key={longNames[at]}>
              <View className="strong">{longNames[at]}</View>
              <View>{[...series, ...(also ? [also] : [])].map((each) => `${each.says} ${yuanText(each.amounts[at] ?? "0.00")} 元`).join("，")}</View>
            </View>
          ))}
        </View>
      </Fold>
    </View>
  );
}
