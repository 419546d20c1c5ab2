/** A policy for a loan of the mechanism; the firm's subsidy goes by it. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { typedFen } from "../../case/file/file-of";
import { PaperBox } from "../../case/paper-box";
import { errorAt } from "../../failure";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";

interface PolicyFormProps {
  view: CaseView;
  onPaper: () => unknown;
  onDone: (what: string) => unknown;
}

export function PolicyForm({ view, onPaper, onDone }: PolicyFormProps) {
  const [form, change, clear] = useKept(`policy.${view.id}`, { policyNo: "", product: "", premium: "", insuredAmount: "", from: "", until: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const at = (field: keyof typeof form) => errorAt(act.errors, field);
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.policyNo, "policyNo", "还没有填保单号。"),
        ...needed(form.product, "product", "还没有填产品名称。"),
        ...needed(form.premium, "premium", "还没有填保费。"),
        ...needed(form.insuredAmount, "insuredAmount", "还没有填保险金额。"),
        ...needed(form.from, "from", "还没有选保险起期。"),
        ...needed(form.until, "until", "还没有选保险止期。"),
      ]),
    );
  const send = async () => {
    const done = await act.run(() => call("registerPolicy", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`保单 ${done.policyNo} 已登记`);
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="policy-form">
        <Field
          name="policyNo"
          label="保单号"
          maxLength={60}
          value={form.policyNo}
          onChange={(policyNo) => change({ policyNo })}
          error={at("policyNo")}
        />
        <Field
          name="product"
          label="产品名称"
          maxLength={80}
          value={form.product}
          onChange={(product) => change({ product })}
          error={at("product")}
        />
        <AmountField name="premium" label="保费" value={form.premium} onChange={(premium) => change({ premium })} error={at("premium")} />
        <AmountField
          name="insuredAmount"
          label="保险金额"
          value={form.insuredAmount}
          onChange={(insuredAmount) => change({ insuredAmount })}
          error={at("insuredAmount")}
        />
        <View className="rowset-fields">
          <DateField name="from" label="保险起期" value={form.from} onChange={(from) => change({ from })} error={at("from")} />
          <DateField
            name="until"
            label="保险止期（含当天）"
            min={form.from || undefined}
            value={form.until}
            onChange={(until) => change({ until })}
            error={at("until")}
          />
        </View>
        <View className="mt">
          <PaperBox view={view} kind="policy" optional onDone={onPaper} />
        </View>
        <View className="mt">
          <Button id="policy-check" onTap={check}>
            核对保单
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对保单" action="登记保单" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="投保企业">{view.enterprise.name}</Row>
        <Row label="保单号">{form.policyNo}</Row>
        <Row label="产品">{form.product}</Row>
        <Row label="保费" num>{`${yuanText(typedFen(form.premium))} 元`}</Row>
        <Row label="保险金额" num>{`${yuanText(typedFen(form.insuredAmount))} 元`}</Row>
        <Row label="保险期间">{`${dayText(form.from)}至${dayText(form.until)}`}</Row>
        <View className="small muted">登记后不能更改。企业凭这张保单和缴费凭证申请保费补贴。</View>
      </Confirm>
    </>
  );
}
