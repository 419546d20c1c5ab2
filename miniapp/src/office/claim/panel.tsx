/** Setting the panel of a claim from those who rated the firm, and opening its ballot on the day of the meeting. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { today } from "../../case/due";
import type { ClaimView } from "../../case/file/file-of";
import type { Membership, Session } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary, Refusals } from "../../ui/errors";
import { Confirm } from "../../ui/sheet";
import { Loaded } from "../../ui/states";
import { toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { ChooseMeeting } from "../panel/choose-meeting";
import { bodyOf, emptyOf, faultsOf, firstPlan, type Plan, type SeatPlan, type Told } from "./panel-plan";
import { RaterRow } from "./rater-row";

interface PanelProps {
  view: CaseView;
  now: Session;
  role: Membership;
  onMoved: () => unknown;
}

function Editor({ view, now, role, told, onMoved }: PanelProps & { told: Told }) {
  const raters = view.file?.raters ?? [];
  const [plan, setPlan] = useState<Plan>(() => firstPlan(view.scheme.id, raters, told.units));
  const act = useAct();
  const faults = faultsOf(view, plan, told, now, role);
  const change = (id: string, part: Partial<SeatPlan>) =>
    setPlan((before) => {
      const seat = before[id];
      return seat ? { ...before, [id]: { ...seat, ...part } } : before;
    });
  const send = async () => {
    if (!act.check(emptyOf(plan, raters))) return;
    const set = await act.run(() => call("setClaimPanel", { params: { caseId: view.id }, body: bodyOf(plan, told.meeting.id) }));
    if (!set) return;
    await onMoved();
    toTop();
  };
  return (
    <Section title="评审单位：当时评级的原班单位" aside={`${told.meeting.title}，${dayText(told.meeting.heldOn)}`}>
      <ErrorSummary errors={act.errors} />
      {faults.length ? (
        <Banner tone="warn" title="现在还不能确定">
          <Refusals refusals={faults} />
        </Banner>
      ) : (
        <Banner tone="good">{`共 ${raters.length} 家，与评级时一致。单位合并或更名的，由承接单位代替并写明文号。`}</Banner>
      )}
      <Card id="claim-panel-seats">
        {raters.map((rater) => (
          <RaterRow
            key={rater.unit.id}
            schemeId={view.scheme.id}
            rater={rater}
            raters={raters}
            plan={plan}
            units={told.units}
            errors={act.errors}
            onChange={(part) => change(rater.unit.id, part)}
          />
        ))}
      </Card>
      <View className="mt">
        <Button id="set-claim-panel" onTap={send} busyText="正在保存…">
          确定评审单位
        </Button>
      </View>
    </Section>
  );
}

function Choosing({ meetingId, ...rest }: PanelProps & { meetingId: string }) {
  const [chosen, setChosen] = useState(meetingId);
  const told = useLoad(() => (chosen ? call("getMeeting", { params: { meetingId: chosen } }) : null), [chosen]);
  if (!chosen) return <ChooseMeeting onChoose={setChosen} />;
  return <Loaded load={told}>{(data) => <Editor key={data.meeting.id} {...rest} told={data} />}</Loaded>;
}

function Ready({
  view,
  panel,
  onMoved,
  onChange,
}: {
  view: CaseView;
  panel: NonNullable<ClaimView["verification"]>;
  onMoved: () => unknown;
  onChange: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const early = panel.heldOn > today();
  const open = async () => {
    const moved = await act.run(() => call("openClaimBallot", { params: { caseId: view.id }, body: {} }));
    setAsking(false);
    if (!moved) return;
    await onMoved();
    toTop();
  };
  const interested = panel.seats.filter((seat) => seat.interested).map((seat) => seat.unit.name);
  return (
    <Section title="评审单位已确定" aside={`会议 ${dayText(panel.heldOn)}`}>
      <ErrorSummary errors={act.errors} title="没有开始表决" />
      <Banner tone="good" title={`${panel.seats.length} 家参加${payTerm()}表决`}>
        {early ? `会议定在${dayText(panel.heldOn)}，当天才能开始表决。` : "可以开始表决。"}
      </Banner>
      {interested.length ? (
        <Banner tone="warn" title="有利害关系的单位">{`${interested.join("、")}与本申请有利害关系，仍须参加，意见书会注明。`}</Banner>
      ) : null}
      <Card id="claim-seats">
        {panel.seats.map((seat) => (
          <Row key={seat.unit.id} label={seat.unit.name}>
            <View>{`${seat.delegate.name} ${seat.delegate.title}`}</View>
            {seat.standsFor ? <View className="small muted">{`承接“${seat.standsFor}”`}</View> : null}
          </Row>
        ))}
      </Card>
      <View className="mt">
        <Button id="open-claim-ballot" disabled={early} onTap={() => setAsking(true)}>
          开始{payTerm()}表决
        </Button>
        <Button id="change-claim-panel" kind="secondary" onTap={onChange}>
          调整委派人或会议
        </Button>
      </View>
      <Confirm open={asking} title={`开始${payTerm()}表决`} action="开始表决" busyText="正在开始…" onConfirm={open} onClose={() => setAsking(false)}>
        <Row label="参加表决">{panel.seats.map((seat) => seat.unit.name).join("、")}</Row>
        <View className="small muted">开始后不能再改动单位；全部投票后才能结束，结束前谁也看不到投了什么。</View>
      </Confirm>
    </Section>
  );
}

export function ClaimPanel({ view, claim, now, role, meeting, onMoved }: PanelProps & { claim: ClaimView; meeting: string }) {
  const [changing, setChanging] = useState(false);
  const panel = claim.verification?.result ? undefined : claim.verification;
  const moved = async () => {
    await onMoved();
    setChanging(false);
  };
  if (panel && !changing) return <Ready view={view} panel={panel} onMoved={onMoved} onChange={() => setChanging(true)} />;
  return <Choosing view={view} now={now} role={role} onMoved={moved} meetingId={panel?.meetingId ?? meeting} />;
}
