/** Small pictures without a library: Counts (figures side by side) and Bars (an SVG data URI, said in words to screen readers). */
import { Image, Text, View } from "@tarojs/components";
import { useDark } from "./dark";

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

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const W = 340;
const LINE = 34;

/** Horizontal bars: labels of any length, values right-aligned. */
export function barsSvg(bars: readonly Bar[], dark: boolean): string {
  const max = Math.max(1, ...bars.map((bar) => bar.value));
  const [fg, fill, track] = dark ? ["#eef3f0", "#2fa27a", "#1e2522"] : ["#17211d", "#0b6e4f", "#e8eeeb"];
  const rows = bars.map((bar, at) => {
    const y = at * LINE;
    const width = ((bar.value / max) * W).toFixed(1);
    return (
      `<text x="0" y="${y + 14}" font-size="13" fill="${fg}">${escaped(bar.label)}</text>` +
      `<text x="${W}" y="${y + 14}" font-size="13" text-anchor="end" fill="${fg}">${escaped(bar.text ?? String(bar.value))}</text>` +
      `<rect x="0" y="${y + 19}" width="${W}" height="7" rx="3.5" fill="${track}"/><rect x="0" y="${y + 19}" width="${width}" height="7" rx="3.5" fill="${fill}"/>`
    );
  });
  const height = bars.length * LINE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${height}" width="${W}" height="${height}" font-family="sans-serif">${rows.join("")}</svg>`;
}

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const dark = useDark();
  return (
    <Image
      aria-label={bars.map((bar) => `${bar.label} ${bar.text ?? bar.value}`).join("，")}
      style={{ width: "100%", height: `${bars.length * LINE}px`, display: "block" }}
      mode="aspectFit"
      src={`data:image/svg+xml,${encodeURIComponent(barsSvg(bars, dark))}`}
    />
  );
}
