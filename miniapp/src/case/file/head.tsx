/** The top of a funded case: the way of its loan as a picture, who has it now and by when. */
import { Text, View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { LoanStage } from "../../../../shared/process/loan-stage";
import { STAGE_WORDS } from "../../money-words";
import { Card, Row } from "../../ui/card";
import { cls } from "../../ui/native";
import { type Step, Steps } from "../../ui/steps";
import { Tag } from "../../ui/tag";
import { dayText } from "../../words";
import { dueWords } from "../due";
import { DueFold } from "../due-fold";
import type { FileView } from "./file-of";

/** Stops of the way, and how many of them lie behind the loan. */
const WAYS: Record<LoanStage, { stops: readonly string[]; done: number }> = {
  live: { stops: ["放款", "还款", "结清"], done: 1 },
  repaid: { stops: ["放款", "还款", "结清"], done: 3 },
  claim: { stops: ["放款", "代偿", "追偿", "办结"], done: 1 },
  recovery: { stops: ["放款", "代偿", "追偿", "办结"], done: 2 },
  recovered: { stops: ["放款", "代偿", "追偿", "全部收回"], done: 4 },
  written_off: { stops: ["放款", "代偿", "追偿", "核销"], done: 4 },
};

export function wayOf(stage: LoanStage): Step[] {
  const { stops, done } = WAYS[stage];
  return stops.map((label, at) => ({ label, state: at < done ? "done" : at === done ? "now" : "next" }));
}

export function FileHead({ view, file }: { view: CaseView; file: FileView }) {
  const stage = STAGE_WORDS[file.stage];
  const due = view.due ? dueWords(view.due.on) : null;
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
        {view.holder.names.length ? <Row label="现在由谁办">{view.holder.names.join("、")}</Row> : null}
        {view.due && due ? (
          <Row label="办理期限">
            <Text className={cls(due.late ? "danger-text strong" : "strong")}>{due.late ? `已逾期：${due.says}` : due.says}</Text>
          </Row>
        ) : null}
      </View>
      {view.due ? <DueFold due={view.due} /> : null}
    </Card>
  );
}
