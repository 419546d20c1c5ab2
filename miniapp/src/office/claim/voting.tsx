/** While a claim's ballot is open: who has voted, and closing it with the opinion in words. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { errorAt } from "../../failure";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import "../office.css";

type Panel = NonNullable<ClaimView["verification"]>;

const RESULTS = {
  decided: "已形成审核意见",
  revote: "没有过半数，要再投一次",
  deferred: "没有过半数，转下次会议",
  get returned() {
    return `不符合${payTerm()}条件，已退回`;
  },
} as const;

const Who = ({ panel, onRefresh }: { panel: Panel; onRefresh: () => unknown }) => {
  const silent = panel.seats.filter((seat) => !seat.voted);
  return (
    <Section
      title={panel.round > 1 ? `第 ${panel.round} 轮${payTerm()}表决` : `${payTerm()}表决中`}
      aside={`已投 ${panel.seats.length - silent.length} / ${panel.seats.length} 家`}
    >
      {panel.round > 1 ? (
        <Banner tone="warn" title="上一轮没有过半数，重新表决">{`本轮只在 ${panel.choices.map((choice) => choice.says).join("、")} 里选。`}</Banner>
      ) : null}
      <Banner tone={silent.length ? "info" : "good"} title={silent.length ? `还等 ${silent.length} 家投票` : "全部单位已投票"}>
        {silent.length ? `${silent.map((seat) => seat.unit.name).join("、")}。结束前谁也看不到投了什么。` : "可以结束表决并写审核意见。"}
      </Banner>
      <Card id="claim-seats">
        {panel.seats.map((seat) => (
          <View className="panel-row" key={seat.unit.id}>
            <View className="lrow-top">
              <View className="strong">{seat.unit.name}</View>
              <Tag tone={seat.voted ? "done" : "todo"}>{seat.voted ? "已投票" : "等投票"}</Tag>
            </View>
            <View className="small muted">{`${seat.delegate.name} ${seat.delegate.title}`}</View>
            {seat.interested ? <View className="small">与本申请有利害关系，意见书会注明</View> : null}
          </View>
        ))}
      </Card>
      <View className="mt">
        <Button id="refresh-claim-votes" kind="secondary" onTap={onRefresh} busyText="正在刷新…">
          刷新投票情况
        </Button>
      </View>
    </Section>
  );
};

export function ClaimVoting({ view, panel, onMoved }: { view: CaseView; panel: Panel; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`claim-opinion.${panel.id}`, { opinion: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const silent = panel.seats.filter((seat) => !seat.voted).length;
  const close = async () => {
    const closed = await act.run(() => call("closeClaimBallot", { params: { caseId: view.id }, body: { opinion: form.opinion } }));
    setAsking(false);
    if (!closed) return;
    if (closed.result === "decided" || closed.result === "returned") clear();
    toast(RESULTS[closed.result]);
    await onMoved();
    toTop();
  };
  return (
    <>
      <Who panel={panel} onRefresh={onMoved} />
      <Section title="结束表决，写审核意见">
        <ErrorSummary errors={act.errors} title="没有结束表决" />
        <Card id="close-claim">
          <Field
            name="opinion"
            label="审核意见"
            hint={`不良情况是否属实、责任义务是否履行、同意${payTerm()}与否和理由；没有过半数重投时可以先不写`}
            area
            maxLength={4000}
            value={form.opinion}
            onChange={(opinion) => change({ opinion })}
            error={errorAt(act.errors, "opinion")}
          />
          <View className="mt">
            <Button id="close-claim-ballot" disabled={silent > 0} onTap={() => setAsking(true)}>
              结束表决并计票
            </Button>
            {silent ? <View className="small muted tip">全部单位投票后才能结束。</View> : null}
          </View>
        </Card>
      </Section>
      <Confirm
        open={asking}
        title={`结束${payTerm()}表决`}
        action="结束并计票"
        busyText="正在计票…"
        onConfirm={close}
        onClose={() => setAsking(false)}
      >
        <Row label="表决单位">{`${panel.seats.length} 家，过半数要 ${Math.floor(panel.seats.length / 2) + 1} 票`}</Row>
        <Row label="审核意见">{form.opinion || "没有写"}</Row>
        <View className="small muted">计票后不能更改。多数认为不符合条件的，连同意见退回机构；没有过半数的再投一次，系统不代选。</View>
      </Confirm>
    </>
  );
}
