/** Looking at a claim: what was found goes into words, with those that were heard, and the claim into its batch where there are any. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { periodOf } from "../../../../shared/calendar/deadline";
import type { CaseView } from "../../../../shared/contract/case";
import { parseDate } from "../../../../shared/local-date";
import type { ClaimStep } from "../../../../shared/process/claim-rules";
import { call } from "../../api";
import { today } from "../../case/due";
import type { ClaimView } from "../../case/file/file-of";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChecksField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { dayText, halfText } from "../../words/time";

type Step = Extract<ClaimStep, { kind: "check" }>;

const stepOf = (view: CaseView, claim: ClaimView): Step | undefined => {
  const step = schemeOf(view.scheme.id).claim.steps.find((each) => each.id === claim.step);
  return step?.kind === "check" ? step : undefined;
};

/** The batch that the rules put it into; none where claims go on one by one, or where another step does it. */
function batchOf(view: CaseView, claim: ClaimView, step: Step | undefined): string {
  const { batch, steps } = schemeOf(view.scheme.id).claim;
  const opinion = step?.gives === "opinion";
  if (!batch || (!opinion && step?.id !== steps.find(({ kind }) => kind === "check")?.id)) return "";
  const day = parseDate(opinion ? today() : claim.receivedOn);
  return day.ok ? halfText(periodOf(batch.every, day.value).name) : "";
}

export function CheckClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`claim-check.${claim.id}.${claim.step}`, { summary: "", heard: "" });
  const step = stepOf(view, claim);
  const batch = batchOf(view, claim, step);
  const kinds = step?.together?.kinds ?? [];
  const bodies = useLoad(() => (kinds.length ? call("listOrganisations", { query: {} }) : null), [claim.step]);
  const askable = (bodies.data?.organisations ?? []).filter(({ kind }) => kinds.includes(kind));
  const heard = form.heard.split(",").filter(Boolean);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const send = async () => {
    const moved = await act.run(() => call("checkClaim", { params: { caseId: view.id }, body: { summary: form.summary, heard } }));
    setAsking(false);
    if (!moved) return;
    clear();
    toast(moved.batch ? `已编入${halfText(moved.batch)}批次` : "已提出意见");
    await onMoved();
    toTop();
  };
  return (
    <Section title={claim.stepSays} aside={<Cited article={article} />}>
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
        {askable.length ? (
          <ChecksField
            name="heard"
            label="会同的单位"
            hint={step?.together?.cites.article}
            values={heard}
            options={askable.map(({ orgId, name }) => ({ value: orgId, label: name }))}
            onChange={(values) => change({ heard: values.join(",") })}
            error={errorAt(act.errors, "heard")}
          />
        ) : null}
        <View className="mt">
          <Button id="check-claim-go" onTap={() => setAsking(act.check(needed(form.summary, "summary", "还没有写核查情况。")))}>
            {batch ? "核对后编入批次" : "核对意见"}
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        title={claim.stepSays}
        action={batch ? "编入批次" : "提出意见"}
        busyText="正在记录…"
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="申请机构">{claim.payee.name}</Row>
        {claim.filing ? <Row label="未还本金" num>{`${yuanText(claim.filing.principal)} 元`}</Row> : null}
        <Row label="收到日期">{dayText(claim.receivedOn)}</Row>
        {batch ? <Row label="编入批次">{batch}</Row> : null}
        {heard.length ? (
          <Row label="会同的单位">
            {askable
              .filter(({ orgId }) => heard.includes(orgId))
              .map(({ name }) => name)
              .join("、")}
          </Row>
        ) : null}
        <Row label="核查情况">{form.summary}</Row>
        {claim.steps.find(({ state }) => state === "ahead") ? (
          <View className="small muted">{`之后：${claim.steps.find(({ state }) => state === "ahead")?.says ?? ""}。`}</View>
        ) : null}
      </Confirm>
    </Section>
  );
}
