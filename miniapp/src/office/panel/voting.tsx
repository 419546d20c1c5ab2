/** While the ballot is open: who has voted, and closing it once all have, with the unit that will carry recovery. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { ballotStepOf } from "../../case/count";
import { errorAt } from "../../failure";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Confirm } from "../../ui/sheet";
import { needed, toTop, useAct } from "../../use-act";
import type { Review } from "./plan";
import { Seats } from "./seats";

interface VotingProps {
  view: CaseView;
  review: Review;
  onClosed: () => unknown;
  onRefresh: () => unknown;
}

const Who = ({ review, onRefresh }: { review: Review; onRefresh: () => unknown }) => {
  const voters = review.seats.filter((seat) => seat.recused === undefined);
  const silent = voters.filter((seat) => !seat.voted);
  return (
    <Section
      title={review.round > 1 ? `第 ${review.round} 轮表决` : "正在表决"}
      aside={`已投 ${voters.length - silent.length} / ${voters.length} 家`}
    >
      {review.round > 1 ? (
        <Banner tone="warn" title="上一轮没有过半数，重新表决">
          {`本轮只在 ${review.choices.map((choice) => choice.says).join("、")} 里选。`}
        </Banner>
      ) : null}
      <Banner tone={silent.length ? "info" : "good"} title={silent.length ? `还等 ${silent.length} 家投票` : "全部单位已投票"}>
        {silent.length ? `${silent.map((seat) => seat.unit.name).join("、")}。结束前谁也看不到投了什么。` : "可以结束表决并计票。"}
      </Banner>
      <Seats seats={review.seats} open />
      <View className="mt">
        <Button id="refresh-votes" kind="secondary" onTap={onRefresh} busyText="正在刷新…">
          刷新投票情况
        </Button>
      </View>
    </Section>
  );
};

export function Voting({ view, review, onClosed, onRefresh }: VotingProps) {
  const [owner, setOwner] = useState("");
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const voters = review.seats.filter((seat) => seat.recused === undefined);
  const silent = voters.filter((seat) => !seat.voted);
  const ask = () => {
    if (act.check(needed(owner, "recoveryOwner", "还没有选追偿责任单位。支持的案件要写明由谁负责追偿。"))) setAsking(true);
  };
  const close = async () => {
    const closed = await act.run(() => call("closeBallot", { params: { caseId: view.id }, body: { recoveryOwner: owner } }));
    setAsking(false);
    if (!closed) return;
    await onClosed();
    toTop();
  };
  return (
    <>
      <Who review={review} onRefresh={onRefresh} />
      <Section title="结束表决">
        <ErrorSummary errors={act.errors} title="没有结束表决" />
        <Card>
          <ChoiceField
            name="recoveryOwner"
            label="追偿责任单位"
            hint={<Cited article={ballotStepOf(view.scheme.id)?.cites.article}>{payTerm()}发生后由谁牵头追偿；结果为支持时记入案件。</Cited>}
            value={owner}
            options={review.seats.map((seat) => ({ value: seat.unit.id, label: seat.unit.name }))}
            onChange={setOwner}
            error={errorAt(act.errors, "recoveryOwner")}
          />
          <View className="mt">
            <Button id="close-ballot" disabled={silent.length > 0} onTap={ask}>
              结束表决并计票
            </Button>
            {silent.length ? <View className="small muted tip">全部单位投票后才能结束。</View> : null}
          </View>
        </Card>
      </Section>
      <Confirm open={asking} title="结束表决" action="结束并计票" busyText="正在计票…" onConfirm={close} onClose={() => setAsking(false)}>
        <Row label="表决单位">{`${voters.length} 家，过半数要 ${Math.floor(voters.length / 2) + 1} 票`}</Row>
        <Row label="追偿责任">{review.seats.find((seat) => seat.unit.id === owner)?.unit.name ?? ""}</Row>
        <View className="small muted">
          <Cited article={ballotStepOf(view.scheme.id)?.majority.cites.article}>
            计票后公开各单位的选择和理由，不能更改。没有过半数就在票数最多的两项里再投一次，仍没有就转下次会议，系统不代选。
          </Cited>
        </View>
      </Confirm>
    </>
  );
}
