/** Passing a screening on to joint review, with a summary that the panel reads. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { checkStepOf, standing } from "./ready";

export function Conclude({ view, onPassed }: { view: CaseView; onPassed: () => unknown }) {
  const [form, change, clear] = useKept(`screening.${view.id}`, { summary: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const check = view.checks.at(-1);
  const { opinions, findings, consult } = standing(view, check);
  const step = checkStepOf(view);
  const { steps } = schemeOf(view.scheme.id).admission;
  const next = steps[steps.findIndex(({ id }) => id === step?.id) + 1]?.says ?? "下一环节";
  const adverse = check?.findings.filter((finding) => finding.result !== "clear").length ?? 0;
  const ask = () => {
    if (act.check(needed(form.summary, "summary", "还没有写小结。下一环节的单位会看到。"))) setAsking(true);
  };
  const pass = async () => {
    const moved = await act.run(() => call("passScreening", { params: { caseId: view.id }, body: { summary: form.summary } }));
    setAsking(false);
    if (!moved) return;
    clear();
    await onPassed();
    toTop();
  };
  return (
    <Section title={`${step?.says ?? "核查"}结论`}>
      <ErrorSummary errors={act.errors} title="现在还不能通过" />
      <Card>
        <Field
          name="summary"
          label="小结"
          hint="查了什么、发现什么；下一环节的单位会看到"
          area
          maxLength={2000}
          value={form.summary}
          onChange={(summary) => change({ summary })}
          error={errorAt(act.errors, "summary")}
        />
        <View className="mt">
          <Button id="pass-screening" onTap={ask}>
            通过
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        title={`${step?.says ?? "核查"}通过`}
        action="通过"
        busyText="正在转入…"
        onConfirm={pass}
        onClose={() => setAsking(false)}
      >
        <Row label="核查结果">{`${findings} 条，其中有问题或查不清 ${adverse} 条`}</Row>
        {consult ? <Row label="机构意见">{`${opinions} 家`}</Row> : null}
        <Row label="之后" cites={step?.cites.article}>
          {`案件转到“${next}”，推荐单位和企业会收到消息。`}
        </Row>
      </Confirm>
    </Section>
  );
}
