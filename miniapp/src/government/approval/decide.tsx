/** Approving with a document number, or returning with a reason; each is checked before it is done. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepById } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { payArticle } from "../../case/cites";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { approvalTerm, payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { TabsBar } from "../../ui/lists";
import { percentText, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { DecisionField } from "./decision-field";

type Way = "approve" | "refuse";

export interface Decided {
  way: Way;
  documentNo: string;
  reason: string;
  slot: { year: number; usedAfter: number; max: number } | null;
}

const NO_NUMBER = "还没有填文号。请填写文件上的文号。";

export function Decide({ view, article, onDone }: { view: CaseView; article: string; onDone: (decided: Decided) => unknown }) {
  const [way, setWay] = useState<Way>("approve");
  const [form, change, clear] = useKept(`approval.${view.id}`, { documentNo: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const params = { caseId: view.id };
  const { quota, tier } = view;
  const { admission } = schemeOf(view.scheme.id);
  const here = stepById(admission, view.step);
  const step = here?.kind === "approve" ? here : undefined;
  const byConference = way === "approve" && step?.topic !== undefined;
  const next = admission.steps[admission.steps.findIndex(({ id }) => id === view.step) + 1]?.says ?? "下一环节";
  const back = stepById(admission, step?.onReject ?? "")?.says ?? "上一环节";
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.documentNo, "documentNo", byConference ? "还没有选依据的会议决定。" : NO_NUMBER),
        ...(way === "refuse" ? needed(form.reason, "reason", "还没有写理由。请写明为什么退回。") : []),
      ]),
    );
  const decide = async () => {
    const { documentNo, reason } = form;
    const slot = await act.run(async () => {
      if (way === "approve") return (await call("approveCase", { params, body: { documentNo } })).slot;
      await call("refuseApproval", { params, body: { documentNo, reason } });
      return null;
    });
    setAsking(false);
    if (slot === undefined) return;
    clear();
    await onDone({ way, documentNo, reason, slot });
  };
  const number = {
    name: "documentNo",
    value: form.documentNo,
    onChange: (documentNo: string) => change({ documentNo }),
    error: errorAt(act.errors, "documentNo"),
  };
  const taken =
    quota && !quota.held ? `占用 ${quota.year} 年企业名额：同意后已用 ${quota.used + 1} 家，最多 ${quota.max} 家（${quota.article}）` : "";
  return (
    <Section title="意见">
      <TabsBar<Way>
        label={`${approvalTerm()}意见`}
        value={way}
        options={[
          { value: "approve", label: "同意" },
          { value: "refuse", label: "不同意，退回" },
        ]}
        onChange={setWay}
      />
      <ErrorSummary errors={act.errors} />
      <Card id="decide">
        {way === "approve" && step?.topic ? (
          <DecisionField topic={step.topic} article={article} {...number} />
        ) : (
          <Field {...number} label="文号" hint="同意或退回所依据的文件、表格的编号" maxLength={60} />
        )}
        {way === "refuse" ? (
          <Field
            name="reason"
            label="退回理由"
            hint="企业和上一环节的单位会看到"
            area
            maxLength={1000}
            value={form.reason}
            onChange={(reason) => change({ reason })}
            error={errorAt(act.errors, "reason")}
          />
        ) : null}
        <View className="mt">
          <Button id="decide-check" kind={way === "approve" ? "primary" : "secondary"} onTap={check}>
            {way === "approve" ? "核对后同意" : "核对后退回"}
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        danger={way === "refuse"}
        title={way === "approve" ? "确认同意" : "确认退回"}
        action={way === "approve" ? "同意" : "退回"}
        busyText="正在记录…"
        onConfirm={decide}
        onClose={() => setAsking(false)}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        {view.need ? <Row label="融资需求" num>{`${yuanText(view.need.amount)} 元`}</Row> : null}
        {tier ? (
          <Row
            label={`${payTerm()}标准`}
            num
            cites={payArticle(view.scheme.id)}
          >{`${tier.says}，${percentText(tier.ratio)}，最多 ${yuanText(tier.covered)} 元`}</Row>
        ) : null}
        <Row label="文号">{form.documentNo}</Row>
        {way === "refuse" ? <Row label="理由">{form.reason}</Row> : taken ? <Row label="名额">{taken}</Row> : null}
        <View className="small muted">
          <Cited article={article}>{way === "approve" ? `同意后转到“${next}”，不能撤回。` : `案件退回“${back}”，原来的结果不再有效。`}</Cited>
        </View>
      </Confirm>
    </Section>
  );
}
