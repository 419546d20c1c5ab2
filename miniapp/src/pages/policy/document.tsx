/** What document this is: its state, the version of the rules, its days, and how many requirements stand how; or which documents there are to choose from. */
import { View } from "@tarojs/components";
import { lifeOf, openForBusiness } from "../../../../shared/process/act";
import { standings } from "../../../../shared/schemes/clause";
import { SCHEMES } from "../../../../shared/schemes/registry";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { today } from "../../case/due";
import { refusalSentence } from "../../failure";
import { Card, ListRow, Row } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { ruleSetText } from "../../words/edition";
import { dayText } from "../../words/time";
import { STANDING_WORDS } from "./article-card";

function daysOf(scheme: Scheme): { says: string; closed: boolean } {
  const life = lifeOf(scheme, today());
  if (!life.ok) return { says: life.refusals.map(refusalSentence).join(""), closed: false };
  const { from, until } = life.value;
  return { says: `${dayText(from)}至${dayText(until)}`, closed: !openForBusiness(scheme, today()).ok };
}

export function DocumentCard({ scheme }: { scheme: Scheme }) {
  const days = daysOf(scheme);
  const counts = standings(scheme.clauses);
  return (
    <View id="document">
      {scheme.status === "draft" ? (
        <Banner tone="warn" title="征求意见稿，还没有正式印发">
          下面的规则按征求意见稿编写，正式文件印发后以正式文件为准。
        </Banner>
      ) : null}
      {days.closed ? (
        <Banner tone="warn" title="今天不在文件的有效期内">
          不办理新业务，有效期内放的贷款照旧办完。
        </Banner>
      ) : null}
      <Card>
        <Row label="规则版本">{ruleSetText(scheme.ruleSet)}</Row>
        <Row label="有效期">{days.says}</Row>
        {(["enforced", "recorded", "next"] as const).map((kind) =>
          counts[kind] ? (
            <Row key={kind} label={STANDING_WORDS[kind].says} num>
              {`${counts[kind]} 项要求`}
            </Row>
          ) : null,
        )}
        <View className="small muted mt">要求用自己的话概括，不代替文件原文。条文不明确的地方，写明采用的理解和没有采用的理解。</View>
      </Card>
    </View>
  );
}

export const Documents = ({ onChoose }: { onChoose: (id: string) => void }) => (
  <Card flush id="documents">
    {Object.values(SCHEMES).map((scheme) => (
      <ListRow
        key={scheme.id}
        id={`document-${scheme.id}`}
        title={scheme.name}
        meta={[ruleSetText(scheme.ruleSet), `${scheme.clauses.length} 项要求`]}
        onTap={() => onChoose(scheme.id)}
      />
    ))}
  </Card>
);
