/** 表决结果; `id` is the case, `review` a review of it (the last that was counted without it). */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { payArticle } from "../../case/cites";
import { choiceSays, type Review, reviewShown, winnerOf } from "../../case/count";
import { RoundBallots, RoundCount, Seats } from "../../case/reviews";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { panelTerm, payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Columns, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

function Outcome({ view, review }: { view: CaseView; review: Review }) {
  const winner = winnerOf(review);
  if (!winner)
    return (
      <Banner tone="warn" title={review.result === "deferred" ? "没有过半数，转下次会议" : "没有过半数，正在重新表决"}>
        系统只计票，不代选。
      </Banner>
    );
  const isLast = review.id === view.reviews[view.reviews.length - 1]?.id;
  const tier = isLast && view.tier?.choice === winner ? view.tier : undefined;
  return (
    <Card id="outcome">
      <Row label={`${panelTerm()}结果`}>
        <View className="strong">{choiceSays(view.scheme.id, winner)}</View>
      </Row>
      {tier ? (
        <>
          <Row label={`${payTerm()}标准`} num>{`${percentText(tier.ratio)}`}</Row>
          <Row label={`按需求测算最多${payTerm()}`} num cites={payArticle(view.scheme.id)}>{`${yuanText(tier.covered)} 元`}</Row>
          <Row label="追偿责任单位">{tier.recoveryOwner.name}</Row>
        </>
      ) : null}
      <Row label="会议日期">{dayText(review.heldOn)}</Row>
    </Card>
  );
}

function Body({ view, review }: { view: CaseView; review: Review }) {
  const rounds = [...review.past].reverse();
  const others = view.reviews.filter((each) => each.id !== review.id && each.past.length > 0);
  return (
    <>
      <View>
        <View className="h2">{view.enterprise.name}</View>
        <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
      </View>
      <Outcome view={view} review={review} />
      <Columns
        main={rounds.map((round, at) => (
          <Section key={round.round} title={at === 0 ? "计票" : `第 ${round.round} 轮计票（没有形成结果）`} aside={`第 ${round.round} 轮`}>
            <Card>
              <RoundCount schemeId={view.scheme.id} round={round} />
            </Card>
            <View className="mt">
              <RoundBallots schemeId={view.scheme.id} review={review} round={round} />
            </View>
          </Section>
        ))}
        side={
          <>
            <Section title={`${panelTerm()}单位和回避`} aside={`${review.seats.length} 家`}>
              <Card>
                <Seats review={review} />
              </Card>
            </Section>
            {others.length ? (
              <Section title={`这件案件的其他${panelTerm()}`}>
                <Card>
                  {others.map((each) => (
                    <Button key={each.id} kind="plain" inline onTap={() => go("/reviewer/result/index", { id: view.id, review: each.id })}>
                      {`${dayText(each.heldOn)}的${panelTerm()}`}
                    </Button>
                  ))}
                </Card>
              </Section>
            ) : null}
          </>
        }
      />
    </>
  );
}

export default function Result() {
  const now = useGuard();
  const { id: caseId = "", review: reviewId } = useRouter().params;
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  const counted = load.data ? reviewShown(load.data, reviewId) : undefined;
  const bar = counted ? (
    <>
      <Button id="minutes" onTap={() => go("/reviewer/minutes/index", { id: caseId, review: counted.id })}>
        会议纪要
      </Button>
      <Button id="to-case" kind="secondary" onTap={() => openCase(caseId)}>
        看案件
      </Button>
    </>
  ) : undefined;
  return (
    <Page title="表决结果" wide bar={bar} onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(view) => !reviewShown(view, reviewId)}
        none={<Empty title="还没有计票结果">全部单位投票、{partyName("office")}结束表决后，在这里查看结果和纪要。</Empty>}
      >
        {(view) => {
          const review = reviewShown(view, reviewId);
          return review ? <Body view={view} review={review} /> : null;
        }}
      </Loaded>
    </Page>
  );
}
