/** The size class that the figures give, with every threshold that was compared. */
import { Text, View } from "@tarojs/components";
import { INDUSTRIES, type Industry, type Measure, type SizeFinding, sizeClass } from "../../../../shared/enterprise/size-class";
import { fen, parseYuan } from "../../../../shared/money";
import { Card, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { wanText } from "../../ui/money-text";
import { Tag } from "../../ui/tag";
import { SIZE_WORDS } from "../../words/draft";
import { figureText } from "../../words/figure";
import type { Draft } from "../draft-keeper";

const STANDARD = "工信部联企业〔2011〕300号第四条";

const amount = (measure: Measure, value: number) => (measure === "headcount" ? `${value} 人` : wanText(fen(value)));

type Compared = SizeFinding["compared"][number];
const CLASSES = ["large", "medium", "small"] as const;

const Line = ({ each }: { each: Compared }) => (
  <View className="lrow-top">
    <Text className="num">{`${figureText("missing", each.measure)} ≥ ${amount(each.measure, each.threshold)}`}</Text>
    <Tag tone={each.met ? "done" : "plain"}>{each.met ? "达到" : "未达到"}</Tag>
  </View>
);

export function SizeClassCard({ draft, years }: { draft: Draft; years: NonNullable<Draft["years"]> }) {
  const industry = draft.industry as Industry | undefined;
  const year = [...years].sort((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))[0];
  if (!industry || !INDUSTRIES[industry]) return <Banner title="企业规模">先在“企业情况”里选所属行业，就能看到企业规模。</Banner>;
  const money = (text: string | undefined) => {
    const read = parseYuan(text ?? "");
    return read.ok ? read.value : undefined;
  };
  const headcount = /^\d{1,9}$/.test((year?.headcount ?? "").trim()) ? Number.parseInt(year?.headcount ?? "", 10) : undefined;
  const found = sizeClass({ industry, headcount, revenue: money(year?.revenue), assets: money(year?.assets) });
  if (!found.ok)
    return (
      <Banner title="企业规模">
        {`${INDUSTRIES[industry].name}按 ${year?.fiscalYear ?? ""} 年度数据划型，还缺${figureText("missing", found.refusals[0]?.figures.missing ?? "")}。`}
      </Banner>
    );
  const own = found.value.compared.filter((each) => each.class === CLASSES[0]);
  return (
    <Section title="企业规模" aside={`按 ${year?.fiscalYear ?? ""} 年度数据`}>
      <Card id="size-class">
        <View className="lrow-top">
          <View className="h2">{SIZE_WORDS[found.value.class]}</View>
          <Text className="small muted">{INDUSTRIES[industry].name}</Text>
        </View>
        <View className="num">{own.map((each) => `${figureText("missing", each.measure)} ${amount(each.measure, each.value)}`).join("，")}</View>
        {CLASSES.map((candidate) => {
          const round = found.value.compared.filter((each) => each.class === candidate);
          if (!round.length) return null;
          return (
            <View key={candidate} className="mt">
              <View className="small muted">{`${SIZE_WORDS[candidate]}要同时达到：`}</View>
              {round.map((each) => (
                <Line key={each.measure} each={each} />
              ))}
            </View>
          );
        })}
        <View className="small muted mt">{`有一项未达到就落到下一档；都未达到是微型企业。依据：${STANDARD}`}</View>
      </Card>
    </Section>
  );
}
