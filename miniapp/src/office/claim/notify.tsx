/** Telling who pays what was approved, by a numbered notice that can be printed. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { NoticePaper } from "../../case/file/notice-paper";
import { DocumentForm } from "../../money/document-form";
import { Cited } from "../../ui/article";
import { Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";
import { dayText } from "../../words/time";

export function NotifyClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => unknown }) {
  const article = claim.steps.find((step) => step.state === "here")?.article ?? "";
  const { consent } = claim;
  const done = async () => {
    toast("通知已出具");
    await onMoved();
    toTop();
  };
  return (
    <Section title={claim.stepSays} aside={<Cited article={article} />}>
      <DocumentForm
        id="notify-claim"
        kept={`claim-notify.${claim.id}`}
        label="通知书文号"
        hint="本单位出具的通知书的文号"
        check="核对通知书"
        action="出具通知书"
        title={claim.stepSays}
        onSend={(documentNo) => call("notifyClaim", { params: { caseId: view.id }, body: { documentNo } })}
        onDone={done}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="收款单位">{claim.payee.name}</Row>
        {consent ? <Row label="批准文号">{`${consent.documentNo}（${dayText(consent.on)}）`}</Row> : null}
        {consent ? <Row label="批准数额（最多）" num>{`${yuanText(consent.amount)} 元`}</Row> : null}
      </DocumentForm>
      <View className="h2" aria-role="heading">
        通知书预览
      </View>
      <NoticePaper view={view} claim={claim} />
    </Section>
  );
}
