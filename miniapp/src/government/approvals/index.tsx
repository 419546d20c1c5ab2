/** The cases that wait to be let in by whoever acts here, and those that were decided. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { approvalTerm } from "../../term";
import { Card } from "../../ui/card";
import { More, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { usePages } from "../../use-pages";

type Row = Answer<"listCases">["cases"][number];
type Tab = "waiting" | "decided";

const List = ({ rows }: { rows: readonly Row[] }) => (
  <Card flush id="approvals">
    {rows.map((row) => (
      <CaseRow key={row.id} row={row} onTap={() => go("/government/approval/index", { id: row.id })} />
    ))}
  </Card>
);

export default function Approvals() {
  const now = useGuard();
  const [tab, setTab] = useState<Tab>("waiting");
  const waiting = useLoad(() => (now ? call("listCases", { query: { waiting: "1", status: "approve", limit: 100 } }) : null), [now?.actingAs]);
  const all = usePages<Row, null>(
    now
      ? async (cursor) => {
          const page = await call("listCases", { query: { limit: 20, ...(cursor ? { cursor } : {}) } });
          return { rows: page.cases.filter((row) => row.status !== "approve"), next: page.next, extra: null };
        }
      : null,
    [now?.actingAs],
  );
  if (!now) return null;
  return (
    <Page
      title={`待${approvalTerm()}案件`}
      lead={acting(now)?.orgName}
      wide
      onRefresh={async () => {
        await Promise.all([waiting.refresh(), all.load.refresh()]);
      }}
    >
      <View>
        <TabsBar<Tab>
          label="按进度看"
          value={tab}
          options={[
            { value: "waiting", label: `等${approvalTerm()}`, count: waiting.data?.cases.length },
            { value: "decided", label: `已${approvalTerm()}` },
          ]}
          onChange={setTab}
        />
        {tab === "waiting" ? (
          <Loaded
            load={waiting}
            empty={(data) => data.cases.length === 0}
            none={<Empty title={`没有等${approvalTerm()}的案件`}>案件到了这一步会列在这里，“消息”里也会提醒。</Empty>}
          >
            {(data) => <List rows={data.cases} />}
          </Loaded>
        ) : (
          <Loaded
            load={all.load}
            empty={(data) => data.rows.length === 0 && data.next === null}
            none={<Empty title={`还没有${approvalTerm()}过的案件`}>同意或退回以后，案件和后来的进展会留在这里。</Empty>}
          >
            {(data) => (
              <>
                {data.rows.length ? <List rows={data.rows} /> : null}
                <More shown={data.rows.length} more={data.next !== null} busy={all.busy} onMore={all.more} />
              </>
            )}
          </Loaded>
        )}
      </View>
    </Page>
  );
}
