/** One article: what it asks in plain words, how each requirement stands, and, opened, what carries it. */
import { Text, View } from "@tarojs/components";
import type { ArticleOf } from "../../../../shared/schemes/articles";
import type { Clause, ClauseStanding } from "../../../../shared/schemes/clause";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { Card, Section } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Tag, type Tone } from "../../ui/tag";
import type { AgreedOf } from "./agreed";
import { Numerals, RuleLines } from "./numbers";
import type { YearOf } from "./year";

export const STANDING_WORDS: Record<ClauseStanding["kind"], { says: string; tone: Tone }> = {
  enforced: { says: "系统执行", tone: "done" },
  recorded: { says: "只作记载", tone: "plain" },
  next: { says: "以后办理", tone: "todo" },
};

function Requirement({ clause: { id, says, standing }, year }: { clause: Clause; year: YearOf }) {
  const brought = year(id);
  const words = STANDING_WORDS[standing.kind];
  return (
    <View className="why-line">
      <View>{says}</View>
      <View className="lrow-top">
        <Text className="small muted num">{standing.kind === "enforced" ? `${id} · ${words.says}` : id}</Text>
        {standing.kind === "enforced" ? null : <Tag tone={words.tone}>{words.says}</Tag>}
      </View>
      {standing.kind === "enforced" ? null : <View className="small muted">{`原因：${standing.why}`}</View>}
      {brought ? <View className="small num">{brought}</View> : null}
    </View>
  );
}

interface ArticleCardProps {
  one: ArticleOf;
  scheme: Scheme;
  open: boolean;
  year: YearOf;
  agreed: AgreedOf;
}

export function ArticleCard({ one, scheme, open, year, agreed }: ArticleCardProps) {
  const { article, clauses, parameters, rules, steps } = one;
  const parts = [
    parameters.length ? `数值 ${parameters.length}` : "",
    rules.length ? `条件 ${rules.length}` : "",
    steps.length ? `步骤和期限 ${steps.length}` : "",
  ].filter(Boolean);
  return (
    <Section title={article} aside={`${clauses.length} 项要求`}>
      <Card>
        {clauses.map((clause) => (
          <Requirement key={clause.id} clause={clause} year={year} />
        ))}
        {parts.length ? (
          <Fold label={parts.join("，")} open={open}>
            <Numerals parameters={parameters} scheme={scheme} agreed={agreed} />
            <RuleLines rules={rules} steps={steps} />
          </Fold>
        ) : null}
      </Card>
    </Section>
  );
}
