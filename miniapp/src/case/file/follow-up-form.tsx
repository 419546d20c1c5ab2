/** A visit or a note after the loan; what is abnormal goes to the office at once. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import { today } from "../due";

interface FollowUpFormProps {
  view: CaseView;
  onDone: () => unknown;
}

const STATES = [
  { value: "no", label: "没有异常" },
  { value: "yes", label: "有异常", hint: "停产、欠薪、涉诉、失联等；登记后随即报送主管部门" },
] as const;

export function FollowUpForm({ view, onDone }: FollowUpFormProps) {
  const [form, change, clear] = useKept(`follow.${view.id}`, { on: today() as string, text: "", abnormal: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const abnormal = form.abnormal === "yes";
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.on, "on", "还没有选走访日期。"),
        ...needed(form.abnormal, "abnormal", "还没有选有没有异常。"),
        ...needed(form.text, "text", "还没有写情况。请写明经营、用款和还款情况。"),
      ]),
    );
  const send = async () => {
    const { on, text } = form;
    const done = await act.run(() => call("recordFollowUp", { params: { caseId: view.id }, body: { on, text, abnormal } }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="follow-up-form">
        <DateField
          name="on"
          label="走访日期"
          min={view.loan?.disbursedOn}
          max={today()}
          value={form.on}
          onChange={(on) => change({ on })}
          error={errorAt(act.errors, "on")}
        />
        <ChoiceField<"yes" | "no">
          name="abnormal"
          label="有没有异常"
          value={form.abnormal as "yes" | "no" | ""}
          options={STATES}
          onChange={(next) => change({ abnormal: next })}
          error={errorAt(act.errors, "abnormal")}
        />
        <Field
          name="text"
          label="情况"
          hint={`经营、用款、还款情况；放贷机构和${partyName("office")}会看到`}
          area
          maxLength={1000}
          value={form.text}
          onChange={(text) => change({ text })}
          error={errorAt(act.errors, "text")}
        />
        <View className="mt">
          <Button id="follow-up-check" onTap={check}>
            核对记录
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        title="核对记录"
        action={abnormal ? "登记并报送异常" : "登记"}
        busyText="正在登记…"
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="走访日期">{dayText(form.on)}</Row>
        <Row label="异常">{abnormal ? "有" : "没有"}</Row>
        <Row label="情况">{form.text}</Row>
        <View className="small muted">登记后不能更改，可以再登记一次。</View>
      </Confirm>
    </>
  );
}
