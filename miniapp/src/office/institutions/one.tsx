/** One institution: its agreements, and signing a new one. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { today } from "../../case/due";
import { kindName } from "../../party-name";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { percentText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toTop } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { type Agreement, loadInstitutions, standingOf } from "./agreements";
import { SignForm } from "./sign-form";

const yesNo = (yes: boolean) => (yes ? "有" : "没有");

function AgreementCard({ agreement }: { agreement: Agreement }) {
  const standing = standingOf(agreement, today());
  return (
    <Card id={`agreement-${agreement.agreementId}`}>
      <View className="lrow-top">
        <View className="strong">{`${dayText(agreement.validFrom)}至${dayText(agreement.validUntil)}`}</View>
        <Tag tone={standing.tone}>{standing.status}</Tag>
      </View>
      <Row label="签订日期">{dayText(agreement.signedOn)}</Row>
      <Row label="怎样选定">{`${agreement.selectionProcedure}，${dayText(agreement.selectedOn)}，${agreement.selectionDocument}`}</Row>
      <Row label="责任义务">{agreement.duties}</Row>
      <Row label={`${payTerm()}约定`}>{agreement.compensationTerms}</Row>
      <Row label="追偿约定">{agreement.recoveryTerms}</Row>
      <Row label="门槛较低">{yesNo(agreement.lowThreshold)}</Row>
      <Row label="专门产品">{yesNo(agreement.productInnovation)}</Row>
      <Row label="最低年利率" num>
        {agreement.minRate ? percentText(agreement.minRate) : "没有约定"}
      </Row>
      <Row label={`${payTerm()}比例上限`} num>
        {agreement.maxRatio ? percentText(agreement.maxRatio) : "按方案规定"}
      </Row>
      {agreement.licenceType ? (
        <Row label="放贷资质">{`${agreement.licenceType}${agreement.licenceUntil ? `，至 ${dayText(agreement.licenceUntil)}` : ""}`}</Row>
      ) : null}
    </Card>
  );
}

export function InstitutionOne({ orgId, actingAs }: { orgId: string; actingAs: string | null }) {
  const [signing, setSigning] = useState(false);
  const [done, setDone] = useState(false);
  const load = useLoad(loadInstitutions, [orgId, actingAs]);
  const org = load.data?.organisations.find((one) => one.orgId === orgId);
  const own = (load.data?.agreements ?? []).filter((one) => one.orgId === orgId).reverse();
  const signed = async () => {
    setSigning(false);
    setDone(true);
    await load.refresh();
    toTop();
  };
  return (
    <Page
      title={org?.name ?? "合作机构"}
      lead={org ? kindName(org.kind) : undefined}
      wide
      onRefresh={load.refresh}
      bar={
        org && !signing ? (
          <Button id="add-agreement" onTap={() => setSigning(true)}>
            登记合作协议
          </Button>
        ) : undefined
      }
    >
      {done ? (
        <Banner tone="good" title="协议已登记">
          有效期内可以接收推送。
        </Banner>
      ) : null}
      <Loaded load={load} empty={() => !org} none={<Empty title="没有找到这家机构">请从合作机构列表里选择。</Empty>}>
        {() => (
          <>
            {signing && org ? <SignForm org={org} onSigned={signed} onClose={() => setSigning(false)} /> : null}
            <Section title="合作协议" aside={`${own.length} 份`}>
              {own.length ? (
                own.map((agreement) => <AgreementCard key={agreement.agreementId} agreement={agreement} />)
              ) : (
                <Empty title="还没有合作协议">登记协议后，有效期内才能接收推送。</Empty>
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
