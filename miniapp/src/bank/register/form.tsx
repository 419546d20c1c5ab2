/** Entering a loan: what cannot be read is told at its field, then the worker tries it against every article, then it is entered. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { asksFor } from "../../../../shared/process/loan-ask";
import type { RegisterStep } from "../../../../shared/process/procedure";
import { standsSoFar } from "../../../../shared/process/registration-text";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt, refusalSentence } from "../../failure";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary, type FieldError, Refusals } from "../../ui/errors";
import { Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { AskedFields } from "../asked-fields";
import { FirmFields } from "./firm-fields";
import { LoanFields } from "./loan-fields";
import { bodyOf, closedModes, EMPTY, faultsOf, modesToEnter, otherKind, type Typed } from "./typed";

type Tried = Answer<"tryRegistration">;

const MISSING = [
  ["creditCode", "还没有填统一社会信用代码。"],
  ["name", "还没有填企业名称。请与营业执照一致。"],
  ["mode", "还没有选贷款种类。"],
  ["contractNo", "还没有填借款合同号。"],
  ["principal", "还没有填贷款本金。"],
  ["ratePercent", "还没有填年利率。请填百分数，例如 4.35。"],
  ["termMonths", "还没有填期限。请填整数个月，例如 12。"],
  ["disbursedOn", "还没有选放款日期。"],
] as const;

const emptyOf = (form: Typed): FieldError[] => MISSING.flatMap(([field, message]) => needed(form[field], field, message));

/** What the rules have said to it, before it is entered. */
const Judged = ({ form, mode, tried }: { form: Typed; mode: string; tried: Tried }) => {
  const warned = (tried.decision?.findings ?? []).filter(({ verdict }) => verdict === "warning");
  return (
    <>
      <Row label="企业">{form.name}</Row>
      <Row label="合同号">{form.contractNo}</Row>
      <Row label="种类">{mode}</Row>
      <Row label="本金" num>{`${yuanText(form.principal)} 元`}</Row>
      <Row label="放款日期">{dayText(form.disbursedOn)}</Row>
      {tried.stands ? (
        <Row label="资金最多承担" cites={tried.stands.article}>{`${percentText(tried.stands.ratio)}，${yuanText(tried.stands.amount)} 元`}</Row>
      ) : null}
      <Row label="逐条核对">{`${tried.decision?.findings.length ?? 0} 条都符合`}</Row>
      {warned.length > 0 ? (
        <View className="mt">
          <Refusals refusals={warned.flatMap(({ code, figures, cites }) => (code ? [{ code, figures, article: cites.article }] : []))} />
        </View>
      ) : null}
      <View className="small muted">登记后不能更改。金额、利率和期限请与借款合同一致。</View>
    </>
  );
};

interface FormProps {
  role: Membership;
  step: RegisterStep;
  /** Where it was sent back in. */
  caseId: string;
  start: Typed;
  onDone: (answer: Answer<"registerLoan">) => unknown;
}

export function RegisterForm({ role, step, caseId, start, onDone }: FormProps) {
  const [form, change, clear] = useKept<Typed>(`register.${role.orgId}.${caseId}`, { ...EMPTY, ...start });
  const [tried, setTried] = useState<Tried | null>(null);
  const act = useAct();
  const modes = modesToEnter(step, role.orgKind);
  const mode = modes.find(({ id }) => id === form.mode);
  const kind = otherKind(mode, role.orgKind);
  const partners = useLoad(() => (kind ? call("listOrganisations", { query: { kind } }) : null), [kind]);
  const known = (partners.data?.organisations ?? []).filter(({ status, orgId }) => status === "active" && orgId !== role.orgId);
  const at = (field: string) => errorAt(act.errors, field);
  const body = () => bodyOf(step, form, role.orgKind);
  const attempt = async () => {
    const empty = emptyOf(form);
    const faults = [...empty, ...faultsOf(step, form, role.orgKind).filter(({ field }) => !empty.some((one) => one.field === field))];
    if (!act.check(faults)) return;
    const answer = await act.run(() => call("tryRegistration", { body: body() }));
    if (!answer) return;
    const said = answer.refusals.map((refusal) => ({
      message: refusalSentence(refusal),
      ...(refusal.article ? { article: refusal.article } : {}),
      ...(refusal.field ? { field: refusal.field } : {}),
    }));
    if (act.check(said)) setTried(answer);
  };
  const enter = async () => {
    const done = await act.run(() => (caseId ? call("registerAgain", { params: { caseId }, body: body() }) : call("registerLoan", { body: body() })));
    setTried(null);
    if (!done) return;
    clear();
    await onDone(done);
  };
  const shared = { step, form, change, at };
  const stands = standsSoFar(step, { ...form, tiers: body().tiers }, today());
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Section title="借款企业">
        <Card id="borrower">
          <Field
            name="creditCode"
            label="统一社会信用代码"
            maxLength={40}
            disabled={caseId !== ""}
            value={form.creditCode}
            onChange={(creditCode) => change({ creditCode })}
            error={at("creditCode") ?? at("listed")}
          />
          <Field name="name" label="企业名称" maxLength={100} value={form.name} onChange={(name) => change({ name })} error={at("name")} />
          <ChoiceField
            name="mode"
            label="贷款种类"
            value={form.mode}
            options={[
              ...modes.map((one) => ({ value: one.id, label: one.says, cites: one.cites.article })),
              ...closedModes(step).map((one) => ({ value: one.id, label: one.says, cites: one.cites.article, disabled: true })),
            ]}
            onChange={(next) => change({ mode: next, otherOrgId: "" })}
            error={at("mode")}
          />
        </Card>
      </Section>
      {mode ? (
        <>
          <FirmFields {...shared} schemeId={role.schemeId} />
          <LoanFields {...shared} mode={mode} other={kind ? { kind, known } : undefined} stands={stands} />
          {asksFor(step.asks, form.mode).length > 0 ? (
            <Section title="其他要核对的情况">
              <Card id="asked">
                <AskedFields
                  asks={asksFor(step.asks, form.mode)}
                  answers={form.answers}
                  change={(key, value) => change({ answers: { ...form.answers, [key]: value } })}
                  at={at}
                  wanted={act.errors.flatMap(({ field }) => (field ? [field] : []))}
                />
              </Card>
            </Section>
          ) : null}
          <Button id="register-check" onTap={attempt} busyText="正在逐条核对…">
            核对备案
          </Button>
        </>
      ) : null}
      <Confirm open={tried !== null} title="核对备案" action="登记备案" busyText="正在登记…" onConfirm={enter} onClose={() => setTried(null)}>
        {tried ? <Judged form={form} mode={mode?.says ?? ""} tried={tried} /> : null}
      </Confirm>
    </>
  );
}
