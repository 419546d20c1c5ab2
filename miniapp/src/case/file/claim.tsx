/** The claim: where it is, what it is worth today and why, what was filed, who verified it, what was consented and paid. */

import { View } from "@tarojs/components";
import { consenter } from "../../doer";
import { go } from "../../go";
import { partyName } from "../../party-name";
import { GUARANTOR_PAYS, payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { percentText, yuanText } from "../../ui/money-text";
import { type Step, Steps } from "../../ui/steps";
import { Tag } from "../../ui/tag";
import { GRADE_WORDS } from "../../words/loan";
import { PAPER_WORDS } from "../../words/paper";
import { INSTRUCTION_WORDS } from "../../words/payment";
import { dayText, halfText } from "../../words/time";
import { Derivation } from "./derivation";
import type { ClaimView } from "./file-of";
import { Flags } from "./flags";
import { PlanLine } from "./plan";
import { Verification } from "./verification";

const STATES = { done: "done", here: "now", ahead: "next" } as const;

export const claimSteps = (claim: ClaimView): Step[] => claim.steps.map(({ says, state }) => ({ label: says, state: STATES[state] }));

function Worth({ today }: { today: NonNullable<ClaimView["today"]> }) {
  const less = /[1-9]/.test(today.lessThanFiled);
  return (
    <View id="worth-today">
      <View className="muted">按今天计算，资金{payTerm()}</View>
      <View className="sum num">{`${yuanText(today.amount)} 元`}</View>
      <View className="small muted">{`比例 ${percentText(today.ratio)}。付款当日再算一次，申请后收回的钱相应减少${payTerm()}。`}</View>
      {less ? <View className="small">{`申请以后收回本金 ${yuanText(today.lessThanFiled)} 元，已经减去。`}</View> : null}
      <Derivation id="worth-why" lines={today.derivation} />
    </View>
  );
}

type Filed = NonNullable<ClaimView["filing"]>;

/** What the institution declared; not every reader is shown it. */
const Filing = ({ filing }: { filing: Filed }) => (
  <>
    <Row label="五级分类">{GRADE_WORDS[filing.grade].says}</Row>
    <Row label="逾期天数" num>{`${filing.overdueDays} 天`}</Row>
    {filing.letterNo ? <Row label="机构认定函">{filing.letterNo}</Row> : null}
    {filing.creditReport ? <Row label="信用报告">{`${filing.creditReport.no}${filing.creditReport.stamped ? "，已盖章" : ""}`}</Row> : null}
    {filing.compensated ? (
      <Row label={`担保机构已${GUARANTOR_PAYS}`} num>
        {`${yuanText(filing.compensated.principal)} 元（${dayText(filing.compensated.on)}，凭证 ${filing.compensated.proofNo}）`}
      </Row>
    ) : null}
    <Row label="未还本金" num>{`${yuanText(filing.principal)} 元`}</Row>
    <Row label="未还利息（另记）" num>{`${yuanText(filing.interest)} 元`}</Row>
    <Row label="其他赔付" num>{`${yuanText(filing.covered)} 元`}</Row>
    <Row label="材料">{filing.papers.map((kind) => PAPER_WORDS[kind as keyof typeof PAPER_WORDS] ?? "其他材料").join("、") || "没有"}</Row>
  </>
);

/** What was decided and paid, in the order in which it came. */
function Decided({ claim, caseId }: { claim: ClaimView; caseId: string }) {
  const { opinion, reported, consent, notified, checks = [], instruction, paid } = claim;
  const status = instruction ? INSTRUCTION_WORDS[instruction.status as keyof typeof INSTRUCTION_WORDS] : undefined;
  return (
    <>
      {checks.map((check) => (
        <Row key={`${check.says}${check.on}`} label={check.says}>
          <View>{`${check.by}${check.heard.length ? `，会同${check.heard.join("、")}` : ""}（${dayText(check.on)}）`}</View>
          {check.interested ? <View className="small">核查单位自己也承担这笔损失</View> : null}
          {check.summary ? <View className="small muted">{check.summary}</View> : null}
        </Row>
      ))}
      {opinion ? (
        <Row label="审核意见">
          <View>{`${opinion.says}（${dayText(opinion.on)}）`}</View>
          {opinion.text ? <View className="small muted">{opinion.text}</View> : null}
        </Row>
      ) : null}
      {reported ? <Row label={`报${partyName("government")}`}>{`${reported.documentNo}（${dayText(reported.on)}）`}</Row> : null}
      {consent ? (
        <Row label={`${consenter()}同意`} num>{`${consent.documentNo}（${dayText(consent.on)}），最多 ${yuanText(consent.amount)} 元`}</Row>
      ) : null}
      {notified ? (
        <Row label="支付通知">
          <View>{`${notified.documentNo}（${dayText(notified.on)}）`}</View>
          <Button id="to-notice" kind="plain" inline onTap={() => go("/fund/notice/index", { id: caseId })}>
            查看通知书
          </Button>
        </Row>
      ) : null}
      {instruction && !paid ? (
        <Row label="付款指令">
          <View>{instruction.no}</View>
          {status ? <View className="small muted">{status.says}</View> : null}
        </Row>
      ) : null}
      {paid ? (
        <>
          <Row label={`已${payTerm()}`} num>{`${yuanText(paid.amount)} 元（${dayText(paid.on)}）`}</Row>
          <Row label="付款指令">{paid.instructionNo}</Row>
          {/[1-9]/.test(paid.unfunded) ? <Row label="资金不足未付" num>{`${yuanText(paid.unfunded)} 元`}</Row> : null}
          {paid.parts?.length ? (
            <Row label="双方约定的分配" num>
              {paid.parts.map((part) => (
                <View key={part.org}>{`${part.org} ${yuanText(part.amount)} 元`}</View>
              ))}
            </Row>
          ) : null}
        </>
      ) : null}
    </>
  );
}

export function ClaimCard({ claim, caseId }: { claim: ClaimView; caseId: string }) {
  const { today, returned, queued } = claim;
  const ended = claim.step === "withdrawn";
  return (
    <Section title={`${payTerm()}申请`} aside={claim.batch ? `${halfText(claim.batch)}批次` : undefined}>
      <Flags flags={claim.flags} />
      {returned && claim.step === "file" ? (
        <Banner tone="warn" title={`${returned.by}退回（${dayText(returned.on)}）`}>
          {returned.reason}
        </Banner>
      ) : null}
      {queued ? (
        <Banner title={`暂停期间排队，第 ${queued} 位`}>风险补偿工作暂停，重启后按先后支付；{partyName("government")}另有文件的除外。</Banner>
      ) : null}
      <Card id="file-claim">
        <View className="lrow-top">
          <View className="strong">{claim.payee.name}</View>
          <Tag tone={claim.step === "paid" ? "done" : ended ? "plain" : "todo"}>{claim.stepSays}</Tag>
        </View>
        <View className="mt">
          <Steps steps={claimSteps(claim)} />
        </View>
        {today ? (
          <View className="mt">
            <Worth today={today} />
          </View>
        ) : null}
        <View className="mt">
          <Row label="收到申请">{dayText(claim.receivedOn)}</Row>
          <Decided claim={claim} caseId={caseId} />
        </View>
        {claim.plan ? <PlanLine plan={claim.plan} caseId={caseId} /> : null}
        {claim.filing ? (
          <Fold id="filing" label="机构申报的内容" open={!claim.paid}>
            <Filing filing={claim.filing} />
          </Fold>
        ) : null}
        {claim.verification ? <Verification verification={claim.verification} /> : null}
      </Card>
    </Section>
  );
}
