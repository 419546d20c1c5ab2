/** Checking a claim: what was looked at goes into words, and the claim into its half-year's batch. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { halfYearOf } from "../../../../shared/calendar/deadline";
import type { CaseView } from "../../../../shared/contract/case";
import { parseDate } from "../../../../shared/local-date";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { errorAt } from "../../failure";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText, halfText } from "../../words";

/** The batch that the rules put it into: of the half-year in which it came in. */
const batchOf = ({ receivedOn }: ClaimView): string => {
  const day = parseDate(receivedOn);
  return day.ok ? halfText(halfYearOf(day.value).name) : "";
};

export function CheckClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`claim-check.${claim.id}`, { summary: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const send = async () => {
    const moved = await act.run(() => call("checkClaim", { params: { caseId: view.id }, body: { summary: form.summary } }));
    setAsking(false);
    if (!moved) return;
    clear();
    toast(`已编入${halfText(moved.batch)}批次`);
    await onMoved();
    toTop();
  };
  return (
    <Section title="核查材料" aside={<Cited article={article} />}>
      <ErrorSummary errors={act.errors} />
      <Card id="check-claim">
        <Field
          name="summary"
          label="核查情况"
          hint="核对了哪些材料：认定函、五级分类、逾期天数、未还本金与还款记录是否一致"
          area
          maxLength={2000}
          value={form.summary}
          onChange={(summary) => change({ summary })}
          error={errorAt(act.errors, "summary")}
        />
        <View className="mt">
          <Button id="check-claim-go" onTap={() => setAsking(act.check(needed(form.summary, "summary", "还没有写核查情况。")))}>
            核对后编入批次
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核查通过" action="编入批次" busyText="正在记录…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="申请机构">{claim.payee.name}</Row>
        {claim.filing ? <Row label="未还本金" num>{`${yuanText(claim.filing.principal)} 元`}</Row> : null}
        <Row label="收到日期">{dayText(claim.receivedOn)}</Row>
        <Row label="编入批次">{batchOf(claim)}</Row>
        <Row label="核查情况">{form.summary}</Row>
        <View className="small muted">编入批次后，由当时评级的原班单位联审。</View>
      </Confirm>
    </Section>
  );
}
