/** A subsidy: which policy, which receipt, what was paid, its papers; what comes back is told by the fund's own rule. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { call } from "../../api";
import { today } from "../../case/due";
import { Derivation, derivedOf } from "../../case/file/derivation";
import { typedFen } from "../../case/file/file-of";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { PaperBox, papersOf } from "../../case/paper-box";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { askSubscribe } from "../../platform";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import type { PAPER_WORDS } from "../../words/paper";
import { dayText } from "../../words/time";
import { judgeSubsidy, type Known } from "./judge-subsidy";

const MISSING = [
  ["policyNo", "还没有选保单。"],
  ["receiptNo", "还没有填缴费凭证号。"],
  ["premium", "还没有填实际缴纳的保费。"],
] as const;

const fieldOf = (field: string) => (field === "premiumPaid" ? "premium" : field);

interface SubsidyFormProps extends Known {
  onPaper: () => unknown;
  onDone: () => unknown;
}

export function SubsidyForm(props: SubsidyFormProps) {
  const { view, policies, onPaper, onDone } = props;
  const only = policies.length === 1 ? (policies[0]?.policyNo ?? "") : "";
  const [form, change, clear] = useKept(`subsidy.${view.id}`, { policyNo: only, receiptNo: "", premium: "" });
  const [asking, setAsking] = useState(false);
  const papers = schemeOf(view.scheme.id).subsidy?.papers ?? [];
  const lacking = papers
    .filter((paper) => !papersOf(view, paper.kind as keyof typeof PAPER_WORDS).length)
    .map((paper): FieldError => ({ field: paper.kind, message: `还没有上传${paper.says}。`, article: paper.cites.article }));
  const ruled = judgeSubsidy(props, form);
  const judged = { empty: [...emptyOf(form, MISSING), ...lacking], unread: unreadOf(form, ["premium"]), ruled };
  const { act, at, check } = useJudged(form, judged, fieldOf);
  const computed = ruled.ok ? ruled.value : null;
  const chosen = policies.find((each) => each.policyNo === form.policyNo);
  const send = async () => {
    // WeChat takes the question only straight from the tap.
    const asked = askSubscribe();
    const done = await act.run(() => call("fileSubsidy", { params: { caseId: view.id }, body: form }));
    await asked;
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="subsidy-form">
        <PickerField
          name="policyNo"
          label="保单"
          hint={chosen ? `${chosen.product}，${dayText(chosen.from)}至${dayText(chosen.until)}` : "保险公司为这笔贷款登记的保单"}
          value={form.policyNo}
          options={policies.map((each) => ({ value: each.policyNo, label: each.policyNo }))}
          onChange={(policyNo) => change({ policyNo })}
          error={at("policyNo")}
        />
        <Field
          name="receiptNo"
          label="缴费凭证号"
          hint="发票或缴费回单上的编号，一张凭证只补一次"
          maxLength={60}
          value={form.receiptNo}
          onChange={(receiptNo) => change({ receiptNo })}
          error={at("receiptNo")}
        />
        <AmountField
          name="premium"
          label="实际缴纳的保费"
          hint="凭证上实缴的金额"
          value={form.premium}
          onChange={(premium) => change({ premium })}
          error={at("premium")}
        />
        {computed ? (
          <View id="subsidy-worth" className="mt">
            <View className="muted">按现在填的，可补贴</View>
            <View className="sum num">{`${yuanText(computed.amount)} 元`}</View>
            <Derivation lines={derivedOf(computed)} />
          </View>
        ) : null}
      </Card>
      <Section title="材料">
        <Card id="subsidy-papers">
          {papers.map((paper) => (
            <PaperBox
              key={paper.kind}
              view={view}
              kind={paper.kind as keyof typeof PAPER_WORDS}
              says={paper.says}
              article={paper.cites.article}
              error={errorAt(act.errors, paper.kind)}
              onDone={onPaper}
            />
          ))}
        </Card>
      </Section>
      <View className="mt">
        <Button id="subsidy-check" onTap={() => setAsking(check())}>
          核对补贴申请
        </Button>
      </View>
      <Confirm open={asking} title="核对补贴申请" action="提交补贴申请" busyText="正在提交…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="保单号">{form.policyNo}</Row>
        <Row label="缴费凭证">{form.receiptNo}</Row>
        <Row label="实缴保费" num>{`${yuanText(typedFen(form.premium))} 元`}</Row>
        <Row label="补贴" num>
          {computed ? `${yuanText(computed.amount)} 元` : ""}
        </Row>
        <Row label="提交日期">{dayText(today())}</Row>
        <View className="small muted">交给{partyName("office")}核对，付到本企业账户；退保的要按比例退回补贴。</View>
      </Confirm>
    </>
  );
}
