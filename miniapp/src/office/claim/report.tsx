/** Putting a claim before whoever has it next, under the number of one's own paper. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { ClaimStep } from "../../../../shared/process/claim-rules";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";

const named = (view: CaseView, step: ClaimStep | undefined) => (step?.by ?? []).map((kind) => partyName(kind, view.scheme.id)).join("、");

/** Who has it after this step. */
function nextAfter(view: CaseView, claim: ClaimView): string {
  const { steps } = schemeOf(view.scheme.id).claim;
  return named(view, steps[steps.findIndex(({ id }) => id === claim.step) + 1]);
}

const approver = (view: CaseView) =>
  named(
    view,
    schemeOf(view.scheme.id).claim.steps.find(({ kind }) => kind === "approve"),
  );

export function ReportClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => unknown }) {
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const to = nextAfter(view, claim);
  const done = async () => {
    toast(`已报${to}`);
    await onMoved();
    toTop();
  };
  return (
    <Section title={`报${to}`} aside={<Cited article={article} />}>
      <DocumentForm
        id="report-claim"
        kept={`claim-report.${claim.id}`}
        label="请示文号"
        hint={`本单位报${to}的文件上的编号`}
        check={`核对后报${to}`}
        action={`报${to}`}
        title={`报${to}：${claim.stepSays}`}
        onSend={(documentNo) => call("reportClaim", { params: { caseId: view.id }, body: { documentNo } })}
        onDone={done}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="收款单位">{claim.payee.name}</Row>
        {claim.today ? <Row label="按今天计算" num>{`${yuanText(claim.today.amount)} 元`}</Row> : null}
        {claim.opinion ? <Row label="审核意见">{claim.opinion.says}</Row> : null}
        <View className="small muted">{approver(view)}同意之前，一分钱也不支付。</View>
      </DocumentForm>
    </Section>
  );
}
