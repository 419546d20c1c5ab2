/** Vouchers that wait for the viewer as the second person; nothing where there are none. */
import { call } from "../../api";
import { go } from "../../go";
import { Card, ListRow, Section } from "../../ui/card";
import type { Load } from "../../use-load";
import { VOUCHER_WORDS } from "../../words/fund";
import { momentText } from "../../words/time";

type Vouchers = Awaited<ReturnType<typeof vouchersToCheck>>;

export async function vouchersToCheck() {
  const { vouchers } = await call("listVouchers", { query: { status: "drawn_up" } });
  return vouchers.filter((voucher) => voucher.actions.includes("checkVoucher"));
}

export const VouchersToCheck = ({ load }: { load: Load<Vouchers> }) =>
  load.data?.length ? (
    <Section title="等我复核的凭证" aside={`${load.data.length} 张`}>
      <Card flush id="to-check">
        {load.data.map((voucher) => (
          <ListRow
            key={voucher.id}
            id={`voucher-${voucher.id}`}
            title={VOUCHER_WORDS[voucher.kind]}
            status="等复核"
            tone="todo"
            meta={[`${voucher.madeBy}制单`, momentText(voucher.recordedAt), voucher.caseNo]}
            onTap={() => go("/fund/vouchers/index")}
          />
        ))}
      </Card>
    </Section>
  ) : null;
