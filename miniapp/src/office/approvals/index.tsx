/** The cases that wait to be let in, those that came through, and how many places of the year are held. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { approver } from "../../doer";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { approvalTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { More, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { usePages } from "../../use-pages";
import { TIER_WORDS } from "../../words/status";
import { CaseTable } from "../case-table";

type Quota = NonNullable<CaseView["quota"]>;
const TABS = [
  { value: "approve", label: "等同意" },
  { value: "push", label: "已同意，待推送" },
] as const;
type Tab = (typeof TABS)[number]["value"];

const Places = ({ quota }: { quota: Quota }) => (
  <Section title={`${quota.year} 年企业名额`}>
    <Card id="quota">
      <Row label="最多" num>{`${quota.max} 家`}</Row>
      <Row label="已占用" num>{`${quota.used} 家`}</Row>
      <Row label="还可以同意" num>{`${Math.max(0, quota.max - quota.used)} 家`}</Row>
      <View className="small muted">
        <Cited article={quota.article}>{`${approver()}同意时占用，放款时用掉，最终失败时释放。`}</Cited>
      </View>
    </Card>
    {quota.used >= quota.max ? (
      <Banner tone="warn" title="今年的名额已经用完">
        等名额释放，或下一年度再{approvalTerm()}。
      </Banner>
    ) : null}
  </Section>
);

/** The worker tells the quota with a case that waits for approval. */
function YearPlaces({ caseId }: { caseId: string }) {
  const load = useLoad(() => call("getCase", { params: { caseId } }), [caseId]);
  return load.data?.quota ? <Places quota={load.data.quota} /> : null;
}

export default function Approvals() {
  const now = useGuard();
  const [tab, setTab] = useState<Tab>("approve");
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const { cases, next } = await call("listCases", { query: { status: tab, limit: 30, cursor } });
          return { rows: cases, next, extra: null };
        }
      : null,
    [now?.actingAs, tab],
  );
  if (!now) return null;
  const role = acting(now);
  const asked = role ? stepOf(schemeOf(role.schemeId).admission, "approve")?.when?.choices : undefined;
  // where only some choices of a panel have to be approved, the others never passed here
  const shown = (load.data?.rows ?? []).filter((row) => tab === "approve" || !asked || asked.includes(row.tier ?? ""));
  const first = tab === "approve" ? shown[0] : undefined;
  return (
    <Page
      title={`${approvalTerm()}进度`}
      lead={`${asked ? `${asked.map((choice) => TIER_WORDS[choice] ?? choice).join("、")}的案件` : "案件"}要经${approver()}同意，才能到下一步。`}
      wide
      onRefresh={load.refresh}
    >
      {first ? <YearPlaces caseId={first.id} /> : null}
      <TabsBar label={`${approvalTerm()}进度`} value={tab} options={TABS} onChange={setTab} />
      <Loaded
        load={load}
        empty={() => shown.length === 0}
        none={
          <Empty title={tab === "approve" ? `没有等${approver()}同意的案件` : "没有已同意待推送的案件"}>
            {tab === "approve" ? "案件到了这一步，会自动列在这里。" : "同意以后，案件在这里等推送。"}
          </Empty>
        }
      >
        {(data) => (
          <>
            <CaseTable id="approvals" rows={shown} />
            <More shown={shown.length} more={Boolean(data.next)} busy={busy} onMore={more} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
