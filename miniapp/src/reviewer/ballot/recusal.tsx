/** Standing aside before the ballot opens, and what that does to the panel's number. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { panelReady } from "../../../../shared/process/ballot";
import { call } from "../../api";
import { ballotStepOf, type Review } from "../../case/count";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Banner, ErrorSummary, Refusals } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";

/** What would stand in the way of the meeting without this unit. */
function obstaclesWithout(view: CaseView, review: Review, unit: string) {
  const step = ballotStepOf(view.scheme.id);
  if (!step) return [];
  const seats = review.seats.map((seat) => (seat.unit.id === unit ? { ...seat, recused: "—" } : seat));
  const ready = panelReady(step, seats, view.recommendation?.by.id, today());
  return ready.ok ? [] : ready.refusals.map(({ cites, ...rest }) => ({ ...rest, ...(cites ? { article: cites.article } : {}) }));
}

export function Recusal({ view, review, unit, onDone }: { view: CaseView; review: Review; unit: string; onDone: () => unknown }) {
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const left = review.seats.filter((seat) => seat.recused === undefined && seat.unit.id !== unit).length;
  const obstacles = obstaclesWithout(view, review, unit);
  const recuse = async () => {
    const done = await act.run(() => call("recuse", { params: { caseId: view.id }, body: { reason } }));
    setAsking(false);
    if (done) await onDone();
  };
  return (
    <Section title="回避">
      <Card id="recusal">
        <View>与企业有利害关系，或有其他影响公正表决的情形，请在表决开始前回避。</View>
        <Fold id="recuse-open" label="回避申请" open={act.errors.length > 0}>
          <ErrorSummary errors={act.errors} />
          <Field name="reason" label="回避理由" area maxLength={500} value={reason} onChange={setReason} error={errorAt(act.errors, "reason")} />
          <View className="mt">
            <Button
              id="recuse-check"
              kind="secondary"
              onTap={() => setAsking(act.check(needed(reason, "reason", "还没有写理由。请用一两句话写明为什么回避。")))}
            >
              提出回避
            </Button>
          </View>
        </Fold>
      </Card>
      <Confirm open={asking} danger title="确认回避" action="回避本案" busyText="正在记录…" onConfirm={recuse} onClose={() => setAsking(false)}>
        <View>{`本单位将不参加这件案件的表决，记入纪要，不能撤回。回避后还有 ${left} 家单位参加表决。`}</View>
        {obstacles.length ? (
          <View className="mt">
            <Banner tone="warn" title={`会议暂时不能开始，要由${partyName("office")}调整单位`}>
              <Refusals refusals={obstacles} />
            </Banner>
          </View>
        ) : null}
      </Confirm>
    </Section>
  );
}
