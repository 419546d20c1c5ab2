/** The loan as it was made: held to the offer, the need and the scheme's limits while it is typed, checked, then recorded. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import { parseYuan } from "../../../../shared/money";
import { readLoan } from "../../../../shared/process/loan";
import { schemeOf } from "../../../../shared/schemes/registry";
import { call } from "../../api";
import { coverage } from "../../case/coverage";
import { today } from "../../case/due";
import { errorAt, ruleErrors } from "../../failure";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { amountReading, percentText, yuanText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { dayText, MODE_WORDS, ORG_KIND_WORDS } from "../../words";
import { typedRate } from "../lead/offer-form";
import { type Lead, loanStepOf, modesFor } from "../lead-of";

type Offer = NonNullable<Lead["offer"]>;

const MISSING = [
  ["contractNo", "还没有填合同号。请与借款合同一致。"],
  ["principal", "还没有填贷款本金。请填实际放款的金额。"],
  ["ratePercent", "还没有填年利率。请填百分数，例如 4.35。"],
  ["termMonths", "还没有填期限。请填整数个月，例如 12。"],
  ["disbursedOn", "还没有填放款日期。请选实际放款的日子。"],
] as const;

const startOf = (offer: Offer) => ({
  contractNo: "",
  principal: offer.amount,
  ratePercent: typedRate(offer.rate),
  termMonths: String(offer.termMonths),
  disbursedOn: "",
  mode: offer.mode,
  partnerOrgId: "",
  payeeSharePercent: "",
  raiseReason: "",
});
type Typed = ReturnType<typeof startOf>;

/** The worker's own reading of the form; the lender's licence is in the office's records, so it is taken as given here. */
function readOf(view: CaseView, lead: Lead, offer: Offer, form: Typed, partner: Lead["org"] | undefined) {
  const need = view.need ? parseYuan(view.need.amount) : undefined;
  const { partnerOrgId: _, payeeSharePercent, raiseReason, ...text } = form;
  return readLoan(
    schemeOf(view.scheme.id),
    loanStepOf(view.scheme.id),
    {
      loanId: "",
      leadId: lead.id,
      ...text,
      ...(partner ? { partner } : {}),
      lenderLicensedThrough: (form.disbursedOn || today()) as LocalDate,
      ...(payeeSharePercent.trim() ? { payeeSharePercent } : {}),
      ...(raiseReason.trim() ? { raiseReason } : {}),
    },
    { lender: lead.org, offer, pushedOn: lead.pushedOn as LocalDate, ...(need?.ok ? { need: need.value } : {}) },
    today(),
  );
}

/** What differs from the offer, said side by side. */
function Differences({ offer, form }: { offer: Offer; form: Typed }) {
  const typed = parseYuan(form.principal);
  const offered = parseYuan(offer.amount);
  const lines = [
    typed.ok && offered.ok && typed.value !== offered.value && ["本金", `${yuanText(offer.amount)} 元`, `${yuanText(typed.value)} 元`],
    form.ratePercent.trim() !== typedRate(offer.rate) && ["年利率", percentText(offer.rate), `${form.ratePercent}%`],
    form.termMonths.trim() !== String(offer.termMonths) && ["期限", `${offer.termMonths} 个月`, `${form.termMonths} 个月`],
    form.mode !== offer.mode && ["合作方式", MODE_WORDS[offer.mode] ?? "", MODE_WORDS[form.mode] ?? ""],
  ].filter(Boolean) as [string, string, string][];
  return (
    <Section title="与报价的差别">
      <Card id="differences">
        {lines.length
          ? lines.map(([label, was, is]) => (
              <Row key={label} label={label} num>
                {`报价 ${was}，实际 ${is}`}
              </Row>
            ))
          : "与报价一致。"}
      </Card>
    </Section>
  );
}

interface LoanFormProps {
  view: CaseView;
  lead: Lead;
  offer: Offer;
  role: Membership;
  onDone: () => unknown;
}

export function LoanForm({ view, lead, offer, role, onDone }: LoanFormProps) {
  const schemeId = view.scheme.id;
  const [form, change, clear] = useKept<Typed>(`loan.${lead.id}`, startOf(offer));
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const mode = modesFor(schemeId, role.orgKind).find((each) => each.id === form.mode);
  const { needs } = mode ?? {};
  const partners = useLoad(() => (needs ? call("listOrganisations", { query: { kind: needs } }) : null), [needs]);
  const known = needs ? (partners.data?.organisations ?? []).filter((each) => each.status === "active") : [];
  const chosen = known.find((each) => each.orgId === form.partnerOrgId);
  const partner = chosen ? { id: chosen.orgId, kind: chosen.kind, name: chosen.name } : undefined;
  const read = readOf(view, lead, offer, form, partner);
  const ruled = read.ok ? [] : ruleErrors(read.refusals);
  const empty = [
    ...MISSING.flatMap(([field, message]) => needed(form[field], field, message)),
    ...(needs ? needed(form.partnerOrgId, "partnerOrgId", `还没有选${ORG_KIND_WORDS[needs]}。这种合作方式要写明是哪一家。`) : []),
    ...(mode?.splits ? needed(form.payeeSharePercent, "payeeSharePercent", "还没有填分担比例。请填 0 到 100 之间的数。") : []),
  ];
  const bare = readOf(view, lead, offer, { ...form, raiseReason: "" }, partner);
  const raised = form.raiseReason !== "" || (!bare.ok && bare.refusals.some((refusal) => refusal.code === "rate_raised"));
  const faults = [...empty, ...ruled.filter((error) => !empty.some((each) => each.field === error.field))];
  const [checked, setChecked] = useState<Typed | null>(null);
  // What was changed since the last check no longer shows that check's words.
  const at = (field: keyof Typed) =>
    (form[field] ? errorAt(ruled, field) : null) ?? (checked && checked[field] !== form[field] ? null : errorAt(act.errors, field));
  const check = () => {
    setChecked(form);
    setAsking(act.check(faults));
  };
  const covered = view.tier ? coverage(schemeId, view.tier.choice, form.principal) : null;
  const reading = amountReading(form.principal);
  const coveredText = covered ? `最多代偿 ${yuanText(covered.amount)} 元` : "";
  const record = async () => {
    const { partnerOrgId, payeeSharePercent, raiseReason, ...text } = form;
    const body = {
      ...text,
      ...(needs && partnerOrgId ? { partnerOrgId } : {}),
      ...(mode?.splits && payeeSharePercent.trim() ? { payeeSharePercent } : {}),
      ...(raised && raiseReason.trim() ? { raiseReason } : {}),
    };
    const done = await act.run(() => call("recordLoan", { params: { caseId: view.id, leadId: lead.id }, body }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  const payee = mode?.splits ? ORG_KIND_WORDS[mode.payee] : "";
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="loan">
        <Field
          name="contractNo"
          label="借款合同号"
          maxLength={60}
          value={form.contractNo}
          onChange={(contractNo) => change({ contractNo })}
          error={at("contractNo")}
        />
        <AmountField
          name="principal"
          label="贷款本金"
          value={form.principal}
          onChange={(principal) => change({ principal })}
          error={at("principal")}
          foot={reading ? [reading, coveredText].filter(Boolean).join("，") : null}
        />
        <Field
          name="ratePercent"
          label="年利率"
          kind="decimal"
          unit="%"
          maxLength={10}
          value={form.ratePercent}
          onChange={(ratePercent) => change({ ratePercent })}
          error={at("ratePercent")}
        />
        {raised ? (
          <Field
            name="raiseReason"
            label="利率高于报价的理由"
            hint={`报价 ${percentText(offer.rate)}，实际 ${form.ratePercent}%。无故提高利率会降低或收回补偿，依据：${loanStepOf(schemeId).rateRaise.article}`}
            area
            maxLength={500}
            value={form.raiseReason}
            onChange={(raiseReason) => change({ raiseReason })}
            error={at("raiseReason")}
          />
        ) : null}
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
        <DateField
          name="disbursedOn"
          label="放款日期"
          hint="首次放款的日子，在推送之后、不晚于今天"
          min={lead.pushedOn}
          max={today()}
          value={form.disbursedOn}
          onChange={(disbursedOn) => change({ disbursedOn })}
          error={at("disbursedOn")}
        />
        <ChoiceField
          name="mode"
          label="合作方式"
          value={form.mode}
          options={modesFor(schemeId, role.orgKind).map((each) => ({ value: each.id, label: each.says, hint: `依据：${each.cites.article}` }))}
          onChange={(next) => change({ mode: next, partnerOrgId: "" })}
          error={at("mode")}
        />
        {needs ? (
          <PickerField
            name="partnerOrgId"
            label={ORG_KIND_WORDS[needs]}
            value={form.partnerOrgId}
            options={known.map((each) => ({ value: each.orgId, label: each.name }))}
            onChange={(partnerOrgId) => change({ partnerOrgId })}
            error={at("partnerOrgId")}
          />
        ) : null}
        {mode?.splits ? (
          <Field
            name="payeeSharePercent"
            label={`${payee}分担比例`}
            kind="decimal"
            unit="%"
            hint={`代偿款先付给${payee}，再按这个比例与放贷机构分配，依据：${mode.splits.article}`}
            maxLength={8}
            value={form.payeeSharePercent}
            onChange={(payeeSharePercent) => change({ payeeSharePercent })}
            error={at("payeeSharePercent")}
            foot={
              read.ok && read.value.shares
                ? `${payee} ${percentText(read.value.shares.payee)}，放贷机构 ${percentText(read.value.shares.lender)}`
                : null
            }
          />
        ) : null}
      </Card>
      <Differences offer={offer} form={form} />
      <Button id="loan-check" onTap={check}>
        核对放款登记
      </Button>
      <Confirm open={asking} title="核对放款登记" action="登记放款" busyText="正在登记…" onConfirm={record} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="合同号">{form.contractNo}</Row>
        <Row label="本金" num>{`${reading ?? form.principal}`}</Row>
        <Row label="年利率和期限" num>{`${form.ratePercent}%，${form.termMonths} 个月`}</Row>
        <Row label="放款日期">{dayText(form.disbursedOn)}</Row>
        <Row label="合作方式">{[MODE_WORDS[form.mode], partner?.name].filter(Boolean).join("，")}</Row>
        {coveredText ? (
          <Row label="代偿" num>
            {coveredText}
          </Row>
        ) : null}
        <View className="small muted">登记后不能更改，企业和关联企业通过这一机制贷款的一次机会就此用掉。依据：二（一）</View>
      </Confirm>
    </>
  );
}
