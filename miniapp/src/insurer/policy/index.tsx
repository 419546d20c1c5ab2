/** 保单: policies, premium refunds and notes of one insured loan; `id` is the case. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { FollowUpForm } from "../../case/file/follow-up-form";
import { FollowUps } from "../../case/file/follow-ups";
import { FileHead } from "../../case/file/head";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { Button } from "../../ui/button";
import { Card, Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { PolicyForm } from "./policy-form";
import { SubsidyCard } from "./refund";

interface Found {
  view: CaseView;
  policies: Answer<"listPolicies">["policies"];
  subsidies: Answer<"listSubsidies">["subsidies"];
}

async function find(caseId: string): Promise<Found> {
  const [view, { policies }, { subsidies }] = await Promise.all([
    call("getCase", { params: { caseId } }),
    call("listPolicies", { query: { caseId } }),
    call("listSubsidies", { query: { caseId } }),
  ]);
  return { view, policies, subsidies };
}

const Policies = ({ policies }: Pick<Found, "policies">) =>
  policies.length ? (
    <Section title="已登记的保单" aside={`${policies.length} 张`}>
      <Card id="policies">
        {policies.map((policy) => (
          <View className="mline" key={policy.policyNo}>
            <View className="mline-main">
              <View className="strong">{policy.policyNo}</View>
              <View>{policy.product}</View>
              <View className="small muted">{`${policy.insured}，${dayText(policy.from)}至${dayText(policy.until)}`}</View>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  ) : null;

function Work({ found, onDone }: { found: Found; onDone: (what: string) => unknown }) {
  const { view, policies, subsidies } = found;
  const may = (route: string) => view.actions.includes(route);
  return (
    <Columns
      main={
        <>
          <Policies policies={policies} />
          {may("registerPolicy") ? (
            <Section title="登记保单">
              {policies.length ? (
                <Card>
                  <Fold id="another-policy" label="再登记一张保单">
                    <PolicyForm view={view} onPaper={() => onDone("")} onDone={onDone} />
                  </Fold>
                </Card>
              ) : (
                <PolicyForm view={view} onPaper={() => onDone("")} onDone={onDone} />
              )}
            </Section>
          ) : null}
        </>
      }
      side={
        <>
          <Section title="保费补贴" aside={subsidies.length ? `${subsidies.length} 笔` : undefined}>
            {subsidies.length ? (
              subsidies.map((subsidy) => <SubsidyCard key={subsidy.id} schemeId={view.scheme.id} subsidy={subsidy} onDone={onDone} />)
            ) : (
              <Card>企业还没有申请补贴。退保退费在对应的缴费凭证下登记。</Card>
            )}
          </Section>
          {may("recordFollowUp") ? (
            <Section title="走访和异常">
              <Card>
                <Fold id="note" label="登记一次走访">
                  <FollowUpForm view={view} onDone={() => onDone("走访已登记")} />
                </Fold>
              </Card>
            </Section>
          ) : null}
          <FollowUps notes={view.file?.life.followUps ?? []} />
        </>
      }
    />
  );
}

export default function PolicyPage() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const [done, setDone] = useState("");
  const load = useLoad(() => (now && caseId ? find(caseId) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  /** Without words the case is only fetched again, as after an upload. */
  const finish = async (what: string) => {
    await load.refresh();
    if (!what) return;
    setDone(what);
    showPart("policy-done");
  };
  return (
    <Page title="保单和退费" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={({ view }) => !view.file} none={<Empty title="没有找到这笔贷款">请从“承保贷款”进入。</Empty>}>
        {(found) =>
          found.view.file ? (
            <>
              {done ? (
                <View id="policy-done">
                  <Banner tone="good" title={done} />
                </View>
              ) : null}
              <FileHead view={found.view} file={found.view.file} />
              <Work found={found} onDone={finish} />
              <Button id="to-case" kind="plain" onTap={() => openCase(found.view.id)}>
                看案件全部经过
              </Button>
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}
