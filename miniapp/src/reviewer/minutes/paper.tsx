/** The minutes as they are printed: number, date, units, delegates, recusals, counts, result, reasons, articles. */

import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { Answer } from "../../api";
import { ballotStepOf, choiceSays, countsOf, countWords, type Review, unitSays, winnerOf } from "../../case/count";
import { panelTerm, payTerm } from "../../term";
import { percentText, yuanText } from "../../ui/money-text";
import { ruleSetText } from "../../words/edition";
import { dayText } from "../../words/time";

export interface MinutesData {
  view: CaseView;
  review: Review;
  /** Null for a reader who may not see the meeting itself. */
  meeting: Answer<"getMeeting">["meeting"] | null;
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="paper-line">
    <View className="paper-name">{name}</View>
    <View className="paper-value">{children}</View>
  </View>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <View className="paper-part">
    <View className="paper-h">{title}</View>
    {children}
  </View>
);

const Rounds = ({ view, review }: MinutesData) => (
  <>
    {review.past.map((round) => (
      <Part key={round.round} title={`表决（第 ${round.round} 轮）`}>
        <Line name="计票">
          {countsOf(view.scheme.id, round)
            .map((each) => `${each.says} ${each.votes} 票`)
            .join("，")}
        </Line>
        <Line name="结论">{countWords(view.scheme.id, round).says}</Line>
        {round.ballots.map((ballot) => (
          <Line key={ballot.unit} name={unitSays(review, ballot.unit)}>
            <View className="strong">{choiceSays(view.scheme.id, ballot.choice)}</View>
            <View>{ballot.reason}</View>
          </Line>
        ))}
      </Part>
    ))}
  </>
);

function Result({ view, review }: MinutesData) {
  const winner = winnerOf(review);
  const isLast = review.id === view.reviews[view.reviews.length - 1]?.id;
  const tier = isLast && winner && view.tier?.choice === winner ? view.tier : undefined;
  return (
    <Part title={`${panelTerm()}结果`}>
      <Line name="支持对象">{view.enterprise.name}</Line>
      <Line name="结果">{winner ? choiceSays(view.scheme.id, winner) : "没有过半数，未形成结果，转下次会议"}</Line>
      {tier ? (
        <>
          <Line name={`${payTerm()}标准`}>{`${percentText(tier.ratio)}，按融资需求测算最多 ${yuanText(tier.covered)} 元`}</Line>
          <Line name="追偿责任">{tier.recoveryOwner.name}</Line>
        </>
      ) : null}
    </Part>
  );
}

export function Paper(data: MinutesData) {
  const { view, review, meeting } = data;
  const step = ballotStepOf(view.scheme.id);
  const recused = review.seats.filter((seat) => seat.recused !== undefined);
  const nth = view.reviews.findIndex((each) => each.id === review.id) + 1;
  return (
    <View id="paper" className="paper">
      <View className="paper-mark">未签章电子件</View>
      <View className="paper-title">{`${view.scheme.name}${panelTerm()}会议纪要`}</View>
      <View className="paper-no num">{`编号 ${view.no}-${panelTerm()}-${nth}`}</View>
      <Line name="会议">{meeting ? `${meeting.title}，${meeting.place}` : `${panelTerm()}会议`}</Line>
      <Line name="日期">{dayText(review.heldOn)}</Line>
      <Line name="案件">{`${view.no} ${view.enterprise.name}（${view.enterprise.creditCode}）`}</Line>
      {view.need ? <Line name="融资需求">{`${yuanText(view.need.amount)} 元，${view.need.termMonths} 个月，${view.need.purpose}`}</Line> : null}
      <Part title="参加单位和委派人">
        {review.seats
          .filter((seat) => seat.recused === undefined)
          .map((seat) => (
            <Line key={seat.unit.id} name={seat.unit.name}>
              {[seat.delegate.name, seat.delegate.title].filter(Boolean).join(" ")}
            </Line>
          ))}
      </Part>
      <Part title="回避">
        {recused.length ? (
          recused.map((seat) => (
            <Line key={seat.unit.id} name={seat.unit.name}>
              {seat.recused}
            </Line>
          ))
        ) : (
          <View>没有单位回避。</View>
        )}
      </Part>
      <Rounds {...data} />
      <Result {...data} />
      <View className="paper-foot">
        <View>{`依据：${step?.cites.article ?? ""}（${panelTerm()}和表决）、${step?.choices.find((choice) => choice.ratio)?.ratio?.cites.article ?? ""}（风险等级和${payTerm()}标准）`}</View>
        <View>{`规则版本：${ruleSetText(view.scheme.ruleSet)}。本件由系统按记录生成，未签章前仅供查阅。`}</View>
      </View>
    </View>
  );
}
