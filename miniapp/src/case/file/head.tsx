/** The top of a funded case: the way of its loan as a picture, who has it now and by when. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { LoanStage } from "../../../../shared/process/loan-stage";
import { payTerm } from "../../term";
import { Card, Row } from "../../ui/card";
import { type Step, Steps } from "../../ui/steps";
import { Tag } from "../../ui/tag";
import { STAGE_WORDS } from "../../words/loan";
import { dayText } from "../../words/time";
import type { FileView } from "./file-of";
import { NextLines, nextOf } from "./next";

/** Stops of the way, and how many of them lie behind the loan. */
const WAYS: Record<LoanStage, { stops: () => readonly string[]; done: number }> = {
  live: { stops: () => ["放款", "还款", "结清"], done: 1 },
  repaid: { stops: () => ["放款", "还款", "结清"], done: 3 },
  claim: { stops: () => ["放款", payTerm(), "追偿", "办结"], done: 1 },
  recovery: { stops: () => ["放款", payTerm(), "追偿", "办结"], done: 2 },
  recovered: { stops: () => ["放款", payTerm(), "追偿", "全部收回"], done: 4 },
  written_off: { stops: () => ["放款", payTerm(), "追偿", "核销"], done: 4 },
};

function wayOf(stage: LoanStage): Step[] {
  const { stops, done } = WAYS[stage];
  return stops().map((label, at) => ({ label, state: at < done ? "done" : at === done ? "now" : "next" }));
}

export function FileHead({ view, file }: { view: CaseView; file: FileView }) {
  const stage = STAGE_WORDS[file.stage];
  const next = nextOf(view);
  return (
    <Card id="case-head">
      <View className="lrow-top">
        <View className="h2">{view.enterprise.name}</View>
        <Tag tone={stage.tone}>{stage.says}</Tag>
      </View>
      <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
      <View className="mt">
        <Steps steps={wayOf(file.stage)} />
      </View>
      <View className="mt">
        {view.loan ? <Row label="放款">{`${view.loan.lender.name}，${dayText(view.loan.disbursedOn)}`}</Row> : null}
        {next.length === 0 && view.holder.names.length ? <Row label="现在由谁办">{view.holder.names.join("、")}</Row> : null}
      </View>
      {next.length ? (
        <View className="mt">
          <View className="muted">现在等着办的</View>
          <NextLines lines={next} />
        </View>
      ) : null}
    </Card>
  );
}
