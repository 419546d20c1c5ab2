/** 保费补贴: the firm's policies, what it has asked for, and asking for more; `id` is the case, the firm's own without it. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { SubsidyView } from "../../../../shared/contract/subsidy";
import { type Answer, call } from "../../api";
import { Derivation } from "../../case/file/derivation";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { SUBSIDY_WORDS } from "../../words/payment";
import { dayText } from "../../words/time";
import { ownLoan } from "../own-loan";
import { SubsidyForm } from "./form";

interface Found {
  view: CaseView;
  policies: Answer<"listPolicies">["policies"];
  subsidies: Answer<"listSubsidies">["subsidies"];
}

/** Null where there is no loan. */
async function find(id: string | undefined): Promise<Found | null> {
  const view = await ownLoan(id);
  if (!view) return null;
  const query = { caseId: view.id };
  const [{ policies }, { subsidies }] = await Promise.all([call("listPolicies", { query }), call("listSubsidies", { query })]);
  return { view, policies, subsidies };
}

const Asked = ({ subsidy }: { subsidy: SubsidyView }) => (
  <Card id={`subsidy-${subsidy.id}`}>
    <View className="lrow-top">
      <View className="strong">{`缴费凭证 ${subsidy.receiptNo}`}</View>
      <Tag tone={SUBSIDY_WORDS[subsidy.status].tone}>{SUBSIDY_WORDS[subsidy.status].says}</Tag>
    </View>
    {subsidy.status === "returned" && subsidy.reason ? <Banner tone="warn">{`退回理由：${subsidy.reason}`}</Banner> : null}
    <Row label="提交日期">{dayText(subsidy.filedOn)}</Row>
    <Row label="实缴保费" num>{`${yuanText(subsidy.premium)} 元`}</Row>
    <Row label="补贴" num>{`${yuanText(subsidy.subsidy)} 元`}</Row>
    {/[1-9]/.test(subsidy.refunded) ? (
      <Row label="退保" num>{`已退保费 ${yuanText(subsidy.refunded)} 元，已退回补贴 ${yuanText(subsidy.returned)} 元`}</Row>
    ) : null}
    {subsidy.derivation ? <Derivation lines={subsidy.derivation.derivation} /> : null}
  </Card>
);

function Body({ found, onPaper, onDone }: { found: Found; onPaper: () => unknown; onDone: () => unknown }) {
  const { view, policies, subsidies } = found;
  const rules = schemeOf(view.scheme.id).subsidy;
  if (!rules || view.loan?.mode !== rules.mode)
    return (
      <Empty title="这笔贷款没有保费补贴">
        <Cited article={rules?.cites.article}>只有保险公司承保的贷款才有保费补贴。</Cited>
      </Empty>
    );
  return (
    <>
      {subsidies.length ? (
        <Section title="已申请的" aside={`${subsidies.length} 笔`}>
          {subsidies.map((subsidy) => (
            <Asked key={subsidy.id} subsidy={subsidy} />
          ))}
        </Section>
      ) : null}
      {policies.length ? (
        view.actions.includes("fileSubsidy") ? (
          <Section title={subsidies.length ? "再申请一笔" : "申请补贴"} aside={<Cited article={rules.cites.article} />}>
            <SubsidyForm view={view} policies={policies} subsidies={subsidies} onPaper={onPaper} onDone={onDone} />
          </Section>
        ) : null
      ) : (
        <Empty title="保险公司还没有登记保单">请联系承保的保险公司登记保单，登记后就可以申请补贴。</Empty>
      )}
    </>
  );
}

export default function SubsidyPage() {
  const now = useGuard();
  const id = useRouter().params.id;
  const [done, setDone] = useState(false);
  const load = useLoad(() => (now ? find(id) : null), [id, now?.actingAs]);
  if (!now) return null;
  const finish = async () => {
    await load.refresh();
    setDone(true);
    showPart("subsidy-done");
  };
  return (
    <Page title="保费补贴" onRefresh={load.refresh}>
      {done ? (
        <View id="subsidy-done">
          <Banner tone="good" title="补贴申请已提交">
            由{partyName("office")}核对，结果会在“消息”里通知。
          </Banner>
        </View>
      ) : null}
      <Loaded
        load={load}
        empty={(found) => found === null}
        none={<Empty title="还没有贷款">保险公司承保的贷款放款以后，可以在这里申请保费补贴。</Empty>}
      >
        {(found) => (found ? <Body found={found} onPaper={load.refresh} onDone={finish} /> : null)}
      </Loaded>
    </Page>
  );
}
