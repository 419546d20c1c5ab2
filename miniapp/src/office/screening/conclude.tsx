/** Passing a screening on to joint review, with a summary that the panel reads. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
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
import { standing } from "./ready";

export function Conclude({ view, onPassed }: { view: CaseView; onPassed: () => unknown }) {
  const [form, change, clear] = useKept(`screening.${view.id}`, { summary: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const check = view.checks.at(-1);
  const { opinions, findings } = standing(view, check);
  const adverse = check?.findings.filter((finding) => finding.result !== "clear").length ?? 0;
  const ask = () => {
    if (act.check(needed(form.summary, "summary", "还没有写初筛小结。联审单位会看到。"))) setAsking(true);
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
    <Section title="初筛结论">
      <ErrorSummary errors={act.errors} title="现在还不能通过" />
      <Card>
        <Field
          name="summary"
          label="初筛小结"
          hint="查了什么、发现什么、机构怎么看；联审单位会看到"
          area
          maxLength={2000}
          value={form.summary}
          onChange={(summary) => change({ summary })}
          error={errorAt(act.errors, "summary")}
        />
        <View className="mt">
          <Button id="pass-screening" onTap={ask}>
            初筛通过
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="初筛通过" action="转入联审" busyText="正在转入…" onConfirm={pass} onClose={() => setAsking(false)}>
        <Row label="核查结果">{`${findings} 条，其中有问题或查不清 ${adverse} 条`}</Row>
        <Row label="机构意见">{`${opinions} 家`}</Row>
        <Row label="之后" cites={stepOf(schemeOf(view.scheme.id).admission, "check")?.cites.article}>
          案件等待排入联审会议，推荐单位和企业会收到消息。
        </Row>
      </Confirm>
    </Section>
  );
}
