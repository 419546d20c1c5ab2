/** Entering what was done around a loan: the day, the way where the document names some, what was done, and the paper's number where it asks for one. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { Cited } from "../../ui/article";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField, PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { WAY_WORDS } from "../../words/loan";
import { today } from "../due";
import type { Owed } from "./obligations";

interface ObligationFormProps {
  view: CaseView;
  owed: Owed;
  onDone: () => unknown;
  onClose: () => void;
}

export function ObligationForm({ view, owed, onDone, onClose }: ObligationFormProps) {
  const [form, setForm] = useState({ on: today() as string, way: "", detail: "", documentNo: "" });
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const act = useAct();
  const missing = [
    ...(owed.ways.length ? needed(form.way, "way", "还没有选方式。") : []),
    ...needed(form.detail, "detail", "还没有写办理情况。"),
    ...(owed.paper ? needed(form.documentNo, "documentNo", "还没有填文号。") : []),
  ];
  const send = async () => {
    if (!act.check(missing)) return;
    const { on, way, detail, documentNo } = form;
    const body = { obligation: owed.id, on, detail, ...(way ? { way } : {}), ...(documentNo.trim() ? { documentNo } : {}) };
    const done = await act.run(() => call("fulfilObligation", { params: { caseId: view.id }, body }));
    if (!done) return;
    toast("已登记");
    await onDone();
  };
  return (
    <Confirm open title={owed.says} action="登记" busyText="正在登记…" onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <View className="muted">
        <Cited article={owed.article}>登记后留在案件经过里，不能改。</Cited>
      </View>
      <View className="mt">
        <DateField
          // the form under the sheet has a day of its own
          name="obligation.on"
          label="办理日期"
          max={today()}
          value={form.on}
          onChange={(on) => change({ on })}
          error={errorAt(act.errors, "on")}
        />
        {owed.ways.length ? (
          <PickerField
            name="way"
            label="方式"
            value={form.way}
            options={owed.ways.map((way) => ({ value: way, label: WAY_WORDS[way] ?? way }))}
            onChange={(way) => change({ way })}
            error={errorAt(act.errors, "way")}
          />
        ) : null}
        <Field
          name="detail"
          label="办理情况"
          area
          maxLength={1000}
          value={form.detail}
          onChange={(detail) => change({ detail })}
          error={errorAt(act.errors, "detail")}
        />
        {owed.paper ? (
          <Field
            name="documentNo"
            label="文号"
            maxLength={60}
            value={form.documentNo}
            onChange={(documentNo) => change({ documentNo })}
            error={errorAt(act.errors, "documentNo")}
          />
        ) : null}
      </View>
    </Confirm>
  );
}
