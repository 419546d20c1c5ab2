/** One unit's ballot: the choices with what each would cost the fund, the reason, a check, then sealed. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { payArticle } from "../../case/cites";
import { ballotStepOf, type Review } from "../../case/count";
import { coverage } from "../../case/coverage";
import { errorAt } from "../../failure";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";

export interface CastBallot {
  choice: string;
  reason: string;
  round: number;
  moved: Answer<"castBallot">;
}

interface BallotFormProps {
  view: CaseView;
  review: Review;
  /** Keeps the draft apart from that of others on the same device. */
  personId: string;
  unit: string;
  onCast: (cast: CastBallot) => void;
}

/** `代偿 50%，最多 1,500,000.00 元`. */
export function choiceHint(view: CaseView, choice: { id: string; ratio?: string }): string {
  if (!choice.ratio) return "不推送融资，风险补偿资金不承担";
  const covered = coverage(view.scheme.id, choice.id, view.need?.amount);
  return `${payTerm()} ${percentText(choice.ratio)}${covered ? `，最多 ${yuanText(covered.amount)} 元` : ""}`;
}

export function BallotForm({ view, review, personId, unit, onCast }: BallotFormProps) {
  const [form, change, clear] = useKept(`ballot.${personId}.${review.id}.${review.round}`, { choice: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const chosen = review.choices.find((choice) => choice.id === form.choice);
  const article = ballotStepOf(view.scheme.id)?.cites.article ?? "";
  const check = () =>
    setAsking(
      act.check([
        ...needed(chosen?.id, "choice", "还没有选择。请在几项里选一项。"),
        ...needed(form.reason, "reason", "还没有写理由。请用一两句话写明依据。"),
      ]),
    );
  const cast = async () => {
    const body = { choice: form.choice, reason: form.reason };
    const moved = await act.run(() => call("castBallot", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!moved) return;
    clear();
    onCast({ ...body, round: review.round, moved });
  };
  return (
    <Section title={`本单位的选票（第 ${review.round} 轮）`}>
      <ErrorSummary errors={act.errors} />
      <Card id="ballot">
        <ChoiceField
          name="choice"
          label={`风险等级和${payTerm()}标准`}
          hint={
            <Cited article={payArticle(view.scheme.id)}>
              {review.round > 1 ? "上一轮没有过半数，这一轮在得票最多的几项之间重投。" : "结合本单位职能独立判断。"}
              {view.need ? `金额按融资需求 ${yuanText(view.need.amount)} 元全部损失测算。` : ""}
            </Cited>
          }
          value={form.choice}
          options={review.choices.map((choice) => ({
            value: choice.id,
            label: choice.says,
            hint: choiceHint(view, choice),
          }))}
          onChange={(choice) => change({ choice })}
          error={errorAt(act.errors, "choice")}
        />
        <Field
          name="reason"
          label="理由"
          hint="写明依据了哪些材料和情况，计票后写入纪要"
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
        <View>
          <Row label="企业">{view.enterprise.name}</Row>
          <Row label="投票单位">{unit}</Row>
          <Row label="选择">{chosen?.says ?? ""}</Row>
          <Row label={`${payTerm()}标准`} cites={chosen?.ratio ? payArticle(view.scheme.id) : undefined}>
            {chosen ? choiceHint(view, chosen) : ""}
          </Row>
          <Row label="理由">{form.reason}</Row>
          <View className="small muted">
            <Cited article={article}>{`投出后封存，不能更改。结束表决之前，任何人看不到内容。`}</Cited>
          </View>
        </View>
      </Confirm>
    </Section>
  );
}
