/** Cases by how far their push has got. */

import { useState } from "react";
import { call } from "../../api";
import { go } from "../../go";
import { More, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { CaseTable } from "../case-table";

const TABS = [
  {
    value: "push",
    label: "待推送",
    none: "没有等着推送的案件",
    get says() {
      return "前面的步骤都通过的案件会到这里。";
    },
  },
  { value: "push_open", label: "等机构答复", none: "没有等机构答复的案件", says: "推送后，机构提问、婉拒或报价都会显示在案件里。" },
  { value: "cooling", label: "暂停推送", none: "没有暂停推送的案件", says: "两次融资没有成功的案件，一年内不再推送。" },
  { value: "funded", label: "已放款", none: "还没有放款的案件", says: "机构登记放款后会列在这里。" },
] as const;
type Tab = (typeof TABS)[number]["value"];

export function PushList({ actingAs }: { actingAs: string | null }) {
  const [tab, setTab] = useState<Tab>("push");
  const { load, more, busy } = usePages(
    async (cursor) => {
      const { cases, next, counts } = await call("listCases", { query: { status: tab, limit: 30, cursor } });
      return { rows: cases, next, extra: counts };
    },
    [actingAs, tab],
  );
  const words = TABS.find((each) => each.value === tab);
  const waiting = load.data?.extra.push;
  return (
    <Page title="推送融资" wide onRefresh={load.refresh}>
      <TabsBar
        label="推送进度"
        value={tab}
        options={TABS.map(({ value, label }) => ({ value, label, ...(value === "push" && waiting ? { count: waiting } : {}) }))}
        onChange={setTab}
      />
      <Loaded load={load} empty={(data) => data.rows.length === 0} none={<Empty title={words?.none ?? ""}>{words?.says}</Empty>}>
        {(data) => (
          <>
            <CaseTable id="pushes" rows={data.rows} onTap={(row) => go("/office/pushes/index", { id: row.id })} />
            <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
