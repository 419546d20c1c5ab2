/** What waits for the account bank: the instructions that it has to carry out, the oldest first. */

import { call } from "../../api";
import { instructor } from "../../doer";
import { go } from "../../go";
import { OrderTable } from "../../money/orders";
import { Section } from "../../ui/card";
import { Empty, Loaded } from "../../ui/states";
import type { Load } from "../../use-load";

export type ToPay = Awaited<ReturnType<typeof ordersToPay>>;

/** Those paid from the account alone, and those whose quota has arrived. */
export async function ordersToPay() {
  const found = await Promise.all(
    (["INSTRUCTED", "TRANSFERRED"] as const).map((status) => call("listInstructions", { query: { status, limit: 50 } })),
  );
  return found.flatMap(({ instructions }) => instructions).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export const OrdersToPay = ({ load }: { load: Load<ToPay> }) => (
  <Loaded
    load={load}
    empty={(orders) => orders.length === 0}
    none={<Empty title="现在没有要付的款">{instructor()}制单并复核后，付款指令会出现在这里，“消息”里也会提醒。</Empty>}
  >
    {(orders) => (
      <Section title="等我付款" aside={`${orders.length} 笔`}>
        <OrderTable id="waiting" rows={orders} onTap={(order) => go("/teller/order/index", { no: order.no })} />
      </Section>
    )}
  </Loaded>
);
