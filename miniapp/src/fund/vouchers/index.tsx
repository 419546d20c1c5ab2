/** 记账凭证: what one person drew up and another has to check, and what became of the earlier ones. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { VoucherView } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { More, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { VOUCHER_STATUS_WORDS } from "../../words/fund";
import { reasonsFor } from "../move/asks";
import { VoucherCard } from "./one";

type Status = VoucherView["status"];

const NONE: Record<Status, { title: string; says: string }> = {
  drawn_up: { title: "没有等复核的凭证", says: "一人制单后，凭证会到这里，由另一人复核。" },
  done: { title: "还没有入账的凭证", says: "复核后随即入账，凭证留在这里。" },
  declined: { title: "没有退回的凭证", says: "复核时退回的凭证留在这里，没有入账。" },
};

export default function Vouchers() {
  const now = useGuard();
  const role = acting(now);
  const [status, setStatus] = useState<Status>("drawn_up");
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const { vouchers, next } = await call("listVouchers", { query: { status, cursor } });
          return { rows: vouchers, next, extra: null };
        }
      : null,
    [now?.actingAs, status],
  );
  if (!now || !role) return null;
  const bar =
    reasonsFor(role.schemeId, role.orgKind).length > 0 ? (
      <Button id="draw-movement" onTap={() => go("/fund/move/index")}>
        登记资金收支
      </Button>
    ) : undefined;
  return (
    <Page title="记账凭证" lead="一人制单，另一人复核后入账。" wide bar={bar} onRefresh={load.refresh}>
      <TabsBar<Status>
        label="凭证状态"
        value={status}
        options={(Object.keys(VOUCHER_STATUS_WORDS) as Status[]).map((value) => ({ value, label: VOUCHER_STATUS_WORDS[value].says }))}
        onChange={setStatus}
      />
      <Loaded load={load} empty={(data) => data.rows.length === 0} none={<Empty title={NONE[status].title}>{NONE[status].says}</Empty>}>
        {(data) => (
          <View id="vouchers">
            {data.rows.map((voucher) => (
              <VoucherCard key={voucher.id} voucher={voucher} office={role.orgKind === "office"} onMoved={load.refresh} />
            ))}
            <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
          </View>
        )}
      </Loaded>
      {role.orgKind === "office" ? (
        <View className="small muted">冲正在“总账”里对着那一笔申请；收回{payTerm()}在“追偿台账”的案件里制单；建账和期初导入在“资金池”里办。</View>
      ) : null}
    </Page>
  );
}
