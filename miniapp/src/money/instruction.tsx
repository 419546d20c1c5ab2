/** A payment instruction as it stands: its steps as a picture, the money, the persons, what happened to it. */

import { View } from "@tarojs/components";
import type { InstructionView } from "../../../shared/contract/payment";
import { consenter } from "../doer";
import { partyName } from "../party-name";
import { Article } from "../ui/article";
import { Card, Row, Section } from "../ui/card";
import { yuanText } from "../ui/money-text";
import { isSome } from "../ui/proportion";
import { type Step, Steps } from "../ui/steps";
import { Tag } from "../ui/tag";
import { Timeline } from "../ui/timeline";
import { INSTRUCTION_WORDS, PATH_WORDS, PAYS_WORDS } from "../words/payment";
import { dayText, momentText } from "../words/time";
import { bothAmounts } from "./both-amounts";
import { heldIn } from "./money-place";

type Status = InstructionView["status"];

/** Each step by the status that ends it. */
const WAYS: Record<InstructionView["path"], readonly (readonly [Status, string])[]> = {
  DIRECT: [
    ["DRAWN_UP", "制单"],
    ["INSTRUCTED", "复核"],
    ["PAID", "银行付款"],
  ],
  QUOTA: [
    ["DRAWN_UP", "制单"],
    ["APPLIED", "复核"],
    ["FIN_APPROVED", "财政同意"],
    ["TRANSFERRED", "额度到账"],
    ["PAID", "银行付款"],
  ],
};

/** A cancelled one stops at the step that it did not finish. */
export function instructionSteps({ path, status, history }: Pick<InstructionView, "path" | "status" | "history">): Step[] {
  const way = WAYS[path];
  const reached = new Set([...history.map((each) => each.status), status]);
  const done = way.filter(([each]) => reached.has(each)).length;
  return way.map(([, label], at) => ({
    label,
    state: at < done ? "done" : at > done ? "next" : status === "CANCELLED" ? "stop" : "now",
  }));
}

const History = ({ history }: Pick<InstructionView, "history">) => (
  <Section title="经过">
    <Card>
      <Timeline
        items={[...history].reverse().map((each) => ({
          key: `${each.status}${each.at}`,
          what: HAPPENED[each.status as Status] ?? "有新进展",
          who: `${each.org} ${each.by}`,
          when: momentText(each.at),
          ...(each.why ? { note: `理由：${each.why}` } : {}),
        }))}
      />
    </Card>
  </Section>
);

const HAPPENED: Record<Status, string> = {
  DRAWN_UP: "制单，独立复算一致",
  INSTRUCTED: "第二人复核，交开户银行付款",
  APPLIED: "第二人复核，申请额度",
  FIN_APPROVED: "财政部门同意拨付额度",
  TRANSFERRED: "额度资金已到专户，交开户银行付款",
  PAID: "开户银行确认已付款",
  CANCELLED: "撤回",
};

export const InstructionHead = ({ instruction }: { instruction: InstructionView }) => {
  const { status, until } = instruction;
  return (
    <Card id="instruction">
      <View className="lrow-top">
        <View className="strong num">{instruction.no}</View>
        <Tag tone={INSTRUCTION_WORDS[status].tone}>{INSTRUCTION_WORDS[status].says}</Tag>
      </View>
      <View className="sum num">{`${yuanText(instruction.amount)} 元`}</View>
      <View className="muted">{`付给${instruction.payee.name}`}</View>
      <View className="mt">
        <Steps steps={instructionSteps(instruction)} />
      </View>
      {until && status !== "PAID" && status !== "CANCELLED" ? (
        <View className="small muted tip">{`资金预留到${dayText(until)}，过期要重新制单。`}</View>
      ) : null}
    </Card>
  );
};

/** What is checked before every step: figures and capitals, payee, where the money comes from. */
export const InstructionRows = ({ instruction }: { instruction: InstructionView }) => (
  <>
    <Row label="金额" num>
      {bothAmounts(instruction.amount) ?? ""}
    </Row>
    <Row label="收款单位">{instruction.payee.name}</Row>
    <Row label="事由">{PAYS_WORDS[instruction.reason] ?? instruction.reason}</Row>
    <Row label="企业">{instruction.enterprise}</Row>
    <Row label="案件" num>
      {instruction.caseNo}
    </Row>
    <Row label="怎么付">{PATH_WORDS[instruction.path]}</Row>
    {isSome(instruction.account) ? <Row label={`${heldIn()}支付`} num>{`${yuanText(instruction.account)} 元`}</Row> : null}
    {isSome(instruction.quota) ? <Row label="额度资金支付" num>{`${yuanText(instruction.quota)} 元`}</Row> : null}
    {isSome(instruction.unfunded) ? <Row label="资金不足未付" num>{`${yuanText(instruction.unfunded)} 元，只作记录`}</Row> : null}
    {instruction.parts?.map((part) => (
      <Row key={part.org} label={`其中归${part.org}`} num>{`${yuanText(part.amount)} 元`}</Row>
    ))}
    {instruction.own && isSome(instruction.own) ? (
      <Row label={`其中先扣存放在${instruction.payee.name}的`} num>{`${yuanText(instruction.own)} 元`}</Row>
    ) : null}
    {instruction.consentNo ? <Row label={`${consenter()}同意文号`}>{instruction.consentNo}</Row> : null}
    {instruction.governmentDocument ? <Row label={`暂停期间付款的${partyName("government")}文件`}>{instruction.governmentDocument}</Row> : null}
    <Row label="制单">{`${instruction.madeBy}，${dayText(instruction.on)}`}</Row>
    <Row label="复核">{instruction.checkedBy ?? "还没有复核"}</Row>
    <Row label="依据">
      <Article article={instruction.article} bare />
    </Row>
  </>
);

export const InstructionFacts = ({ instruction }: { instruction: InstructionView }) => (
  <>
    <Section title="指令内容">
      <Card>
        <InstructionRows instruction={instruction} />
      </Card>
    </Section>
    <History history={instruction.history} />
  </>
);
