/** Every answer of a claim with a way to change it, before it is handed in. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { ClaimAmount } from "../../../../shared/process/claim-amount";
import type { LoanGrade } from "../../../../shared/process/loan-life";
import { typedFen } from "../../case/file/file-of";
import { papersOf } from "../../case/paper-box";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { GUARANTOR_PAYS } from "../../term";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { GRADE_WORDS } from "../../words/loan";
import type { PAPER_WORDS } from "../../words/paper";
import { dayText } from "../../words/time";
import { Worth } from "./form";
import { askedPapers, asksOf, type Typed } from "./typed";

interface CheckProps {
  view: CaseView;
  form: Typed;
  worth: ClaimAmount | undefined;
  onEdit: (field: string) => void;
}

const amount = (text: string) => `${yuanText(typedFen(text))} 元`;

export function ClaimCheck({ view, form, worth, onEdit }: CheckProps) {
  const edit = (field: string) => ({ action: "更改", onAction: () => onEdit(field) });
  const { steps } = schemeOf(view.scheme.id).claim;
  const first = steps[0];
  /** Once it is past those who look at it and vote on it, the claim stays. */
  const last = steps.find(({ kind }) => kind !== "check" && kind !== "ballot");
  const asks = asksOf(view);
  return (
    <>
      <Section title="填写的内容">
        <Card id="claim-check">
          <Row label="企业">{view.enterprise.name}</Row>
          <Row label="合同号">{view.loan?.contractNo ?? ""}</Row>
          <Row label="五级分类" {...edit("grade")}>
            {GRADE_WORDS[form.grade as LoanGrade].says}
          </Row>
          {asks.overdueDays ? <Row label="逾期天数" num {...edit("overdueDays")}>{`${form.overdueDays} 天`}</Row> : null}
          {asks.letter ? (
            <Row label="机构认定函" {...edit("letterNo")}>
              {form.letterNo}
            </Row>
          ) : null}
          {asks.creditReport ? (
            <Row label="信用报告" {...edit("reportNo")}>
              {`${form.reportNo}，${form.reportStamped ? "已盖章" : "没有盖章"}`}
            </Row>
          ) : null}
          {asks.standsIn ? (
            <Row label={`已经${GUARANTOR_PAYS}`} num {...edit("paidPrincipal")}>
              {`${amount(form.paidPrincipal)}（${dayText(form.paidOn)}，凭证 ${form.paidProof}）`}
            </Row>
          ) : null}
          <Row label="未还本金" num {...edit("principal")}>
            {amount(form.principal)}
          </Row>
          <Row label="未还利息" num {...edit("interest")}>
            {amount(form.interest)}
          </Row>
          <Row label="其他赔付" num {...edit("covered")}>
            {amount(form.covered)}
          </Row>
          {askedPapers(view).map((paper) => (
            <Row key={paper.kind} label={paper.says} {...edit(paper.kind)}>
              {papersOf(view, paper.kind as keyof typeof PAPER_WORDS)
                .map((each) => each.name)
                .join("、")}
            </Row>
          ))}
        </Card>
      </Section>
      <Worth worth={worth} />
      <View>
        <Banner title="提交以后">
          {`申请交给${first ? first.by.map((kind) => partyName(kind)).join("、") : partyName("office")}办理“${first?.says ?? ""}”，之后依次是：${steps
            .slice(1)
            .map((step) => step.says)
            .join("、")}。${last ? `到“${last.says}”之前可以撤回。` : ""}`}
        </Banner>
      </View>
    </>
  );
}
