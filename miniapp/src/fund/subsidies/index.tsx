/** 保费补贴: the firms' requests by where they stand; the office checks them, and confirms what comes back after a refund. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { More, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { SUBSIDY_WORDS } from "../../words/payment";
import { SubsidyCard } from "./one";

type Subsidy = Answer<"listSubsidies">["subsidies"][number];
type Tab = Subsidy["status"] | "all";

const TABS: Record<Tab, string> = { filed: "等核对", approved: "等支付", paid: "已支付", returned: "已退回", all: "全部" };

export default function Subsidies() {
  const now = useGuard();
  const [tab, setTab] = useState<Tab>("filed");
  const { load, more, busy } = usePages<Subsidy, null>(
    now
      ? async (cursor) => {
          const { subsidies, next } = await call("listSubsidies", { query: { cursor, ...(tab === "all" ? {} : { status: tab }) } });
          return { rows: subsidies, next, extra: null };
        }
      : null,
    [now?.actingAs, tab],
  );
  if (!now) return null;
  return (
    <Page title="保费补贴" lead="企业为本机制贷款投保，按实际缴纳的保费补贴；一张凭证只补一次。" wide onRefresh={load.refresh}>
      <View>
        <TabsBar<Tab>
          label="进度"
          value={tab}
          options={(Object.keys(TABS) as Tab[]).map((value) => ({ value, label: TABS[value] }))}
          onChange={setTab}
        />
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={<Empty title={tab === "all" ? "还没有补贴申请" : `没有“${SUBSIDY_WORDS[tab].says}”的申请`}>企业提出补贴申请后会列在这里。</Empty>}
        >
          {(data) => (
            <View id="subsidies">
              {data.rows.map((subsidy) => (
                <SubsidyCard key={subsidy.id} subsidy={subsidy} onMoved={load.refresh} />
              ))}
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </View>
          )}
        </Loaded>
      </View>
    </Page>
  );
}
