/** Joint reviews: seats and how many have voted, never who said what until a round is closed; then the count, the rule, the ballots. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { go } from "../go";
import { panelTerm } from "../term";
import { Cited } from "../ui/article";
import { Button } from "../ui/button";
import { Card, Row, Section } from "../ui/card";
import { Bars } from "../ui/charts";
import { Fold } from "../ui/fold";
import { dayText } from "../words/time";
import { choiceSays, countsOf, countWords, type Review, type Round, unitSays } from "./count";

/** The count as a picture, and the majority rule with its numbers. */
export function RoundCount({ schemeId, round }: { schemeId: string; round: Round }) {
  const words = countWords(schemeId, round);
  return (
    <View>
      <Bars bars={countsOf(schemeId, round).map((each) => ({ label: each.says, value: each.votes, text: `${each.votes} 票` }))} />
      <View>
        {words.says}
        <View className="small muted">
          <Cited article={words.article}>{`共 ${words.units} 家参加表决。`}</Cited>
        </View>
      </View>
    </View>
  );
}

export const RoundBallots = ({ schemeId, review, round }: { schemeId: string; review: Review; round: Round }) => (
  <View className="why">
    {round.ballots.map((ballot) => (
      <View className="why-line" key={ballot.unit}>
        <View className="strong">{`${unitSays(review, ballot.unit)}：${choiceSays(schemeId, ballot.choice)}`}</View>
        <View className="muted">{ballot.reason}</View>
      </View>
    ))}
  </View>
);

const progress = (review: Review): string | null => {
  if (review.result || review.round === 0) return null;
  const voting = review.seats.filter((seat) => seat.recused === undefined);
  return `第 ${review.round} 轮，${voting.filter((seat) => seat.voted).length} 家已投，共 ${voting.length} 家`;
};

export const Seats = ({ review }: { review: Review }) => (
  <>
    {review.seats.map((seat) => (
      <Row key={seat.unit.id} label={seat.unit.name}>
        <View>{[seat.delegate.name, seat.delegate.title].filter(Boolean).join(" ")}</View>
        {seat.recused ? <View className="small muted">{`已回避：${seat.recused}`}</View> : null}
      </Row>
    ))}
  </>
);

const ReviewCard = ({ caseId, schemeId, review }: { caseId: string; schemeId: string; review: Review }) => (
  <Card>
    <Row label="会议日期">{dayText(review.heldOn)}</Row>
    {progress(review) ? <Row label="表决进度">{progress(review)}</Row> : null}
    {review.past.map((round) => (
      <View key={round.round} className="mt">
        <View className="strong">{`第 ${round.round} 轮计票`}</View>
        <RoundCount schemeId={schemeId} round={round} />
        <Fold label="各单位的意见和理由">
          <RoundBallots schemeId={schemeId} review={review} round={round} />
        </Fold>
      </View>
    ))}
    {review.past.length ? (
      <Button id={`result-${review.id}`} kind="plain" inline onTap={() => go("/reviewer/result/index", { id: caseId, review: review.id })}>
        看结果和会议纪要
      </Button>
    ) : null}
    <Fold label={`${panelTerm()}单位（${review.seats.length} 家）`} open={review.past.length === 0}>
      <Seats review={review} />
    </Fold>
  </Card>
);

export const Reviews = ({ view }: { view: CaseView }) =>
  view.reviews.length ? (
    <Section title={`风险${panelTerm()}`} aside={view.reviews.length > 1 ? `${view.reviews.length} 次` : undefined}>
      {[...view.reviews].reverse().map((review) => (
        <ReviewCard key={review.id} caseId={view.id} schemeId={view.scheme.id} review={review} />
      ))}
    </Section>
  ) : null;
