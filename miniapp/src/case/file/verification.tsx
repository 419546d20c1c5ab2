/** The units that verify a claim, how far their ballot is, and the count and ballots of rounds that are closed. */

import { View } from "@tarojs/components";
import { panelTerm, payTerm } from "../../term";
import { Row } from "../../ui/card";
import { Bars } from "../../ui/charts";
import { Fold } from "../../ui/fold";
import { dayText } from "../../words/time";
import type { ClaimView } from "./file-of";

type Panel = NonNullable<ClaimView["verification"]>;

const progress = ({ result, round, seats }: Panel): string => {
  if (result === "deferred") return "没有过半数，转下次会议";
  if (result === "decided") return "已形成意见";
  if (round === 0) return "还没有开始表决";
  return `第 ${round} 轮，${seats.length} 家中已有 ${seats.filter((seat) => seat.voted).length} 家投票`;
};

const Round = ({ panel, round }: { panel: Panel; round: Panel["past"][number] }) => {
  const says = (id: string) => panel.choices.find((choice) => choice.id === id)?.says ?? id;
  const unit = (id: string) => panel.seats.find((seat) => seat.unit.id === id)?.unit.name ?? "评审单位";
  return (
    <View className="mt">
      <View className="strong">{`第 ${round.round} 轮计票`}</View>
      <Bars bars={Object.entries(round.counts).map(([id, votes]) => ({ label: says(id), value: votes, text: `${votes} 票` }))} />
      {round.ballots.length ? (
        <Fold label="各单位的意见和理由">
          {round.ballots.map((ballot) => (
            <Row key={ballot.unit} label={unit(ballot.unit)}>
              <View>{says(ballot.choice)}</View>
              <View className="small muted">{ballot.reason}</View>
            </Row>
          ))}
        </Fold>
      ) : null}
    </View>
  );
};

export const Verification = ({ verification }: { verification: Panel }) => (
  <View id="claim-panel">
    <Row label={`${payTerm()}${panelTerm()}`}>{`${dayText(verification.heldOn)}，${progress(verification)}`}</Row>
    {verification.past.map((round) => (
      <Round key={round.round} panel={verification} round={round} />
    ))}
    <Fold label={`评审单位（${verification.seats.length} 家）`}>
      {verification.seats.map((seat) => (
        <Row key={seat.unit.id} label={seat.unit.name}>
          <View>{[seat.delegate.name, seat.delegate.title].filter(Boolean).join(" ")}</View>
          {seat.standsFor ? <View className="small muted">{`承接原评级单位“${seat.standsFor}”`}</View> : null}
          {seat.interested ? <View className="small muted">与本申请有利害关系，已在意见旁注明</View> : null}
        </Row>
      ))}
    </Fold>
  </View>
);
