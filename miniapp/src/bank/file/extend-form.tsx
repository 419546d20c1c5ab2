/** A later last day under the same contract, with its reason. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { addDays, type LocalDate } from "../../../../shared/local-date";
import { extend } from "../../../../shared/process/loan-life";
import { call } from "../../api";
import { emptyOf, useJudged } from "../../case/file/use-judged";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["maturesOn", "还没有选新的到期日。"],
  ["reason", "还没有写理由。请用一两句话写明，企业和主管部门会看到。"],
] as const;

export function ExtendForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`extend.${view.id}`, { maturesOn: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const now = file.life.maturesOn;
  const ruled = extend(file.life, form.maturesOn as LocalDate, form.reason, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: [], ruled });
  const send = async () => {
    const done = await act.run(() => call("extendLoan", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone("展期已登记");
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="extension">
        <DateField
          name="maturesOn"
          label="新的到期日"
          hint={`现在 ${dayText(now)}到期。同一合同下展期；另签合同是另一笔贷款，不能在这里登记`}
          min={addDays(now, 1)}
          value={form.maturesOn}
          onChange={(maturesOn) => change({ maturesOn })}
          error={at("maturesOn")}
        />
        <Field name="reason" label="理由" area maxLength={500} value={form.reason} onChange={(reason) => change({ reason })} error={at("reason")} />
        <View className="mt">
          <Button id="extension-check" onTap={() => setAsking(check())}>
            核对展期
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对展期" action="登记展期" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="到期日">{`${dayText(now)} → ${dayText(form.maturesOn)}`}</Row>
        <Row label="理由">{form.reason}</Row>
        <View className="small muted">还款计划最后一期随之改到新的到期日，其他各期不变。</View>
      </Confirm>
    </>
  );
}
