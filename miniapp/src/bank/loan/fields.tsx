/** The fields of a loan's record: its terms, then who stands beside the lender. */

import type { LoanMode } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { ChoiceField } from "../../ui/choices";
import { AmountField, type Fault, Field } from "../../ui/field";
import { percentText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { type Lead, loanStepOf } from "../lead-of";
import type { Judged, Offer, Typed } from "./typed";

interface FieldsProps {
  form: Typed;
  change: (part: Partial<Typed>) => void;
  /** The words at a field. */
  at: (field: keyof Typed) => Fault;
  judged: Judged;
}

interface TermsProps extends FieldsProps {
  schemeId: string;
  lead: Lead;
  offer: Offer;
  /** The principal read back, with what the fund would cover. */
  reading: string | null;
}

export const TermFields = ({ form, change, at, judged, schemeId, lead, offer, reading }: TermsProps) => (
  <>
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
      foot={reading}
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
    {judged.raised ? (
      <Field
        name="raiseReason"
        label="利率高于报价的理由"
        hint={
          <Cited
            article={loanStepOf(schemeId).rateRaise?.article ?? ""}
          >{`报价 ${percentText(offer.rate)}，实际 ${form.ratePercent}%。无故提高利率会降低或收回${payTerm()}，`}</Cited>
        }
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
  </>
);

interface PartyProps extends FieldsProps {
  modes: readonly LoanMode[];
  mode: LoanMode | undefined;
  /** Those who may stand beside the lender in this mode. */
  known: readonly { orgId: string; name: string }[];
}

export function PartyFields({ form, change, at, judged: { read }, modes, mode, known }: PartyProps) {
  const { needs } = mode ?? {};
  const payee = mode?.splits ? partyName(mode.payee) : "";
  return (
    <>
      <ChoiceField
        name="mode"
        label="合作方式"
        value={form.mode}
        options={modes.map((each) => ({ value: each.id, label: each.says, cites: each.cites.article }))}
        onChange={(next) => change({ mode: next, partnerOrgId: "" })}
        error={at("mode")}
      />
      {needs ? (
        <PickerField
          name="partnerOrgId"
          label={partyName(needs)}
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
          hint={<Cited article={mode.splits.article}>{`${payTerm()}款先付给${payee}，再按这个比例与放贷机构分配，`}</Cited>}
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
    </>
  );
}
