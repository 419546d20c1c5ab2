/** Consenting to a compensation under a paper's number, or sending the claim back with number and reason. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { errorAt } from "../../failure";
import { bothAmounts } from "../../money/both-amounts";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { TabsBar } from "../../ui/lists";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";

type Way = "consent" | "return";
type Typed = { documentNo: string; reason: string };

interface DecideProps {
  view: CaseView;
  claim: ClaimView;
  onConsented: (told: Answer<"consentClaim">) => unknown;
  onReturned: () => unknown;
}

const Checked = ({ view, claim, form, consents }: Pick<DecideProps, "view" | "claim"> & { form: Typed; consents: boolean }) => (
  <>
    <Row label="企业">{view.enterprise.name}</Row>
    <Row label="收款单位">{claim.payee.name}</Row>
    {claim.today ? (
      <Row label={`${payTerm()}金额（最多）`} num>
        {bothAmounts(claim.today.amount) ?? ""}
      </Row>
    ) : null}
    {claim.opinion ? <Row label="审核意见">{claim.opinion.says}</Row> : null}
    <Row label="文号">{form.documentNo}</Row>
    {consents ? null : <Row label="理由">{form.reason}</Row>}
    <View className="small muted">
      {consents ? "同意的数额是上限，付款当日再算一次，只会少不会多。同意后不能撤回。" : "退回上一环节重新核查，申请机构会看到理由。"}
    </View>
  </>
);

interface FieldsProps {
  form: Typed;
  change: (part: Partial<Typed>) => void;
  errors: readonly FieldError[];
  consents: boolean;
}

const Fields = ({ form, change, errors, consents }: FieldsProps) => (
  <>
    <Field
      name="documentNo"
      label="文号"
      hint="同意或退回所依据的文件上的编号"
      maxLength={60}
      value={form.documentNo}
      onChange={(documentNo) => change({ documentNo })}
      error={errorAt(errors, "documentNo")}
    />
    {consents ? null : (
      <Field
        name="reason"
        label="退回理由"
        hint="上一环节的单位和申请机构会看到"
        area
        maxLength={1000}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        error={errorAt(errors, "reason")}
      />
    )}
  </>
);

export function ConsentClaim({ view, claim, onConsented, onReturned }: DecideProps) {
  const [way, setWay] = useState<Way>("consent");
  const [form, change, clear] = useKept<Typed>(`claim-consent.${claim.id}`, { documentNo: "", reason: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const params = { caseId: view.id };
  const consents = way === "consent";
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.documentNo, "documentNo", "还没有填文号。请填写文件上的文号。"),
        ...(consents ? [] : needed(form.reason, "reason", "还没有写理由。请写明为什么退回。")),
      ]),
    );
  const decide = async () => {
    const { documentNo, reason } = form;
    const told = await act.run(async () => {
      if (consents) return call("consentClaim", { params, body: { documentNo } });
      await call("returnClaim", { params, body: { documentNo, reason } });
      return null;
    });
    setAsking(false);
    if (told === undefined) return;
    clear();
    await (told ? onConsented(told) : onReturned());
  };
  return (
    <Section title="审定意见" aside={<Cited article={article} />}>
      <TabsBar<Way>
        label="审定意见"
        value={way}
        options={[
          { value: "consent", label: `同意${payTerm()}` },
          { value: "return", label: "退回" },
        ]}
        onChange={setWay}
      />
      <ErrorSummary errors={act.errors} />
      <Card id="consent">
        <Fields form={form} change={change} errors={act.errors} consents={consents} />
        <View className="mt">
          <Button id="consent-check" kind={consents ? "primary" : "secondary"} onTap={check}>
            {consents ? "核对后同意" : "核对后退回"}
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        danger={!consents}
        title={consents ? `确认同意${payTerm()}` : "确认退回"}
        action={consents ? `同意${payTerm()}` : "退回"}
        busyText="正在记录…"
        onConfirm={decide}
        onClose={() => setAsking(false)}
      >
        <Checked view={view} claim={claim} form={form} consents={consents} />
      </Confirm>
    </Section>
  );
}
