/** 机构违规; `id` is the case: each unit that rated the loan says for itself what it found, and the office answers with a measure. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Card, Row } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { behind } from "./against";
import { Determine } from "./determine";
import { Measure } from "./measure";

const Facts = ({ view }: { view: CaseView }) => (
  <Card>
    <View className="h2">{view.enterprise.name}</View>
    <View className="small muted num">{`编号 ${view.no}`}</View>
    {behind(view).map((org) => (
      <Row key={org.id} label={org.id === view.loan?.lender.id ? "放贷机构" : "合作机构"}>
        {org.name}
      </Row>
    ))}
    {view.file?.claim?.paid ? <Row label={`已${payTerm()}`} num>{`${yuanText(view.file.claim.paid.amount)} 元`}</Row> : null}
  </Card>
);

export default function Breach() {
  const now = useGuard();
  const role = acting(now);
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const rules = schemeOf(role.schemeId).sanctions.breach;
  const body = (view: CaseView) => {
    if (!rules || !view.loan) return <Empty title="这件案件没有可认定的机构">放款以后才有机构违规的认定和处理。</Empty>;
    const determines = view.actions.includes("determineBreach");
    const measures = rules.by.includes(role.orgKind);
    return (
      <>
        <Facts view={view} />
        <Banner title="先认定，后处理">
          <View>
            <Cited article={rules.determined.article}>要由当时评级的单位过半数认定，</Cited>
          </View>
          <View>
            <Cited article={rules.cites.article}>才能采取措施。</Cited>
          </View>
        </Banner>
        {determines ? <Determine view={view} types={rules.types} onDone={load.refresh} /> : null}
        {measures ? <Measure view={view} rules={rules} /> : null}
        {determines || measures ? null : <Banner>本单位没有参加这笔贷款的评级，不能认定。</Banner>}
      </>
    );
  };
  return (
    <Page title="机构违规" onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有选案件">请从案件或追偿台账进入。</Empty>}
    </Page>
  );
}
