/** 付款指令: all of them by where they stand. */
import { useState } from "react";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { type OrderStatus, Orders, useOrders } from "../../money/orders";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";

const TABS: Record<OrderStatus, string> = {
  DRAWN_UP: "待复核",
  APPLIED: "待财政同意",
  FIN_APPROVED: "待拨付",
  INSTRUCTED: "待付款",
  TRANSFERRED: "额度已到账",
  PAID: "已付款",
  CANCELLED: "已撤回",
};

export default function Instructions() {
  const now = useGuard();
  const [status, setStatus] = useState<OrderStatus | "all">("all");
  const pages = useOrders(Boolean(now), status === "all" ? "" : status, [now?.actingAs]);
  if (!now) return null;
  const counts = pages.load.data?.extra ?? {};
  const tab = (value: OrderStatus) => ({ value, label: TABS[value], ...(counts[value] ? { count: counts[value] } : {}) });
  return (
    <Page title="付款指令" lead="一人制单，一人复核；开户银行只执行，不能制单。" wide onRefresh={pages.load.refresh}>
      <TabsBar<OrderStatus | "all">
        label="进度"
        value={status}
        options={[{ value: "all", label: "全部" }, ...(Object.keys(TABS) as OrderStatus[]).map(tab)]}
        onChange={setStatus}
      />
      <Loaded
        load={pages.load}
        empty={(data) => data.rows.length === 0}
        none={
          <Empty title="没有这样的付款指令" action="查看待支付" onAction={() => go("/fund/payables/index")}>
            在“待支付”里为已同意的款项制作付款指令。
          </Empty>
        }
      >
        {() => <Orders id="instructions" pages={pages} onTap={(order) => go("/fund/instruction/index", { no: order.no })} />}
      </Loaded>
    </Page>
  );
}
