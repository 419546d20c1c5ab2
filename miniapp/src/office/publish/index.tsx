/** 公布名单: what will be public and what stays inside, then done; `id` is the case. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { today } from "../../case/due";
import { CaseBanners, CaseHead } from "../../case/head";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

function Work({ view, onDone }: { view: CaseView; onDone: () => unknown }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const step = stepOf(schemeOf(view.scheme.id).admission, "publish");
  const publish = async () => {
    const moved = await act.run(() => call("publishList", { params: { caseId: view.id }, body: {} }));
    setAsking(false);
    if (moved) await onDone();
  };
  if (!view.actions.includes("publishList"))
    return (
      <>
        <Banner tone="good" title="这家企业现在不用公布">
          {view.actions.includes("pushToBanks") ? "已公布，可以推送给机构。" : "案件不在这一环节。"}
        </Banner>
        {view.actions.includes("pushToBanks") ? (
          <Button id="to-push" onTap={() => go("/office/pushes/index", { id: view.id })}>
            去推送
          </Button>
        ) : null}
      </>
    );
  return (
    <Section title={step?.says ?? ""}>
      <ErrorSummary errors={act.errors} />
      <Card id="to-publish">
        <Row label="企业名称">{view.enterprise.name}</Row>
        <Row label="公布日期">{dayText(today())}</Row>
        <View className="small muted">
          <Cited article={step?.cites.article ?? ""}>只公布以上两项，其他情况不公开。</Cited>
        </View>
        <View className="mt">
          <Button id="publish" onTap={() => setAsking(true)}>
            公布
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="公布名单" action="公布" busyText="正在公布…" onConfirm={publish} onClose={() => setAsking(false)}>
        {`公布后，${view.enterprise.name}的名称和公布日期人人可见，不能撤回。`}
      </Confirm>
    </Section>
  );
}

export default function Publish() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="公布名单" wide onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>
          {(view) => (
            <>
              <CaseBanners view={view} />
              <CaseHead view={view} />
              <Work view={view} onDone={load.refresh} />
            </>
          )}
        </Loaded>
      ) : (
        <Empty title="没有选案件">请从待办里选一件。</Empty>
      )}
    </Page>
  );
}
