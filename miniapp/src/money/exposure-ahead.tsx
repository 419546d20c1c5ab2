/** Before a vote and before a push: what this case would add to the worst case, choice by choice, against what the fund has. Told, never a bar to anything. */

import { View } from "@tarojs/components";
import { type Answer, call } from "../api";
import { payTerm } from "../term";
import { Cited } from "../ui/article";
import { Card, Section } from "../ui/card";
import { Banner } from "../ui/errors";
import { percentText, yuanText } from "../ui/money-text";
import { isSome } from "../ui/proportion";
import { Loaded, Skeleton } from "../ui/states";
import { useLoad } from "../use-load";
import { ExposureBar } from "./exposure-bar";
import { PauseBanner } from "./pause";

type Told = Answer<"getExposure">;

const One = ({ told, choice }: { told: Told; choice: Told["cases"][number] }) => (
  <View className="mt" id={`exposure-${choice.choice}`}>
    <View className="strong">{`${choice.says}（${payTerm()} ${percentText(choice.ratio)}）`}</View>
    <ExposureBar available={told.available} committed={told.committed} worst={choice.worst} adds={{ says: "本案增加", amount: choice.adds }} />
    {isSome(choice.over) ? (
      <View className="danger-text strong">
        <Cited article={told.article}>{`超出 ${yuanText(choice.over)} 元：全部出险时资金不够${payTerm()}。`}</Cited>
      </View>
    ) : (
      <View className="small muted num">{`合计 ${yuanText(choice.worst)} 元，够付`}</View>
    )}
  </View>
);

function Shown({ told, schemeId }: { told: Told; schemeId: string }) {
  const over = told.cases.some((choice) => isSome(choice.over));
  return (
    <>
      {told.paused ? <PauseBanner schemeId={schemeId} /> : null}
      {over ? <Banner tone="warn">如果在贷的全部出险，资金不够{payTerm()}。这是提醒，不影响办理。</Banner> : null}
      <Card id="exposure-ahead">
        <View className="muted">在贷的全部出险、再加上本案，要{payTerm()}多少，和可用资金比</View>
        {told.cases.map((choice) => (
          <One key={choice.choice} told={told} choice={choice} />
        ))}
        {told.cases.length ? null : <ExposureBar available={told.available} committed={told.committed} worst={told.committed} />}
      </Card>
    </>
  );
}

export function ExposureAhead({ caseId, schemeId }: { caseId: string; schemeId: string }) {
  const load = useLoad(() => call("getExposure", { params: { caseId } }), [caseId]);
  return (
    <Section title="资金够不够">
      <Loaded load={load} skeleton={<Skeleton cards={1} lines={2} />}>
        {(told) => <Shown told={told} schemeId={schemeId} />}
      </Loaded>
    </Section>
  );
}
