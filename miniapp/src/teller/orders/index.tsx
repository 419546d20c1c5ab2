/** The account bank's instructions: to pay, and paid. */

import { useState } from "react";
import { instructor } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { type OrderStatus, Orders, useOrders } from "../../money/orders";
import { acting } from "../../session";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";

type Tab = Extract<OrderStatus, "INSTRUCTED" | "TRANSFERRED" | "PAID"> | "all";

const TABS: Record<Tab, string> = { all: "全部", INSTRUCTED: "待付款", TRANSFERRED: "额度到账，待付款", PAID: "已付款" };

export default function TellerOrders() {
  const now = useGuard();
  const [tab, setTab] = useState<Tab>("all");
  const pages = useOrders(Boolean(now), tab === "all" ? "" : tab, [now?.actingAs]);
  if (!now) return null;
  const counts = pages.load.data?.extra ?? {};
  return (
    <Page title="付款指令" lead={acting(now)?.orgName} wide onRefresh={pages.load.refresh}>
      <TabsBar<Tab>
        label="进度"
        value={tab}
        options={(Object.keys(TABS) as Tab[]).map((value) => ({ value, label: TABS[value], ...(counts[value] ? { count: counts[value] } : {}) }))}
        onChange={setTab}
      />
      <Loaded
        load={pages.load}
        empty={(data) => data.rows.length === 0}
        none={<Empty title="没有付款指令">{instructor()}制单并复核后，指令会到这里；本行只执行和确认。</Empty>}
      >
        {() => <Orders id="orders" pages={pages} onTap={(order) => go("/teller/order/index", { no: order.no })} />}
      </Loaded>
    </Page>
  );
}
