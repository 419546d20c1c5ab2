/** A panel that is set: its seats, what stands in the way, and opening the ballot. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { ballotStepOf } from "../../case/count";
import { today } from "../../case/due";
import { panelTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary, Refusals } from "../../ui/errors";
import { Confirm } from "../../ui/sheet";
import { toTop, useAct } from "../../use-act";
import { dayText } from "../../words/time";
import type { Review } from "./plan";
import { Seats } from "./seats";

interface ScheduledProps {
  view: CaseView;
  review: Review;
  onOpened: () => unknown;
  onChange: () => void;
}

export function Scheduled({ view, review, onOpened, onChange }: ScheduledProps) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const voters = review.seats.filter((seat) => seat.recused === undefined);
  const early = review.heldOn > today();
  const stuck = review.obstacles.length > 0;
  const open = async () => {
    const moved = await act.run(() => call("openBallot", { params: { caseId: view.id }, body: {} }));
    setAsking(false);
    if (!moved) return;
    await onOpened();
    toTop();
  };
  return (
    <Section title={`${panelTerm()}单位`} aside={`会议 ${dayText(review.heldOn)}`}>
      <ErrorSummary errors={act.errors} title="没有开始表决" />
      {stuck ? (
        <Banner tone="warn" title={voters.length < review.seats.length ? "有单位回避，要调整后才能表决" : "现在还不能表决"}>
          <Refusals refusals={review.obstacles} />
        </Banner>
      ) : (
        <Banner tone="good" title={`已排入会议，${voters.length} 家参加表决`}>
          {early ? `会议定在${dayText(review.heldOn)}，当天才能开始表决。` : "单位齐全且为单数，可以开始表决。"}
        </Banner>
      )}
      <Seats seats={review.seats} />
      <View className="mt">
        <Button id="open-ballot" disabled={stuck || early} onTap={() => setAsking(true)}>
          开始表决
        </Button>
        <Button id="change-panel" kind="secondary" onTap={onChange}>
          调整{panelTerm()}单位
        </Button>
      </View>
      <Confirm open={asking} title="开始表决" action="开始表决" busyText="正在开始…" onConfirm={open} onClose={() => setAsking(false)}>
        <Card>
          <Row label="参加表决">{voters.map((seat) => seat.unit.name).join("、")}</Row>
          <Row label="形成结果">{`${voters.length} 家里超过半数，即至少 ${Math.floor(voters.length / 2) + 1} 票`}</Row>
          <Row label="之后" cites={ballotStepOf(view.scheme.id)?.cites.article}>
            不能再改动{panelTerm()}单位，也不能再回避；全部投票后才能结束。
          </Row>
        </Card>
      </Confirm>
    </Section>
  );
}
