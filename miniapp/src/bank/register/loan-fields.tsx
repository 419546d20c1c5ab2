/** The loan's own record: contract, amount, rate, term, who takes part, and who bears a loss of it. */

import type { OrgKind } from "../../../../shared/process/party";
import type { LoanMode, RegisterStep } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { partyName } from "../../party-name";
import { Article, Cited } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { CheckField } from "../../ui/choices";
import { AmountField, type Fault, Field } from "../../ui/field";
import { amountReading, percentText, yuanText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { type Typed, tiersOf } from "./typed";

interface LoanFieldsProps {
  step: RegisterStep;
  mode: LoanMode | undefined;
  form: Typed;
  change: (part: Partial<Typed>) => void;
  at: (field: string) => Fault;
  other: { kind: OrgKind; known: readonly { orgId: string; name: string }[] } | undefined;
  stands: { ratio: string; amount: string; cites: { article: string } } | undefined;
}

export function LoanFields({ step, mode, form, change, at, other, stands }: LoanFieldsProps) {
  const reading = amountReading(form.principal);
  const covers = stands ? `资金最多承担 ${percentText(stands.ratio)}，${yuanText(stands.amount)} 元` : "";
  return (
    <Section title="贷款">
      <Card id="loan">
        <Field
          name="contractNo"
          label="借款合同号"
          maxLength={60}
          value={form.contractNo}
          onChange={(contractNo) => change({ contractNo })}
          error={at("contractNo")}
        />
        {step.order ? (
          <Field
            name="orderNo"
            label={step.order.says}
            hint={<Article article={step.order.cites.article} />}
            maxLength={100}
            value={form.orderNo}
            onChange={(orderNo) => change({ orderNo })}
            error={at("orderNo")}
          />
        ) : null}
        <AmountField
          name="principal"
          label="贷款本金"
          value={form.principal}
          onChange={(principal) => change({ principal })}
          error={at("principal")}
          foot={reading ? <Cited article={covers ? stands?.cites.article : undefined}>{[reading, covers].filter(Boolean).join("；")}</Cited> : null}
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
          max={today()}
          value={form.disbursedOn}
          onChange={(disbursedOn) => change({ disbursedOn })}
          error={at("disbursedOn")}
        />
        {other ? (
          <PickerField
            name="otherOrgId"
            label={partyName(other.kind)}
            value={form.otherOrgId}
            options={other.known.map((one) => ({ value: one.orgId, label: one.name }))}
            onChange={(otherOrgId) => change({ otherOrgId })}
            error={at("otherOrgId") ?? at("partner") ?? at("guarantor") ?? at("lender")}
          />
        ) : null}
        {mode?.bearers
          ? tiersOf(mode, form.tiers).map(({ party, percent }, place) => (
              <Field
                key={party}
                name={`tiers.${party}`}
                label={`${mode.bearers?.names?.[party] ?? party}分担`}
                hint={place === 0 ? <Cited article={mode.bearers?.cites.article}>各方比例合计 100%</Cited> : undefined}
                kind="decimal"
                unit="%"
                maxLength={8}
                value={percent}
                onChange={(value) => change({ tiers: { ...form.tiers, [party]: value } })}
                error={at(`tiers.${party}`) ?? (place === 0 ? at("tiers") : null)}
              />
            ))
          : null}
        {mode?.batch ? <CheckField name="batch" label="属于批量担保" checked={form.batch} onChange={(batch) => change({ batch })} /> : null}
      </Card>
    </Section>
  );
}
