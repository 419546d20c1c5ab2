/** Office and finance each look at the loss that the institution confirmed; once both agree it is written off. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { OrgKind } from "../../../../shared/process/party";
import { call } from "../../api";
import type { RecoveryView } from "../../case/file/file-of";
import { bothAmounts } from "../../money/both-amounts";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { toTop, useAct } from "../../use-act";
import { PROOF_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";

const Facts = ({ recovery }: { recovery: RecoveryView }) => {
  const { ended, confirmed, figures } = recovery;
  return (
    <>
      {figures ? <Row label={`已${payTerm()}`} num>{`${yuanText(figures.paid)} 元`}</Row> : null}
      {figures ? <Row label="已返还" num>{`${yuanText(figures.returned)} 元`}</Row> : null}
      {confirmed ? (
        <Row label="机构确认净损失" num>
          {bothAmounts(confirmed.amount) ?? ""}
        </Row>
      ) : null}
      {ended ? <Row label="法律程序终结">{`${dayText(ended.on)}，${PROOF_WORDS[ended.proof] ?? ended.proof}，${ended.documentNo}`}</Row> : null}
    </>
  );
};

interface ApproveProps {
  view: CaseView;
  recovery: RecoveryView;
  onMoved: () => unknown;
}

export function ApproveLoss({ view, recovery, onMoved }: ApproveProps) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const { approvals, approvalCites } = schemeOf(view.scheme.id).recovery.writeOff;
  const given = (kind: OrgKind) => recovery.approvals.find((each) => each.kind === kind);
  const approve = async () => {
    const moved = await act.run(() => call("approveLoss", { params: { caseId: view.id }, body: {} }));
    setAsking(false);
    if (!moved) return;
    toast(moved.writtenOff ? `已核销 ${yuanText(moved.writtenOff)} 元` : "已审核，等另一家");
    await onMoved();
    toTop();
  };
  return (
    <Section title="审核核销" aside={<Cited article={approvalCites.article} />}>
      <ErrorSummary errors={act.errors} title="没有审核成" />
      <Card id="approve-loss">
        <Facts recovery={recovery} />
        {approvals.map((kind) => (
          <Row key={kind} label={`${partyName(kind)}审核`}>
            {given(kind) ? `${dayText(given(kind)?.on ?? "")}已同意` : "还没有审核"}
          </Row>
        ))}
        <View className="mt">
          <Button id="approve-loss-go" onTap={() => setAsking(true)}>
            核对后同意核销
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="同意核销" action="同意核销" busyText="正在记录…" onConfirm={approve} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Facts recovery={recovery} />
        <View className="small muted">各审核单位都同意后随即核销入账，不能更改。核销以后收回的钱仍要返还。</View>
      </Confirm>
    </Section>
  );
}
