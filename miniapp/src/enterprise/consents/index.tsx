/** 数据授权: a firm lets an institution look at its data for a while, takes that back, and sees who looked. Supervisors and institutions read the same page. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { dayText, momentText } from "../../words/time";

type Consents = Answer<"listConsents">;

function One({ consent, own, onMoved }: { consent: Consents["consents"][number]; own: boolean; onMoved: () => unknown }) {
  const [asking, setAsking] = useState(false);
  return (
    <Card id={`consent-${consent.id}`}>
      <View className="lrow-top">
        <View className="strong">{own ? consent.institution : `${consent.enterprise}授权${consent.institution}`}</View>
        <Tag tone={consent.active ? "done" : "plain"}>{consent.withdrawnOn ? "已收回" : consent.active ? "有效" : "不在期内"}</Tag>
      </View>
      <Row label="期限">{`${dayText(consent.from)}至${dayText(consent.until)}`}</Row>
      {own && !consent.withdrawnOn ? (
        <Button id={`withdraw-${consent.id}`} kind="secondary" inline onTap={() => setAsking(true)}>
          收回授权
        </Button>
      ) : null}
      {asking ? (
        <SheetForm
          id={`consent.${consent.id}`}
          title={`收回对${consent.institution}的授权`}
          action="收回授权"
          done="已收回"
          danger
          fields={[]}
          onSend={() => call("withdrawConsent", { params: { consentId: consent.id }, body: {} })}
          onClose={() => setAsking(false)}
          onDone={onMoved}
        >
          <View>收回后马上不能再看；以前的查看记录仍保留。</View>
        </SheetForm>
      ) : null}
    </Card>
  );
}

const Looks = ({ looks }: { looks: Consents["looks"] }) => (
  <Section title="查看记录">
    {looks.length ? (
      looks.map((look) => (
        <Row key={`${look.institution}${look.at}`} label={momentText(look.at)}>{`${look.institution}查看${look.enterprise}：${look.purpose}`}</Row>
      ))
    ) : (
      <View className="small muted">还没有机构查看过。</View>
    )}
  </Section>
);

export default function ConsentsPage() {
  const now = useGuard();
  const role = acting(now);
  const [giving, setGiving] = useState(false);
  const load = useLoad(
    () =>
      now
        ? Promise.all([call("listConsents"), call("listOrganisations", { query: {} })]).then(([all, { organisations }]) => ({
            ...all,
            organisations,
          }))
        : null,
    [now?.actingAs],
  );
  if (!now || !role) return null;
  const shares = schemeOf(role.schemeId).disclosure?.shares;
  const own = role.orgKind === "enterprise";
  return (
    <Page title="数据授权" lead="经企业授权，机构才能查看企业数据，每次都写明用途。" onRefresh={load.refresh}>
      <Loaded load={load}>
        {({ consents, looks, organisations }) => (
          <View id="consents" className="stack">
            <View className="small muted">
              <Cited article={shares?.cites.article} />
            </View>
            {own ? (
              <Button id="give-consent" onTap={() => setGiving(true)}>
                授权一家机构
              </Button>
            ) : null}
            {consents.length ? (
              consents.map((consent) => <One key={consent.id} consent={consent} own={own} onMoved={load.refresh} />)
            ) : (
              <Empty title="没有授权">没有授权时，机构不能查看企业数据。</Empty>
            )}
            <Looks looks={looks} />
            {giving ? (
              <SheetForm
                id="consent"
                title="授权一家机构"
                action="授权"
                done="已授权"
                fields={[
                  {
                    name: "institutionId",
                    label: "机构",
                    kind: "pick",
                    options: organisations.filter(({ kind }) => shares?.to.includes(kind)).map(({ orgId, name }) => ({ value: orgId, label: name })),
                  },
                  { name: "from", label: "从哪天起", kind: "day" },
                  { name: "until", label: "到哪天为止", kind: "day" },
                ]}
                onSend={({ institutionId = "", from = "", until = "" }) => call("giveConsent", { body: { institutionId, from, until } })}
                onClose={() => setGiving(false)}
                onDone={load.refresh}
              />
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
