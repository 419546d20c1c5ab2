/** One rating unit's own finding: which institution, what it did, by which paper. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { BREACH_WORDS } from "../../words/discipline";
import { Against, behind } from "./against";

interface DetermineProps {
  view: CaseView;
  types: readonly string[];
  onDone: () => unknown;
}

interface Typed {
  orgId: string;
  type: string;
  documentNo: string;
  detail: string;
}

const Checked = ({ view, form }: { view: CaseView; form: Typed }) => (
  <>
    <Row label="机构">{behind(view).find((org) => org.id === form.orgId)?.name ?? ""}</Row>
    <Row label="违规情形">{BREACH_WORDS[form.type] ?? ""}</Row>
    <Row label="认定文件">{form.documentNo}</Row>
    <Row label="情况">{form.detail}</Row>
    <View className="small muted">代表本单位作出，登记后不能更改。</View>
  </>
);

export function Determine({ view, types, onDone }: DetermineProps) {
  const [form, change, clear] = useKept(`determination.${view.id}`, { orgId: behind(view)[0]?.id ?? "", type: "", documentNo: "", detail: "" });
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<(Answer<"determineBreach"> & { type: string }) | null>(null);
  const act = useAct();
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.type, "type", "还没有选违规情形。"),
        ...needed(form.documentNo, "documentNo", "还没有填认定文件的文号。"),
        ...needed(form.detail, "detail", "还没有写认定的情况。"),
      ]),
    );
  const send = async () => {
    const answer = await act.run(() => call("determineBreach", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!answer) return;
    clear();
    setTold({ ...answer, type: form.type });
    await onDone();
  };
  if (told)
    return (
      <Receipt
        id="determined"
        title="本单位的认定已登记"
        next={`${told.of} 家评级单位里已有 ${told.units} 家作出同样的认定，过半数后由${partyName("office")}处理。`}
        rows={[["违规情形", BREACH_WORDS[told.type]]]}
      />
    );
  return (
    <Section title="本单位的认定">
      <ErrorSummary errors={act.errors} />
      <Card id="determine">
        <Against view={view} name="orgId" value={form.orgId} onChange={(orgId) => change({ orgId })} />
        <ChoiceField
          name="type"
          label="违规情形"
          value={form.type}
          options={types.map((value) => ({ value, label: BREACH_WORDS[value] ?? value }))}
          onChange={(type) => change({ type })}
          error={errorAt(act.errors, "type")}
        />
        <Field
          name="documentNo"
          label="认定文件文号"
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={errorAt(act.errors, "documentNo")}
        />
        <Field
          name="detail"
          label="认定的情况"
          area
          maxLength={1000}
          value={form.detail}
          onChange={(detail) => change({ detail })}
          error={errorAt(act.errors, "detail")}
        />
        <Button id="determine-check" onTap={check}>
          核对后登记认定
        </Button>
      </Card>
      <Confirm open={asking} title="登记认定" action="登记认定" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Checked view={view} form={form} />
      </Confirm>
    </Section>
  );
}
