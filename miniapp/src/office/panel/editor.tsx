/** Choosing the units of a panel and their delegates, with a live word on whether it may vote. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { kindName } from "../../party-name";
import { session } from "../../session";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Banner, ErrorSummary, Refusals } from "../../ui/errors";
import { toTop, useAct } from "../../use-act";
import { dayText } from "../../words/time";
import { ballotStepOf, currentReview, firstPlan, type Plan, partnersOf, placesOf, type Standing, seatsOf, standingOf } from "./plan";
import { SeatRow } from "./seat-row";

const Verdict = ({ standing }: { standing: Standing }) => (
  <View id="panel-verdict">
    {standing.faults.length ? (
      <Banner tone="warn" title="现在还不能表决">
        <Refusals refusals={standing.faults} />
      </Banner>
    ) : (
      <Banner tone="good" title={`共 ${standing.voters} 家，单数，可以表决`}>{`过半数要 ${standing.majority} 票。一个单位一票。`}</Banner>
    )}
  </View>
);

interface EditorProps {
  view: CaseView;
  told: Answer<"getMeeting">;
  onScheduled: () => unknown;
  onClose?: () => void;
}

export function PanelEditor({ view, told, onScheduled, onClose }: EditorProps) {
  const step = ballotStepOf(view);
  const review = currentReview(view);
  const recommenderId = view.recommendation?.by.id;
  const { units, meeting } = told;
  const [plan, setPlan] = useState<Plan>(() => firstPlan(step, units, recommenderId, review, session()?.person.personId));
  const act = useAct();
  const seats = seatsOf(plan, units, review);
  const standing = standingOf(step, seats, recommenderId, today());
  const put = (unitId: string, personId: string | null) =>
    setPlan(({ [unitId]: _, ...rest }) => (personId === null ? rest : { ...rest, [unitId]: personId }));
  const schedule = async () => {
    const unnamed = units.filter((unit) => plan[unit.id] === "");
    if (!act.check(unnamed.map((unit) => ({ field: `delegate.${unit.id}`, message: `${unit.name}还没有委派人。` })))) return;
    const body = { meetingId: meeting.id, seats: seats.map((seat) => ({ orgId: seat.unit.id, personId: seat.delegate.personId })) };
    if (!(await act.run(() => call("scheduleReview", { params: { caseId: view.id }, body })))) return;
    await onScheduled();
    toTop();
  };
  const row = (unit: (typeof units)[number], place?: string) => (
    <SeatRow key={unit.id} unit={unit} place={place} plan={plan} step={step} review={review} onPut={put} errors={act.errors} />
  );
  const partners = partnersOf(step, units);
  return (
    <Section title={`${panelTerm()}单位`} aside={`${meeting.title}，${dayText(meeting.heldOn)}`}>
      <ErrorSummary errors={act.errors} />
      <Verdict standing={standing} />
      <View className="mt" />
      <Card id="fixed-seats">
        <View className="strong">必须参加</View>
        {placesOf(step, units, recommenderId).map((place) =>
          place.units.length ? (
            place.units.map((unit) => row(unit, place.seat))
          ) : (
            <View className="panel-row danger-text" key={place.seat}>{`${place.seat}：没有登记工作人员，请先在“人员”里登记。`}</View>
          ),
        )}
      </Card>
      <View className="mt">
        <Card id="partner-seats">
          <View className="strong">合作机构</View>
          <View className="small muted">
            <Cited article={step.panel.cites.article}>{`加入后全部单位合计要是单数。`}</Cited>
          </View>
          {partners.length ? partners.map((unit) => row(unit, kindName(unit.kind))) : <View className="muted">还没有登记合作机构的工作人员。</View>}
        </Card>
      </View>
      <View className="mt">
        <Button id="schedule" onTap={schedule} busyText="正在排入…">
          {review ? `保存${panelTerm()}单位` : "排入会议"}
        </Button>
        {standing.faults.length ? <View className="small muted tip">可以先排入，补齐后再开始表决。</View> : null}
        {onClose ? (
          <View className="mt">
            <Button kind="secondary" onTap={onClose}>
              先不改
            </Button>
          </View>
        ) : null}
      </View>
    </Section>
  );
}
