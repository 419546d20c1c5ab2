/** How many firms were recommended in a quarter against the document's target: a unit's own count, or every unit's. */

import { View } from "@tarojs/components";
import type { Answer } from "./api";
import { kindName } from "./party-name";
import { Cited } from "./ui/article";
import { Card } from "./ui/card";
import { Bars, Counts } from "./ui/charts";
import { Banner } from "./ui/errors";
import { quarterText } from "./words/time";

export type Scores = Answer<"recommendationScores">;
type Score = Scores["scores"][number];

const words = (score: Score) =>
  score.scored
    ? score.shortfall
      ? `${score.recommended} 家，还差 ${score.shortfall} 家`
      : `${score.recommended} 家，已完成`
    : `${score.recommended} 家`;

export function OwnScore({ scores }: { scores: Scores }) {
  const own = scores.scores[0];
  if (!own) return null;
  return (
    <View id="own-score">
      <Counts
        items={[
          { label: "已推荐", value: String(own.recommended), unit: "家" },
          ...(own.scored
            ? [
                { label: "应推荐", value: String(scores.target), unit: "家" },
                { label: "还差", value: String(own.shortfall), unit: "家" },
              ]
            : []),
        ]}
      />
      <View className="small muted tip">
        <Cited article={scores.article}>
          {own.scored
            ? `${quarterText(scores.quarter)}。按推荐的不同企业计，只提示，不影响办理。`
            : `${quarterText(scores.quarter)}。本单位只统计，不定家数。`}
        </Cited>
      </View>
    </View>
  );
}

export function AllScores({ scores }: { scores: Scores }) {
  const asked = scores.scores.filter((score) => score.scored);
  const short = asked.filter((score) => score.shortfall > 0);
  return (
    <>
      {short.length ? (
        <Banner tone="warn" title={`${short.length} 家单位还没有达到 ${scores.target} 家`}>
          <Cited
            article={scores.article}
          >{`${short.map((score) => `${score.name}还差 ${score.shortfall} 家`).join("，")}。只提示，不影响办理。`}</Cited>
        </Banner>
      ) : (
        <Banner tone="good" title="应推荐的单位都已达到家数">
          <Cited article={scores.article}>{`每季度 ${scores.target} 家。`}</Cited>
        </Banner>
      )}
      <Card id="all-scores">
        <Bars
          bars={scores.scores.map((score) => ({
            label: `${score.name}（${kindName(score.kind) || "单位"}）`,
            value: score.recommended,
            text: words(score),
          }))}
        />
      </Card>
    </>
  );
}
