/** Getting the money back: its four stages, what came back so far, each receipt with its clock, and how it ended. */

import { View } from "@tarojs/components";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Article, useSchemeAround } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Meter } from "../../ui/meter";
import { yuanText } from "../../ui/money-text";
import { type Step, Steps } from "../../ui/steps";
import { COORDINATION_WORDS, PROOF_WORDS, RECOVERY_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";
import type { RecoveryView } from "./file-of";
import { Flags } from "./flags";
import { partsText } from "./loan";
import { fenOf } from "./read-view";
import { Receipts } from "./receipts";

const STAGES = Object.keys(RECOVERY_WORDS) as RecoveryView["stage"][];

/** Without a meeting that coordinates there is no such stage: what stands at it waits for the law. */
function recoverySteps({ stage, writtenOff }: RecoveryView, whole: boolean, coordinates: boolean): Step[] {
  const stages = STAGES.filter((each) => coordinates || each !== "COORDINATION");
  const here = Math.max(0, stages.indexOf(stage));
  const over = Boolean(writtenOff) || whole;
  return stages.map((each, at) => ({ label: RECOVERY_WORDS[each], state: over || at < here ? "done" : at === here ? "now" : "next" }));
}

/** What the fund paid, and where that money is now. */
export function PaidMeter({ figures, writtenOff }: Pick<RecoveryView, "figures" | "writtenOff">) {
  if (!figures) return null;
  const part = (label: string, amount: string, look: "full" | "striped" | "hollow" | "bad") => ({
    label,
    value: fenOf(amount),
    text: `${yuanText(amount)} 元`,
    look,
  });
  return (
    <Meter
      label={`资金已${payTerm()} ${yuanText(figures.paid)} 元`}
      parts={[
        part("已返还", figures.returned, "full"),
        part("已收回、待返还", figures.pending, "striped"),
        writtenOff ? part("已核销", writtenOff.amount, "bad") : part("还没有收回", figures.out, "hollow"),
      ]}
    />
  );
}

function Way({ recovery }: { recovery: RecoveryView }) {
  const { coordination, forced, legal, ended, confirmed, approvals, writtenOff, clawback } = recovery;
  return (
    <>
      <Row label="追偿开始">{dayText(recovery.openedOn)}</Row>
      {coordination ? <Row label="协调会">{`${dayText(coordination.on)}，${COORDINATION_WORDS[coordination.outcome]}`}</Row> : null}
      {forced ? <Row label="直接进入法律追偿">{`${dayText(forced.on)}，${forced.reason}`}</Row> : null}
      {legal ? <Row label="法律追偿">{`${dayText(legal.on)}，${legal.court}，${legal.caseNo}`}</Row> : null}
      {ended ? <Row label="法律程序终结">{`${dayText(ended.on)}，${PROOF_WORDS[ended.proof] ?? ended.proof}，${ended.documentNo}`}</Row> : null}
      {clawback ? <Row label={`要求退回${payTerm()}`} num>{`${yuanText(clawback.ordered)} 元，已退回 ${yuanText(clawback.received)} 元`}</Row> : null}
      {confirmed ? <Row label="机构确认净损失" num>{`${yuanText(confirmed.amount)} 元（${dayText(confirmed.on)}）`}</Row> : null}
      {approvals.map((approval) => (
        <Row key={approval.kind} label={`${partyName(approval.kind) || "单位"}审核`}>
          {`${dayText(approval.on)}同意核销`}
        </Row>
      ))}
      {writtenOff ? <Row label="核销" num>{`${yuanText(writtenOff.amount)} 元（${dayText(writtenOff.on)}），以后收回的仍要返还`}</Row> : null}
    </>
  );
}

export function RecoveryCard({ recovery }: { recovery: RecoveryView }) {
  const { coordination, figures } = recovery;
  const around = useSchemeAround();
  const whole = Boolean(figures) && !/[1-9]/.test(`${figures?.out}${figures?.pending}`);
  return (
    <Section title="追偿" aside={figures ? `已收回 ${yuanText(figures.recovered)} 元` : undefined}>
      <Flags flags={recovery.flags} />
      <Card id="file-recovery">
        <Steps steps={recoverySteps(recovery, whole, around === undefined || schemeOf(around).recovery.coordination !== undefined)} />
        {figures ? (
          <View className="mt">
            <PaidMeter figures={figures} writtenOff={recovery.writtenOff} />
            {around ? (
              <View className="small">
                <Article article={schemeOf(around).recovery.returns.cites.article} />
              </View>
            ) : null}
          </View>
        ) : null}
        <View className="mt">
          <Way recovery={recovery} />
        </View>
        {coordination?.plan.length ? (
          <Fold id="plan" label={`协调会定的还款计划（${coordination.plan.length} 期）`} open>
            {coordination.plan.map((due) => (
              <Row key={due.dueOn} label={dayText(due.dueOn)} num>
                {partsText(due)}
              </Row>
            ))}
          </Fold>
        ) : null}
      </Card>
      <Receipts recovery={recovery} />
    </Section>
  );
}
