/** The fields of a claim, judged while they are typed, with what the fund would pay. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { Refusal } from "../../../../shared/outcome";
import type { ClaimAmount } from "../../../../shared/process/claim-amount";
import type { LoanGrade } from "../../../../shared/process/loan-life";
import { Derivation, derivedOf } from "../../case/file/derivation";
import { arrearsText } from "../../case/file/loan";
import { PaperBox } from "../../case/paper-box";
import { consenter } from "../../doer";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Card, Columns, Section } from "../../ui/card";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { AmountField, type Fault, Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { PickerField } from "../../ui/pickers";
import { GRADE_WORDS } from "../../words/loan";
import type { PAPER_WORDS } from "../../words/paper";
import { dayText } from "../../words/time";
import { CreditReport, PaidFirst } from "./evidence";
import { StepsMissing } from "./steps-missing";
import { askedPapers, asksOf, badGrades, type Typed } from "./typed";

/** What the fund would pay, with the way to it. */
export const Worth = ({ worth }: { worth: ClaimAmount | undefined }) => (
  <Card id="worth">
    {worth ? (
      <>
        <View className="muted">按现在填的，资金将{payTerm()}</View>
        <View className="sum num">{`${yuanText(worth.amount)} 元`}</View>
        <View className="small muted">{`比例 ${percentText(worth.ratio)}。以${consenter()}同意的和付款当日再算的为准，只会少、不会多。`}</View>
        <Derivation id="worth-why" lines={derivedOf(worth)} />
      </>
    ) : (
      <View className="muted">填好未还本金，就能看到资金将{payTerm()}多少。</View>
    )}
  </Card>
);

interface ClaimFormProps {
  view: CaseView;
  form: Typed;
  change: (part: Partial<Typed>) => void;
  at: (field: keyof Typed) => Fault;
  errors: readonly FieldError[];
  worth: ClaimAmount | undefined;
  /** What the rules wait for beside this form. */
  missing: readonly Refusal[];
  onPaper: () => unknown;
}

export function ClaimForm({ view, form, change, at, errors, worth, missing, onPaper }: ClaimFormProps) {
  const { claim } = schemeOf(view.scheme.id);
  const life = view.file?.life;
  const asks = asksOf(view);
  const papers = askedPapers(view);
  return (
    <>
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <>
            <Section title="不良认定" aside={<Cited article={claim.cites.article} />}>
              <Card id="evidence">
                <PickerField<LoanGrade>
                  name="grade"
                  label="五级分类"
                  hint={life ? `登记的分类是“${GRADE_WORDS[life.grade].says}”（${dayText(life.gradedOn)}）` : undefined}
                  value={form.grade as LoanGrade}
                  options={badGrades(view).map((each) => ({ value: each, label: GRADE_WORDS[each].says }))}
                  onChange={(grade) => change({ grade })}
                  error={at("grade")}
                />
                {asks.overdueDays ? (
                  <Field
                    name="overdueDays"
                    label="逾期天数"
                    kind="digits"
                    unit="天"
                    hint={life ? `按登记的还款计划：${arrearsText(life.arrears)}` : undefined}
                    maxLength={5}
                    value={form.overdueDays}
                    onChange={(overdueDays) => change({ overdueDays })}
                    error={at("overdueDays")}
                  />
                ) : null}
                {asks.creditReport ? <CreditReport form={form} change={change} at={at} /> : null}
                {asks.letter ? (
                  <Field
                    name="letterNo"
                    label="机构认定函编号"
                    hint="本机构按内部程序认定风险后发的函"
                    maxLength={60}
                    value={form.letterNo}
                    onChange={(letterNo) => change({ letterNo })}
                    error={at("letterNo")}
                  />
                ) : null}
              </Card>
            </Section>
            {asks.standsIn ? <PaidFirst view={view} form={form} change={change} at={at} /> : null}
            <Section title="金额">
              <Card id="amounts">
                <AmountField
                  name="principal"
                  label="未还本金"
                  hint={`登记的还款之后未还 ${yuanText(life?.outstanding ?? "")} 元。不一致请先到“贷款台账”补登还款`}
                  value={form.principal}
                  onChange={(principal) => change({ principal })}
                  error={at("principal")}
                />
                <AmountField
                  name="interest"
                  label="未还利息"
                  hint="另外记录，没有就填 0"
                  value={form.interest}
                  onChange={(interest) => change({ interest })}
                  error={at("interest")}
                />
                <AmountField
                  name="covered"
                  label="其他赔付"
                  hint="同一损失已经或将要由他人赔付的，如保险、担保；没有就填 0。各方赔付合计不超过损失"
                  value={form.covered}
                  onChange={(covered) => change({ covered })}
                  error={at("covered")}
                />
              </Card>
            </Section>
          </>
        }
        side={
          <>
            <Worth worth={worth} />
            <StepsMissing view={view} missing={missing} />
            {papers.length > 0 ? (
              <Section title="材料">
                <Card id="papers">
                  {papers.map((paper) => (
                    <PaperBox
                      key={paper.kind}
                      view={view}
                      kind={paper.kind as keyof typeof PAPER_WORDS}
                      says={paper.says}
                      article={paper.cites.article}
                      error={errorAt(errors, paper.kind)}
                      onDone={onPaper}
                    />
                  ))}
                </Card>
              </Section>
            ) : null}
          </>
        }
      />
    </>
  );
}
