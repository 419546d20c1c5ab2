/** Before the books are opened: what has to be done, by whom, and whether it is under way. */

import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { BRINGS, movable } from "../../../../shared/fund/movement";
import type { OrgKind } from "../../../../shared/process/party";
import { call } from "../../api";
import { go } from "../../go";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Columns } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Empty, Loaded } from "../../ui/states";
import { Steps } from "../../ui/steps";
import { useLoad } from "../../use-load";
import { VOUCHER_WORDS } from "../../words/fund";

const toVouchers = () => go("/fund/vouchers/index");

/** How the document's fund begins: with the parts that it names, or where there are none with the first money that comes. */
function begins({ schemeId }: Membership) {
  const { chart, tranches } = schemeOf(schemeId).fund;
  const comesIn = movable(chart).filter(({ id }) => BRINGS.includes(id));
  return {
    byMoney: tranches.length === 0,
    says: comesIn.map(({ says }) => says),
    by: [...new Set(comesIn.flatMap(({ by }) => by))],
  };
}

const Begin = ({ office, begun, kind }: { office: boolean; begun: ReturnType<typeof begins>; kind: OrgKind }) => (
  <View className="mt pair">
    {begun.byMoney ? (
      begun.by.includes(kind) ? (
        <Button id="first-money" onTap={() => go("/fund/move/index")}>
          登记第一笔资金
        </Button>
      ) : null
    ) : office ? (
      <Button id="open-books" onTap={() => go("/fund/open/index")}>
        建账
      </Button>
    ) : null}
    {office ? (
      <Button id="import-books" kind="secondary" onTap={() => go("/fund/opening/index")}>
        期初导入
      </Button>
    ) : null}
  </View>
);

export function NoBooks({ role, size, doors }: { role: Membership; size: string | null; doors: ReactNode }) {
  const load = useLoad(() => call("listVouchers", { query: { status: "drawn_up" } }), [role.membershipId]);
  const office = role.orgKind === "office";
  const begun = begins(role);
  const started = load.data?.vouchers.find(({ kind }) => kind === "open" || kind === "opening" || (begun.byMoney && kind === "movement"));
  return (
    <Columns
      main={
        <>
          <Empty title="还没有建账">
            {`${size ? `资金规模 ${yuanText(size)} 元。` : ""}建账以后才能付款和计算在贷承诺。`}
            {begun.byMoney
              ? `第一笔“${begun.says.join("”或“")}”入账，就建账了。由${begun.by.map((kind) => partyName(kind)).join("、")}制单，另一人复核。`
              : ""}
            {begun.byMoney
              ? office
                ? "已经办过业务、中途接入的选“期初导入”。"
                : ""
              : office
                ? "从头开始的选“建账”；已经办过业务、中途接入的选“期初导入”。"
                : `由${partyName("office")}制单、另一人复核后建账。`}
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
              ) : (
                <Begin office={office} begun={begun} kind={role.orgKind} />
              )
            }
          </Loaded>
        </>
      }
      side={doors}
    />
  );
}
