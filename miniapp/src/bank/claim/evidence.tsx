/** What only some documents ask with a claim: the stamped credit report, and what a guarantor has paid first. */

import type { CaseView } from "../../../../shared/contract/case";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { GUARANTOR_PAYS } from "../../term";
import { Cited } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { CheckField } from "../../ui/choices";
import { AmountField, type Fault, Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { asksOf, type Typed } from "./typed";

interface PartProps {
  form: Typed;
  change: (part: Partial<Typed>) => void;
  at: (field: keyof Typed) => Fault;
}

export const CreditReport = ({ form, change, at }: PartProps) => (
  <>
    <Field
      name="reportNo"
      label="信用报告编号"
      hint="报告上显示这笔贷款的五级分类"
      maxLength={60}
      value={form.reportNo}
      onChange={(reportNo) => change({ reportNo })}
      error={at("reportNo")}
    />
    <CheckField
      name="reportStamped"
      label="报告已加盖本机构公章"
      checked={form.reportStamped === "yes"}
      onChange={(stamped) => change({ reportStamped: stamped ? "yes" : "" })}
    />
  </>
);

export function PaidFirst({ view, form, change, at }: PartProps & { view: CaseView }) {
  const { guarantor } = schemeOf(view.scheme.id).claim;
  return (
    <Section title={`本机构已经${GUARANTOR_PAYS}`} aside={<Cited article={guarantor?.paid.article} />}>
      <Card id="paid-first">
        <AmountField
          name="paidPrincipal"
          label={`${GUARANTOR_PAYS}的本金`}
          hint="实际付给贷款银行的本金"
          value={form.paidPrincipal}
          onChange={(paidPrincipal) => change({ paidPrincipal })}
          error={at("paidPrincipal")}
        />
        <DateField
          name="paidOn"
          label={`${GUARANTOR_PAYS}日期`}
          max={today()}
          value={form.paidOn}
          onChange={(paidOn) => change({ paidOn })}
          error={at("paidOn")}
        />
        <Field
          name="paidProof"
          label={`${GUARANTOR_PAYS}凭证编号`}
          maxLength={60}
          value={form.paidProof}
          onChange={(paidProof) => change({ paidProof })}
          error={at("paidProof")}
        />
        {asksOf(view).review ? (
          <Field
            name="paidReview"
            label="人工认定的文号"
            optional
            hint={`${GUARANTOR_PAYS}日正好在期限边上的，由人认定后填`}
            maxLength={60}
            value={form.paidReview}
            onChange={(paidReview) => change({ paidReview })}
            error={at("paidReview")}
          />
        ) : null}
      </Card>
    </Section>
  );
}
