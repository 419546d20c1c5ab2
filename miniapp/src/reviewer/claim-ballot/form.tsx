/** One unit's ballot on a claim: the choice, the reason, a check, then sealed. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { errorAt } from "../../failure";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";

export interface CastClaim {
  says: string;
  reason: string;
  round: number;
  moved: Answer<"castClaimBallot">;
}

interface FormProps {
  view: CaseView;
  panel: NonNullable<ClaimView["verification"]>;
  /** Keeps the draft apart from that of others on the same device. */
  personId: string;
  unit: string;
  onCast: (cast: CastClaim) => void;
}

export function ClaimBallotForm({ view, panel, personId, unit, onCast }: FormProps) {
  const [form, change, clear] = useKept(`claim-ballot.${personId}.${panel.id}.${panel.round}`, { choice: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const claim = view.file?.claim;
  const chosen = panel.choices.find((choice) => choice.id === form.choice);
  const check = () =>
    setAsking(
      act.check([
        ...needed(chosen?.id, "choice", "还没有选择。请在几项里选一项。"),
        ...needed(form.reason, "reason", "还没有写理由。请用一两句话写明依据。"),
      ]),
    );
  const cast = async () => {
    const moved = await act.run(() => call("castClaimBallot", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!moved || !chosen) return;
    clear();
    onCast({ says: chosen.says, reason: form.reason, round: panel.round, moved });
  };
  return (
    <Section title={`本单位的选票（第 ${panel.round} 轮）`}>
      <ErrorSummary errors={act.errors} />
      <Card id="ballot">
        <ChoiceField
          name="choice"
          label="审核意见"
          hint={[
            panel.round > 1 ? "上一轮没有过半数，这一轮重投。" : "结合本单位职能独立判断。",
            claim?.today ? `同意的话，按今天计算${payTerm()} ${yuanText(claim.today.amount)} 元。` : "",
          ].join("")}
          value={form.choice}
          options={panel.choices.map((choice) => ({ value: choice.id, label: choice.says }))}
          onChange={(choice) => change({ choice })}
          error={errorAt(act.errors, "choice")}
        />
        <Field
          name="reason"
          label="理由"
          hint="写明依据了哪些材料和情况，计票后写入审核意见"
          area
          maxLength={1000}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={errorAt(act.errors, "reason")}
        />
        <Button id="ballot-check" onTap={check}>
          核对选票
        </Button>
      </Card>
      <Confirm open={asking} title="核对选票" action="投出并封存" busyText="正在封存…" onConfirm={cast} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="投票单位">{unit}</Row>
        <Row label="选择">{chosen?.says ?? ""}</Row>
        <Row label="理由">{form.reason}</Row>
        <View className="small muted">投出后封存，不能更改。结束表决之前，任何人看不到内容。</View>
      </Confirm>
    </Section>
  );
}
