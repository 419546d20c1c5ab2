/** What a ballot came to: the count, the majority rule, and what follows from it. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { ballotStepOf } from "../../case/count";
import { RoundBallots, RoundCount } from "../../case/reviews";
import { approver } from "../../doer";
import { go } from "../../go";
import { approvalTerm, panelTerm, payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { percentText, yuanText } from "../../ui/money-text";

const NEXT: Partial<Record<CaseView["status"], string>> = {
  get approve() {
    return `这个等级的案件要报${approver()}，同意后才能推送。`;
  },
  push: "现在可以推送给合作机构。",
  not_supported: "案件办结，推荐单位和企业会收到消息。",
};

function Decided({ view }: { view: CaseView }) {
  const { tier, status } = view;
  if (status === "not_supported")
    return (
      <Banner tone="danger" title={`${panelTerm()}结果：不予支持`}>
        {NEXT.not_supported}
      </Banner>
    );
  if (!tier) return null;
  return (
    <>
      <Banner tone="good" title={`${panelTerm()}结果：${tier.says}，${payTerm()} ${percentText(tier.ratio)}`}>
        {NEXT[status] ?? "案件已到后面的环节。"}
      </Banner>
      <Card id="ballot-result">
        <Row label="风险等级">{tier.says}</Row>
        <Row label={`按需求测算最多${payTerm()}`} num>{`${yuanText(tier.covered)} 元`}</Row>
        <Row label="追偿责任单位">{tier.recoveryOwner.name}</Row>
      </Card>
      {view.actions.includes("pushToBanks") ? (
        <Button id="to-push" onTap={() => go("/office/pushes/index", { id: view.id })}>
          推送给机构
        </Button>
      ) : null}
      {status === "approve" ? (
        <Button id="to-approvals" kind="secondary" onTap={() => go("/office/approvals/index")}>
          查看{approvalTerm()}进度
        </Button>
      ) : null}
    </>
  );
}

/** The latest review that has counted anything. */
export function BallotResult({ view }: { view: CaseView }) {
  const review = [...view.reviews].reverse().find((each) => each.past.length > 0);
  if (!review) return null;
  const { id: schemeId } = view.scheme;
  // A failed push or a refused approval brings the case back to review.
  const again = review.result !== undefined && view.status.startsWith("ballot");
  return (
    <Section title={again ? "上一次的表决结果" : "表决结果"}>
      {review.result === "decided" && !view.status.startsWith("ballot") ? <Decided view={view} /> : null}
      {review.result === "deferred" && view.status === "ballot" ? (
        <Banner tone="warn" title="没有过半数，转下次会议">
          <Cited article={ballotStepOf(schemeId)?.majority.cites.article}>系统不代选。请把案件排入下一次会议，重新{panelTerm()}。</Cited>
        </Banner>
      ) : null}
      {[...review.past].reverse().map((round) => (
        <Card key={round.round} id={`count-${round.round}`}>
          <View className="strong">{`第 ${round.round} 轮计票`}</View>
          <RoundCount schemeId={schemeId} round={round} />
          <Fold label="各单位的意见和理由">
            <RoundBallots schemeId={schemeId} review={review} round={round} />
          </Fold>
        </Card>
      ))}
      <Button id="minutes" kind="secondary" onTap={() => go("/reviewer/minutes/index", { id: view.id, review: review.id })}>
        查看会议纪要
      </Button>
    </Section>
  );
}
