/** The government on a funded case; `id` is the case: consent to its compensation or send it back; admit a loan from before the agreement. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { FileBody } from "../../case/file/body";
import { FileHead } from "../../case/file/head";
import { PlanDoor } from "../../case/file/plan";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { consenter, instructor } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { AdmitTransition } from "./admit";
import { ConsentClaim } from "./decide";

export type Consented = Answer<"consentClaim">;

/** After consenting, and whenever somebody comes back. */
function Said({ view, queued }: { view: CaseView; queued: boolean }) {
  const consent = view.file?.claim?.consent;
  if (!consent) return null;
  return (
    <Receipt
      id="consented"
      title={`${consenter(view.scheme.id)}已同意${payTerm()}`}
      next={
        queued
          ? "风险补偿工作暂停中，这笔款按先后排队，重启后支付。"
          : `由${instructor(view.scheme.id)}制作付款指令，付款当日再算一次，不会超过同意的数额。`
      }
      rows={[
        ["文号", consent.documentNo],
        ["日期", dayText(consent.on)],
        ["同意的数额（最多）", `${yuanText(consent.amount)} 元`],
      ]}
    />
  );
}

export default function Consent() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  const [told, setTold] = useState<Consented | null>(null);
  const [returned, setReturned] = useState(false);
  if (!now) return null;
  const consented = async (answer: Consented) => {
    setTold(answer);
    await load.refresh();
    showPart("consented");
  };
  const sentBack = async () => {
    setReturned(true);
    await load.refresh();
  };
  const body = (view: CaseView) => {
    const { file, actions } = view;
    if (!file) return <Empty title="这件案件还没有放款">放款以后的{payTerm()}在这里审定。</Empty>;
    const { claim } = file;
    return (
      <Columns
        main={
          <>
            {actions.includes("agreeAllocation") && claim ? (
              <Banner title={`${claim.stepSays}：随年度分配方案一并审定`}>
                <PlanDoor caseId={view.id} />
              </Banner>
            ) : null}
            {returned ? <Banner tone="good" title="已退回" /> : null}
            <Said view={view} queued={told?.queued ?? Boolean(claim?.queued)} />
            <FileHead view={view} file={file} />
            <FileBody view={view} />
          </>
        }
        side={
          <>
            {claim?.opinion ? (
              <Button id="to-opinion" kind="secondary" onTap={() => go("/fund/opinion/index", { id: view.id })}>
                查看审核意见书
              </Button>
            ) : null}
            {claim && actions.includes("consentClaim") ? (
              <View id="decide-part">
                <ConsentClaim view={view} claim={claim} onConsented={consented} onReturned={sentBack} />
              </View>
            ) : null}
            {actions.includes("admitTransition") ? <AdmitTransition view={view} onDone={load.refresh} /> : null}
            <Section title="材料" aside={`${view.statements.length} 份`}>
              <CasePapers papers={view.statements} />
            </Section>
            <Section title="经过">
              <CaseHistory events={view.timeline} />
            </Section>
          </>
        }
      />
    );
  };
  const bar = load.data?.actions.includes("consentClaim") ? (
    <Button id="to-decide" onTap={() => showPart("decide-part")}>
      填写审定意见
    </Button>
  ) : undefined;
  return (
    <Page title={`${payTerm()}审定`} wide bar={bar} onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有选案件">请从“待办”或“{payTerm()}申请”进入。</Empty>}
    </Page>
  );
}
