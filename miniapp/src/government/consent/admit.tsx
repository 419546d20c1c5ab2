/** Admitting a loan that was financed before its institution's agreement was signed. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { dayText } from "../../words/time";

export function AdmitTransition({ view, onDone }: { view: CaseView; onDone: () => unknown }) {
  const { loan } = view;
  const done = async () => {
    toast("已同意纳入");
    await onDone();
  };
  return (
    <Section title="协议签订前发放的贷款" aside={<Cited article={schemeOf(view.scheme.id).transition?.cites.article ?? ""} />}>
      <DocumentForm
        id="admit"
        kept={`transition.${view.id}`}
        label={`${partyName("government")}文件文号`}
        hint="同意把这笔贷款纳入的文件"
        check="核对后同意纳入"
        action="同意纳入"
        title="同意纳入"
        onSend={(documentNo) => call("admitTransition", { params: { caseId: view.id }, body: { documentNo } })}
        onDone={done}
      >
        <Row label="企业">{view.enterprise.name}</Row>
        {loan ? (
          <>
            <Row label="贷款">{`${loan.lender.name}，${dayText(loan.disbursedOn)}放款`}</Row>
            <Row label="本金" num>{`${yuanText(loan.principal)} 元`}</Row>
            <Row label={`最多${payTerm()}`} num>{`${yuanText(loan.covered)} 元`}</Row>
          </>
        ) : null}
        <View className="small muted">没有这一同意，这笔贷款出现不良不能{payTerm()}。</View>
      </DocumentForm>
    </Section>
  );
}
