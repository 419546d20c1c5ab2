/** Recording one finding: where it was asked and when, about whom and what, what came of it. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField, PickerField, TimeField } from "../../ui/pickers";
import { toast } from "../../ui/toast";
import { useAct } from "../../use-act";
import { FINDING_RESULT_WORDS, FINDING_SUBJECT_WORDS, FINDING_TOPIC_WORDS, SOURCE_WORDS } from "../../words/screening";
import { bodyOf, emptyFinding, type FindingText, faultsOf, mayTie, needsDay } from "./finding";
import { TieFields } from "./tie-fields";

export type ChangeFinding = (part: Partial<FindingText>) => void;
const optionsOf = <V extends string>(words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value: value as V, label }));

interface FindingFormProps {
  view: CaseView;
  onRecorded: () => unknown;
  onClose: () => void;
}

export function FindingForm({ view, onRecorded, onClose }: FindingFormProps) {
  const [form, setForm] = useState(() => emptyFinding(Date.now()));
  const act = useAct();
  const change: ChangeFinding = (part) => setForm((now) => ({ ...now, ...part }));
  const at = (field: string) => errorAt(act.errors, field);
  // The rule that looks back over the firm's conduct names its first day.
  const window = view.decision?.findings.find((finding) => finding.figures.windowFrom);
  const record = async () => {
    if (!act.check(faultsOf(form, Date.now()))) return;
    const moved = await act.run(() => call("recordFinding", { params: { caseId: view.id }, body: bodyOf(form, Date.now()) }));
    if (!moved) return;
    toast("已记录");
    await onRecorded();
  };
  return (
    <Card id="finding-form">
      <ErrorSummary errors={act.errors} />
      <ChoiceField
        name="source"
        label="来源类别"
        value={form.source}
        options={optionsOf<NonNullable<Exclude<FindingText["source"], "">>>(SOURCE_WORDS)}
        onChange={(source) => change({ source })}
        error={at("source")}
      />
      <Field
        name="sourceName"
        label="来源名称"
        hint="例如 国家企业信用信息公示系统"
        maxLength={80}
        value={form.sourceName}
        onChange={(sourceName) => change({ sourceName })}
        error={at("sourceName")}
      />
      <DateField name="queriedAt" label="查询日期" value={form.day} onChange={(day) => change({ day })} error={at("queriedAt")} />
      <TimeField name="queriedTime" label="查询时间" value={form.time} onChange={(time) => change({ time })} />
      <PickerField
        name="subject"
        label="查的是谁"
        value={form.subject}
        options={optionsOf<Exclude<FindingText["subject"], "">>(FINDING_SUBJECT_WORDS)}
        onChange={(subject) => change({ subject })}
        error={at("subject")}
      />
      <PickerField
        name="topic"
        label="查的是什么"
        value={form.topic}
        options={optionsOf<Exclude<FindingText["topic"], "">>(FINDING_TOPIC_WORDS)}
        onChange={(topic) => change({ topic })}
        error={at("topic")}
      />
      <ChoiceField
        name="result"
        label="结果"
        value={form.result}
        options={optionsOf<Exclude<FindingText["result"], "">>(FINDING_RESULT_WORDS)}
        onChange={(result) => change({ result })}
        error={at("result")}
      />
      {needsDay(form) ? (
        <DateField
          name="occurredOn"
          label="发生日期"
          hint={<Cited article={window?.cites.article}>申报日前两年内的重大违法违规失信行为，不能申请。</Cited>}
          value={form.occurredOn}
          onChange={(occurredOn) => change({ occurredOn })}
          error={at("occurredOn")}
        />
      ) : null}
      {mayTie(form) ? <TieFields form={form} onChange={change} errorOf={at} /> : null}
      <Field
        name="detail"
        label="查到的情况"
        area
        maxLength={1000}
        value={form.detail}
        onChange={(detail) => change({ detail })}
        error={at("detail")}
      />
      <View className="mt">
        <Button id="record-finding" onTap={record} busyText="正在记录…">
          记录
        </Button>
        <Button kind="secondary" onTap={onClose}>
          先不记
        </Button>
      </View>
    </Card>
  );
}
