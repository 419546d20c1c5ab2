/** An offer: amount, rate, term and mode, held to the scheme's limits while it is typed, checked, then sent. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { parseYuan } from "../../../../shared/money";
import { readTerms } from "../../../../shared/process/push";
import { call } from "../../api";
import { payArticle } from "../../case/cites";
import { coverage } from "../../case/coverage";
import { today } from "../../case/due";
import { errorAt, ruleErrors } from "../../failure";
import { partyName } from "../../party-name";
import type { Membership } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { amountReading, percentText, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { REFUSALS } from "../../words/refusal";
import { type Lead, loanStepOf, modeSays, modesFor } from "../lead-of";

const EMPTY = { amount: "", ratePercent: "", termMonths: "", mode: "", remark: "" };
type Typed = typeof EMPTY;

/** `0.0385` → `3.85`, as it is typed. */
export const typedRate = (ratio: string): string => percentText(ratio).replace("%", "");

const MISSING: readonly [keyof Typed, string][] = [
  ["amount", "还没有填金额。请填写以元为单位的数字。"],
  ["ratePercent", "还没有填年利率。请填百分数，例如 4.35。"],
  ["termMonths", "还没有填期限。请填整数个月，例如 12。"],
  ["mode", "还没有选合作方式。请从列出的方式里选一种。"],
];

/** What the worker would refuse; of empty fields nothing while the form is still being filled. */
function faultsOf(schemeId: string, form: Typed, whole: boolean) {
  const read = readTerms(loanStepOf(schemeId), form, "amount", today());
  const empty = MISSING.flatMap(([field, message]) => needed(form[field], field, message));
  const rest = read.ok ? [] : ruleErrors(read.refusals).filter((error) => form[error.field as keyof Typed]?.trim());
  return whole ? [...empty, ...rest] : rest;
}

interface OfferFormProps {
  view: CaseView;
  lead: Lead;
  role: Membership;
  onDone: () => unknown;
}

export function OfferForm({ view, lead, role, onDone }: OfferFormProps) {
  const before = lead.offer;
  const start = before
    ? { amount: before.amount, ratePercent: typedRate(before.rate), termMonths: String(before.termMonths), mode: before.mode, remark: before.remark }
    : EMPTY;
  const [form, change, clear] = useKept<Typed>(`offer.${lead.id}`, start);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const raise = loanStepOf(view.scheme.id).rateRaise;
  const live = faultsOf(view.scheme.id, form, false);
  const [checked, setChecked] = useState<Typed | null>(null);
  // What was changed since the last check no longer shows that check's words.
  const at = (field: keyof Typed) => errorAt(live, field) ?? (checked && checked[field] !== form[field] ? null : errorAt(act.errors, field));
  const check = () => {
    setChecked(form);
    setAsking(act.check(faultsOf(view.scheme.id, form, true)));
  };
  const covered = view.tier ? coverage(view.scheme.id, view.tier.choice, form.amount) : null;
  const reading = amountReading(form.amount);
  const typed = parseYuan(form.amount);
  const need = view.need ? parseYuan(view.need.amount) : undefined;
  const overNeed = typed.ok && need?.ok && typed.value > need.value;
  const send = async () => {
    const done = await act.run(() => call("offerLead", { params: { caseId: view.id, leadId: lead.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  const coveredText = covered ? `风险补偿资金最多${payTerm()} ${yuanText(covered.amount)} 元（${percentText(view.tier?.ratio ?? "0")}）` : "";
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="offer">
        <AmountField
          name="amount"
          label="可贷金额"
          value={form.amount}
          onChange={(amount) => change({ amount })}
          error={at("amount")}
          foot={
            reading ? (
              <Cited article={coveredText ? payArticle(view.scheme.id) : undefined}>{[reading, coveredText].filter(Boolean).join("，")}</Cited>
            ) : null
          }
        />
        <Field
          name="ratePercent"
          label="年利率"
          kind="decimal"
          unit="%"
          hint={raise ? <Cited article={raise.article}>放款利率不得无故高于这里的报价</Cited> : undefined}
          maxLength={10}
          value={form.ratePercent}
          onChange={(ratePercent) => change({ ratePercent })}
          error={at("ratePercent")}
        />
        <Field
          name="termMonths"
          label="期限"
          kind="digits"
          unit="个月"
          maxLength={3}
          value={form.termMonths}
          onChange={(termMonths) => change({ termMonths })}
          error={at("termMonths")}
        />
        <ChoiceField
          name="mode"
          label="合作方式"
          value={form.mode}
          options={modesFor(view.scheme.id, role.orgKind).map((mode) => ({ value: mode.id, label: mode.says, cites: mode.cites.article }))}
          onChange={(mode) => change({ mode })}
          error={at("mode")}
        />
        <Field name="remark" label="附带条件" optional area maxLength={1000} value={form.remark} onChange={(remark) => change({ remark })} />
        {overNeed && typed.ok && need?.ok ? (
          <View className="mt">
            <Banner tone="warn">{REFUSALS.loan_over_need({ amount: form.amount, need: view.need?.amount ?? "" })}</Banner>
          </View>
        ) : null}
        <View className="mt">
          <Button id="offer-check" onTap={check}>
            {before ? "核对新报价" : "核对报价"}
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        title={before ? "核对新报价" : "核对报价"}
        action="发出报价"
        busyText="正在发出…"
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="金额" num>{`${reading ?? form.amount}`}</Row>
        <Row label="年利率" num>{`${form.ratePercent}%`}</Row>
        <Row label="期限" num>{`${form.termMonths} 个月`}</Row>
        <Row label="合作方式">{modeSays(view.scheme.id, form.mode)}</Row>
        {form.remark ? <Row label="附带条件">{form.remark}</Row> : null}
        {coveredText ? (
          <Row label={payTerm()} cites={payArticle(view.scheme.id)}>
            {coveredText}
          </Row>
        ) : null}
        <View className="small muted">
          <Cited article={loanStepOf(view.scheme.id).rateRaise?.article}>
            企业和{partyName("office")}会看到报价。放款前可以更改；放款利率高于报价要写明理由。
          </Cited>
        </View>
      </Confirm>
    </>
  );
}
