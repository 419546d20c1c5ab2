/** One approved amount; `id` is its case, `payable` itself: today's sum with its derivation, which money pays it, and drawing up its instruction. */

import { View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useEffect, useState } from "react";
import type { PayableView } from "../../../../shared/contract/payment";
import { call } from "../../api";
import { Derivation } from "../../case/file/derivation";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { bothAmounts } from "../../money/both-amounts";
import { PauseBanner } from "../../money/pause";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Banner, Refusals } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { Empty, Loaded } from "../../ui/states";
import { toTop } from "../../use-act";
import { useLoad } from "../../use-load";
import { INSTRUCTION_WORDS, PATH_WORDS, PAYS_WORDS } from "../../words/payment";
import { dayText } from "../../words/time";
import { DrawUp } from "./draw-up";
import { type Drawn, planWords } from "./plan";

function Sum({ payable }: { payable: PayableView }) {
  const { today, shares } = payable;
  return (
    <Card id="payable">
      <View className="muted">{`今天应付（${PAYS_WORDS[payable.reason] ?? ""}）`}</View>
      <View className="sum num">{today ? `${yuanText(today.amount)} 元` : "暂不能计算"}</View>
      {today ? <Derivation id="payable-why" lines={today.derivation} /> : null}
      <Row label="企业">{payable.enterprise}</Row>
      <Row label="收款单位">{payable.payee.name}</Row>
      <Row label="同意的数额（最多）" num>{`${yuanText(payable.approved)} 元`}</Row>
      <Row label="同意日期">{dayText(payable.approvedOn)}</Row>
      {payable.documentNo ? <Row label="同意文号">{payable.documentNo}</Row> : null}
      {payable.plan ? (
        <Row label="怎么付">
          <View>{PATH_WORDS[payable.plan.path]}</View>
          <View className="small muted num">{planWords(payable.plan)}</View>
        </Row>
      ) : null}
      {shares?.length ? <Row label="双方约定的分配">{shares.map((share) => `${share}%`).join(" / ")}</Row> : null}
      {payable.queued ? <Row label="暂停期间排队">{`第 ${payable.queued} 位`}</Row> : null}
    </Card>
  );
}

const Made = ({ drawn }: { drawn: Drawn }) => (
  <>
    <Receipt
      id="drawn-up"
      title="付款指令已制成，等第二人复核"
      next="复核后资金才预留。制单人不能复核自己的指令。"
      rows={[
        ["指令编号", drawn.no],
        ["金额", bothAmounts(drawn.amount)],
        ["怎么付", planWords(drawn)],
        ["独立复算", "另一套算法重新算了一遍金额和拆分，一分不差"],
      ]}
    />
    <Button id="to-instruction" onTap={() => void Taro.redirectTo({ url: `/fund/instruction/index?no=${encodeURIComponent(drawn.no)}` })}>
      打开付款指令
    </Button>
  </>
);

function One({ payable, paused, draws, onMade }: { payable: PayableView; paused: boolean; draws: boolean; onMade: (drawn: Drawn) => void }) {
  const { instruction } = payable;
  return (
    <>
      {payable.obstacles.length ? (
        <Banner tone="warn" title="现在还不能付">
          <Refusals refusals={payable.obstacles} />
        </Banner>
      ) : null}
      {instruction ? (
        <Banner title={INSTRUCTION_WORDS[instruction.status].says}>
          <Button id="to-instruction" kind="plain" inline onTap={() => go("/fund/instruction/index", { no: instruction.no })}>
            {`打开付款指令 ${instruction.no}`}
          </Button>
        </Banner>
      ) : null}
      <Sum payable={payable} />
      {draws && !instruction && payable.today ? <DrawUp payable={payable} paused={paused} onMade={onMade} /> : null}
      <Button id="payable-case" kind="secondary" onTap={() => openCase(payable.caseId)}>
        查看案件
      </Button>
    </>
  );
}

/** The list is read on until the one that is asked for, or (without `payableId`) the case's first. */
async function payableOf(caseId: string, payableId: string | undefined): Promise<{ payable: PayableView | undefined; paused: boolean }> {
  let cursor: string | undefined;
  for (;;) {
    const { payables, next, paused } = await call("listPayables", { query: { limit: 50, cursor } });
    const payable = payables.find((each) => (payableId ? each.id === payableId : each.caseId === caseId));
    if (payable || !next) return { payable, paused };
    cursor = next;
  }
}

export default function Payable() {
  const now = useGuard();
  const role = acting(now);
  const { id: caseId = "", payable: payableId } = useRouter().params;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const load = useLoad(() => (now && caseId ? payableOf(caseId, payableId) : null), [caseId, payableId, now?.actingAs]);
  const found = load.data?.payable;
  // From what waits for somebody, the instruction itself is the place to be.
  const straight = !payableId && !drawn ? found?.instruction?.no : undefined;
  useEffect(() => {
    if (straight) void Taro.redirectTo({ url: `/fund/instruction/index?no=${encodeURIComponent(straight)}` });
  }, [straight]);
  if (!now || !role) return null;
  const made = (told: Drawn) => {
    setDrawn(told);
    toTop();
  };
  return (
    <Page title={drawn ? "付款指令" : "制作付款指令"} onRefresh={load.refresh}>
      {drawn ? (
        <Made drawn={drawn} />
      ) : (
        <Loaded load={load} empty={() => !found} none={<Empty title="没有待支付的款项">这件案件没有待支付的款项，可能已经付清。</Empty>}>
          {({ paused }) =>
            found ? (
              <>
                {paused ? <PauseBanner schemeId={role.schemeId} /> : null}
                <One payable={found} paused={paused} draws={schemeOf(role.schemeId).fund.payment.instructedBy.includes(role.orgKind)} onMade={made} />
              </>
            ) : null
          }
        </Loaded>
      )}
    </Page>
  );
}
