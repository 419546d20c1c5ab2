/** The top of a case: where it is, who has it, by when, and what was decided so far. */

import { Text, View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { CLOSED } from "../../../shared/process/status";
import { approver } from "../doer";
import { partyName } from "../party-name";
import { panelTerm, payTerm } from "../term";
import { Card, Row } from "../ui/card";
import { Banner } from "../ui/errors";
import { percentText, wanText, yuanText } from "../ui/money-text";
import { cls } from "../ui/native";
import { type Step, Steps } from "../ui/steps";
import { Tag } from "../ui/tag";
import { ruleSetText } from "../words/edition";
import { STATUS_WORDS } from "../words/status";
import { dayText } from "../words/time";
import { payArticle } from "./cites";
import { dueWords } from "./due";
import { DueFold } from "./due-fold";
import { CaseEnding } from "./ending";
import { FileHead } from "./file/head";

const ENDED = new Set<CaseView["status"]>(["not_supported", "withdrawn", "cooling"]);

export function stepsOf(view: CaseView): Step[] {
  const state = { done: "done", here: ENDED.has(view.status) ? "stop" : "now", ahead: "next", skipped: "next" } as const;
  return view.steps
    .filter((step) => step.state !== "skipped")
    .map((step) => ({ label: step.says, state: view.status === "funded" ? "done" : state[step.state] }));
}

const holderWords = (view: CaseView): string =>
  CLOSED.includes(view.status)
    ? "已办结，没有下一步"
    : view.holder.names.length
      ? view.holder.names.join("、")
      : view.holder.kinds.map((kind) => partyName(kind)).join("、") || "还没有人";

export function CaseHead({ view }: { view: CaseView }) {
  if (view.file) return <FileHead view={view} file={view.file} />;
  const status = STATUS_WORDS[view.status];
  const due = view.due ? dueWords(view.due.on) : null;
  return (
    <Card id="case-head">
      <View className="lrow-top">
        <View className="h2">{view.enterprise.name}</View>
        <Tag tone={status.tone}>{status.says}</Tag>
      </View>
      <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
      <View className="mt">
        <Steps steps={stepsOf(view)} />
      </View>
      <View className="mt">
        <Row label="现在由谁办">{holderWords(view)}</Row>
        {view.since ? <Row label="从哪天起">{dayText(view.since)}</Row> : null}
        {due && view.due ? (
          <Row label="办理期限">
            <Text className={cls(due.late ? "danger-text strong" : "strong")}>{due.says}</Text>
          </Row>
        ) : null}
      </View>
      {view.due ? <DueFold due={view.due} /> : null}
    </Card>
  );
}

/** What stands in the way or needs to be known before anything else. */
export const CaseBanners = ({ view }: { view: CaseView }) => (
  <>
    {view.scheme.status === "draft" ? (
      <Banner tone="warn">{`规则来自 ${ruleSetText(view.scheme.ruleSet)}，正式印发后可能调整，本案按办理当时的版本留痕。`}</Banner>
    ) : null}
    {view.returnReason ? (
      <Banner tone="warn" title="已退回，请按理由补充">
        {view.returnReason}
      </Banner>
    ) : null}
    <CaseEnding view={view} />
  </>
);

/** The need, the tier with what the fund would cover, the approval and the loan. */
export function CaseFigures({ view }: { view: CaseView }) {
  if (!view.need && !view.tier && !view.loan) return null;
  return (
    <Card id="case-figures">
      {view.need ? (
        <>
          <Row label="融资需求" num>
            <View className="strong">{wanText(view.need.amount)}</View>
            {wanText(view.need.amount).endsWith("万元") ? <View className="small muted">{`${yuanText(view.need.amount)} 元`}</View> : null}
          </Row>
          <Row label="用途">{view.need.purpose}</Row>
          <Row label="期限" num>{`${view.need.termMonths} 个月`}</Row>
        </>
      ) : null}
      {view.tier ? (
        <>
          <Row
            label="风险等级"
            num
          >{`${view.tier.says}，${payTerm()} ${percentText(view.tier.ratio)}（${dayText(view.tier.on)}${panelTerm()}）`}</Row>
          <Row label={`按需求测算最多${payTerm()}`} num cites={payArticle(view.scheme.id)}>{`${yuanText(view.tier.covered)} 元`}</Row>
          <Row label="追偿责任">{view.tier.recoveryOwner.name}</Row>
        </>
      ) : null}
      {view.approval ? <Row label={`${approver(view.scheme.id)}同意`}>{`${view.approval.documentNo}（${dayText(view.approval.on)}）`}</Row> : null}
      {view.loan ? (
        <>
          <Row label="贷款本金" num>{`${yuanText(view.loan.principal)} 元`}</Row>
          <Row label="年利率和期限" num>{`${percentText(view.loan.rate)}，${view.loan.termMonths} 个月`}</Row>
          <Row label="放款">{`${view.loan.lender.name}，${dayText(view.loan.disbursedOn)}`}</Row>
          <Row label={`本笔最多${payTerm()}`} num cites={payArticle(view.scheme.id)}>{`${yuanText(view.loan.covered)} 元`}</Row>
        </>
      ) : null}
    </Card>
  );
}
