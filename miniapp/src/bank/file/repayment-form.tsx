/** A repayment: judged against what is owed while it is typed, checked, then recorded. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { LocalDate } from "../../../../shared/local-date";
import { repayOnFile } from "../../../../shared/process/loan-file";
import { liveOn, outstandingOn, type Repayment } from "../../../../shared/process/loan-life";
import { call } from "../../api";
import { today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["repaymentNo", "还没有填还款流水号。请填本机构系统里的编号。"],
  ["on", "还没有选还款日期。"],
  ["principal", "还没有填本金。没有还本金就填 0。"],
  ["interest", "还没有填利息。没有还利息就填 0。"],
] as const;

export function RepaymentForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`repay.${view.id}`, { repaymentNo: "", on: today() as string, principal: "", interest: "" });
  const [asking, setAsking] = useState(false);
  const repayment: Repayment = {
    id: form.repaymentNo.trim(),
    on: form.on as LocalDate,
    principal: typedFen(form.principal),
    interest: typedFen(form.interest),
  };
  const ruled = repayOnFile(file, repayment, by);
  const { act, at, check, ok } = useJudged(form, { empty: emptyOf(form, MISSING), unread: unreadOf(form, ["principal", "interest"]), ruled });
  const left = ok ? `${yuanText(outstandingOn(liveOn(file.life, { type: "repaid", repayment }), by.on))} 元` : "";
  const send = async () => {
    const done = await act.run(() => call("recordRepayment", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`还款已登记，未还本金 ${yuanText(done.outstanding)} 元`);
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="repayment">
        <Field
          name="repaymentNo"
          label="还款流水号"
          hint="本机构系统里的编号，同一笔不会登记两次"
          maxLength={60}
          value={form.repaymentNo}
          onChange={(repaymentNo) => change({ repaymentNo })}
          error={at("repaymentNo")}
        />
        <DateField
          name="on"
          label="还款日期"
          min={file.loan.disbursedOn}
          max={by.on}
          value={form.on}
          onChange={(on) => change({ on })}
          error={at("on")}
        />
        <AmountField
          name="principal"
          label="还本金"
          hint={`今天未还 ${yuanText(outstandingOn(file.life, by.on))} 元；没有就填 0`}
          value={form.principal}
          onChange={(principal) => change({ principal })}
          error={at("principal")}
        />
        <AmountField
          name="interest"
          label="还利息"
          hint="没有就填 0"
          value={form.interest}
          onChange={(interest) => change({ interest })}
          error={at("interest")}
          foot={left ? `登记后未还本金 ${left}` : undefined}
        />
        <View className="mt">
          <Button id="repayment-check" onTap={() => setAsking(check())}>
            核对还款
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对还款" action="登记还款" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="流水号">{form.repaymentNo}</Row>
        <Row label="还款日期">{dayText(form.on)}</Row>
        <Row label="本金" num>{`${yuanText(repayment.principal)} 元`}</Row>
        <Row label="利息" num>{`${yuanText(repayment.interest)} 元`}</Row>
        <Row label="登记后未还本金" num>
          {left}
        </Row>
        <View className="small muted">录错了可以撤销，要写明理由；撤销也会留在经过里。</View>
      </Confirm>
    </>
  );
}
