/** Putting a verified claim before the government, under the number of the office's own paper. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { Cited } from "../../ui/article";
import { Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";

export function ReportClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => unknown }) {
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const done = async () => {
    toast(`已报${partyName("government")}`);
    await onMoved();
    toTop();
  };
  return (
    <Section title={`报${partyName("government")}`} aside={<Cited article={article} />}>
      <DocumentForm
        id="report-claim"
        kept={`claim-report.${claim.id}`}
        label="请示文号"
        hint={`本单位报${partyName("government")}的文件，例如 延发改文〔2026〕31号`}
        check={`核对后报${partyName("government")}`}
        action={`报${partyName("government")}`}
        title={`报${partyName("government")}审定`}
        onSend={(documentNo) => call("reportClaim", { params: { caseId: view.id }, body: { documentNo } })}
        onDone={done}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="收款单位">{claim.payee.name}</Row>
        {claim.today ? <Row label="按今天计算" num>{`${yuanText(claim.today.amount)} 元`}</Row> : null}
        {claim.opinion ? <Row label="审核意见">{claim.opinion.says}</Row> : null}
        <View className="small muted">{partyName("government")}同意之前，一分钱也不支付。</View>
      </DocumentForm>
    </Section>
  );
}
