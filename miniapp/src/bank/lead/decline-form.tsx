/** Declining with a reason that the enterprise and the office will read. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { DECLINE_REASONS } from "../../../../shared/contract/push";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { DECLINE_WORDS } from "../../words/lead";
import type { Lead } from "../lead-of";

type Reason = (typeof DECLINE_REASONS)[number];
const REASONS = (Object.keys(DECLINE_WORDS) as Reason[]).map((value) => ({ value, label: DECLINE_WORDS[value] }));

export function DeclineForm({ view, lead, onDone }: { view: CaseView; lead: Lead; onDone: () => unknown }) {
  const [form, change, clear] = useKept<{ reasonCode: Reason | ""; reason: string }>(`decline.${lead.id}`, { reasonCode: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const article = stepOf(schemeOf(view.scheme.id).admission, "push")?.failures?.rereview.article ?? "";
  const send = async () => {
    const { reasonCode, reason } = form;
    if (!reasonCode) return;
    const done = await act.run(() => call("declineLead", { params: { caseId: view.id, leadId: lead.id }, body: { reasonCode, reason } }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.reasonCode, "reasonCode", "还没有选原因。请选最主要的一个。"),
        ...needed(form.reason, "reason", `还没有写说明。请用一两句话写明，企业和${partyName("office")}会看到。`),
      ]),
    );
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="decline">
        <ChoiceField
          name="reasonCode"
          label="主要原因"
          value={form.reasonCode}
          options={REASONS}
          onChange={(reasonCode) => change({ reasonCode })}
          error={errorAt(act.errors, "reasonCode")}
        />
        <Field
          name="reason"
          label="说明"
          hint="写清楚差在哪里，企业可以据此改进"
          area
          maxLength={1000}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={errorAt(act.errors, "reason")}
        />
        <View className="mt">
          <Button id="decline-check" kind="secondary" onTap={check}>
            婉拒这条线索
          </Button>
        </View>
      </Card>
      <Confirm open={asking} danger title="确认婉拒" action="婉拒" busyText="正在记录…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="原因">{form.reasonCode ? DECLINE_WORDS[form.reasonCode] : ""}</Row>
        <Row label="说明">{form.reason}</Row>
        <View className="small muted">
          <Cited article={article}>{`婉拒后不能撤回。推送的机构全部婉拒，本轮融资就没有成功，案件回到${panelTerm()}。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}
