/** Who bears how much of a loss: every party with its share, its amount and the article. */
import { View } from "@tarojs/components";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { percentText, yuanText } from "../../ui/money-text";
import { LOSS_PARTY_WORDS } from "../../words/recovery";
import type { FileView } from "./file-of";

type Part = FileView["parts"][number];

const nameOf = ({ party, share }: Part) => `${LOSS_PARTY_WORDS[party] ?? party}${share ? ` ${percentText(share)}` : ""}`;

const Inner = ({ parts }: { parts: readonly Part[] }) => (
  <View className="small muted num">{parts.map((part) => `${nameOf(part)} ${yuanText(part.amount)} 元`).join("，")}</View>
);

export function LossParts({ parts, paid }: { parts: readonly Part[]; paid: boolean }) {
  const [first] = parts;
  if (!first) return null;
  return (
    <Section title={paid ? "损失由谁承担" : "万一全部收不回，由谁承担"} aside={<Cited article={first.article} />}>
      <Card id="loss-parts">
        {parts.map((part) => (
          <Row key={part.party} label={nameOf(part)} num>
            <View>{`${yuanText(part.amount)} 元`}</View>
            {part.inner?.length ? <Inner parts={part.inner} /> : null}
          </Row>
        ))}
      </Card>
    </Section>
  );
}
