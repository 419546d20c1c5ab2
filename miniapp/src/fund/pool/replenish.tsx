/** 补充资金: the round that fills the fund up again, step by step, with the form for whoever the document has take the next one; and the office's consent to more at a bank. */
import { View } from "@tarojs/components";
import type { FundView } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { yuanText } from "../../ui/money-text";
import { Steps } from "../../ui/steps";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";

type Round = NonNullable<FundView["replenishment"]>;

function NextStep({ round, step, onMoved }: { round: Round; step: Round["steps"][number]; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`replenish.${step.id}`, { documentNo: "", amount: "" });
  const act = useAct();
  // the first step only looks; from then on the amount has to be known
  const asksAmount = round.amount === null && round.steps[0]?.id !== step.id;
  const send = async () => {
    const { documentNo, amount } = form;
    if (!act.check([...needed(documentNo, "documentNo", "还没有填文号。"), ...(asksAmount ? needed(amount, "amount", "还没有填补充的金额。") : [])]))
      return;
    const body = { kind: "replenishment" as const, step: step.id, documentNo, ...(asksAmount ? { amount } : {}) };
    if (!(await act.run(() => call("recordFundStep", { body })))) return;
    clear();
    toast("已登记");
    await onMoved();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      {asksAmount ? (
        <AmountField
          name="amount"
          label="补充的金额"
          value={form.amount}
          onChange={(amount) => change({ amount })}
          error={errorAt(act.errors, "amount")}
        />
      ) : null}
      <Field
        name="documentNo"
        label={`${step.says}的文号`}
        maxLength={60}
        value={form.documentNo}
        onChange={(documentNo) => change({ documentNo })}
        error={errorAt(act.errors, "documentNo")}
      />
      <Button id="replenish-next" onTap={send}>
        {`登记“${step.says}”`}
      </Button>
    </>
  );
}

export function Replenish({ round, role, onMoved }: { round: FundView["replenishment"]; role: Membership; onMoved: () => unknown }) {
  if (!round) return null;
  const next = round.steps.find(({ on }) => on === null);
  return (
    <Section title="补充资金" aside={<Cited article={round.article} />}>
      <Card id="replenish">
        <Steps steps={round.steps.map((step) => ({ label: step.says, state: step.on ? "done" : step === next ? "now" : "next" }))} />
        {round.amount ? (
          <Row label="确定补充" num>
            {`${yuanText(round.amount)} 元`}
          </Row>
        ) : null}
        {round.steps.map(({ id, says, on, documentNo }) =>
          on ? (
            <Row key={id} label={says}>
              <View>{dayText(on)}</View>
              <View className="small muted">{documentNo}</View>
            </Row>
          ) : null,
        )}
        {next?.by.includes(role.orgKind) ? (
          <Fold label={`登记“${next.says}”`}>
            <NextStep key={next.id} round={round} step={next} onMoved={onMoved} />
          </Fold>
        ) : next ? (
          <View className="small muted">{`下一步由${next.by.map((kind) => partyName(kind)).join("或")}登记“${next.says}”。`}</View>
        ) : null}
      </Card>
    </Section>
  );
}

/** One bank's top-up that the office agrees to: the days for it run from then. */
export function AgreeTopUp({ of, name, role, onMoved }: { of: string; name: string; role: Membership; onMoved: () => unknown }) {
  const { deposits } = schemeOf(role.schemeId).fund;
  if (!deposits?.by.includes(role.orgKind)) return null;
  return (
    <Fold label={`同意${name}补存`}>
      <DocumentForm
        id={`top-up-${of}`}
        kept={`top-up.${of}`}
        label="同意补存的文号"
        hint={deposits.topUp.within.says}
        check="核对后登记同意"
        action="登记同意"
        title={`同意${name}补存`}
        onSend={(documentNo) => call("recordFundStep", { body: { kind: "top_up", of, documentNo } })}
        onDone={async () => {
          toast("已登记");
          await onMoved();
        }}
      >
        <View className="small muted">
          <Cited article={deposits.topUp.cites.article}>{deposits.topUp.within.says}</Cited>
        </View>
      </DocumentForm>
    </Fold>
  );
}
