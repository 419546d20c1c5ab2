/** Before the books are opened: what has to be done, by whom, and whether it is under way. */

import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { call } from "../../api";
import { VOUCHER_WORDS } from "../../fund-words";
import { go } from "../../go";
import { partyName } from "../../party-name";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Columns } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Empty, Loaded } from "../../ui/states";
import { Steps } from "../../ui/steps";
import { useLoad } from "../../use-load";

const toVouchers = () => go("/fund/vouchers/index");

export function NoBooks({ role, size, doors }: { role: Membership; size: string; doors: ReactNode }) {
  const load = useLoad(() => call("listVouchers", { query: { status: "drawn_up" } }), [role.membershipId]);
  const office = role.orgKind === "office";
  const started = load.data?.vouchers.find((voucher) => voucher.kind === "open" || voucher.kind === "opening");
  return (
    <Columns
      main={
        <>
          <Empty title="还没有建账">
            {`资金规模 ${yuanText(size)} 元。建账以后才能付款、计算在贷承诺和暂停线。`}
            {office ? "从头开始的选“建账”；已经办过业务、中途接入的选“期初导入”。" : `由${partyName("office")}制单、另一人复核后建账。`}
          </Empty>
          <Card>
            <Steps
              steps={[
                { label: "一人制单", state: started ? "done" : "now" },
                { label: "另一人复核", state: started ? "now" : "next" },
                { label: "入账", state: "next" },
              ]}
            />
          </Card>
          <Loaded load={load}>
            {() =>
              started ? (
                <View className="mt">
                  <Banner tone="warn" title={`“${VOUCHER_WORDS[started.kind]}”已由${started.madeBy}制单，等另一人复核`}>
                    <Button id="to-vouchers" kind="plain" inline onTap={toVouchers}>
                      去复核
                    </Button>
                  </Banner>
                </View>
              ) : office ? (
                <View className="mt pair">
                  <Button id="open-books" onTap={() => go("/fund/open/index")}>
                    建账
                  </Button>
                  <Button id="import-books" kind="secondary" onTap={() => go("/fund/opening/index")}>
                    期初导入
                  </Button>
                </View>
              ) : null
            }
          </Loaded>
        </>
      }
      side={doors}
    />
  );
}
