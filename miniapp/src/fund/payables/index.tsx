/** 待支付: what was approved and is not paid yet, with today's amount, which money pays it, and its place while the fund is paused. */

import { View } from "@tarojs/components";
import type { PayableView } from "../../../../shared/contract/payment";
import { type Answer, call } from "../../api";
import { consenter } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { heldIn } from "../../money/money-place";
import { PauseBanner } from "../../money/pause";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { type Column, Grid } from "../../ui/grid";
import { More } from "../../ui/lists";
import { wanText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { usePages } from "../../use-pages";
import { INSTRUCTION_WORDS, PATH_WORDS, PAYS_WORDS } from "../../words/payment";
import { dayText } from "../../words/time";

type Reply = Answer<"listPayables">;

function Standing({ payable }: { payable: PayableView }) {
  const { instruction, queued, obstacles } = payable;
  if (instruction) return <Tag tone={INSTRUCTION_WORDS[instruction.status].tone}>{INSTRUCTION_WORDS[instruction.status].says}</Tag>;
  if (queued) return <Tag tone="warn">{`排队第 ${queued} 位`}</Tag>;
  if (obstacles.length) return <Tag tone="bad">现在不能付</Tag>;
  return <Tag tone="todo">可以制单</Tag>;
}

const COLUMNS: readonly Column<PayableView>[] = [
  {
    says: "企业和编号",
    part: 2.2,
    cell: (row) => (
      <>
        <View className="strong">{row.enterprise}</View>
        <View className="small muted num">{`${row.caseNo} · ${PAYS_WORDS[row.reason] ?? row.reason}`}</View>
      </>
    ),
  },
  { says: "收款单位", part: 1.6, cell: (row) => row.payee.name },
  {
    says: "今天应付（元）",
    part: 1.4,
    num: true,
    cell: (row) => <View className="strong">{row.today ? yuanText(row.today.amount) : "暂不能计算"}</View>,
  },
  { says: "最多（元）", part: 1.3, num: true, cell: (row) => yuanText(row.approved) },
  { says: "同意日期", part: 1.2, cell: (row) => dayText(row.approvedOn) },
  { says: "怎么付", part: 1.3, cell: (row) => (row.plan ? PATH_WORDS[row.plan.path] : "") },
  { says: "现在", part: 1.8, cell: (row) => <Standing payable={row} /> },
];

const figure = (label: string, amount: string) => {
  const [value = "", unit = ""] = wanText(amount).split(" ");
  return { label, value, unit };
};

export default function Payables() {
  const now = useGuard();
  const role = acting(now);
  const { load, more, busy } = usePages<PayableView, Omit<Reply, "payables" | "next">>(
    now
      ? async (cursor) => {
          const { payables, next, ...extra } = await call("listPayables", { query: { limit: 30, cursor } });
          return { rows: payables, next, extra };
        }
      : null,
    [now?.actingAs],
  );
  if (!now || !role) return null;
  return (
    <Page title="待支付" lead="已同意支付、还没有付清的。金额按今天重新计算，不会超过同意的数额。" wide onRefresh={load.refresh}>
      <Loaded load={load}>
        {({ rows: payables, next, extra: { paused, cash, quota } }) => (
          <>
            {paused ? <PauseBanner schemeId={role.schemeId} /> : null}
            <Counts
              items={[
                { label: "待支付", value: `${payables.length}${next ? "+" : ""}`, unit: "笔" },
                figure(`${heldIn(role.schemeId)}（没有被占用）`, cash),
                figure("未拨额度（没有被占用）", quota),
              ]}
            />
            <Section
              title="款项"
              aside={
                <Button id="to-instructions" kind="secondary" inline onTap={() => go("/fund/instructions/index")}>
                  查看付款指令
                </Button>
              }
            >
              {payables.length ? (
                <>
                  <Grid
                    id="payables"
                    columns={COLUMNS}
                    rows={payables}
                    keyOf={(row) => row.id}
                    labelOf={(row) =>
                      `${row.enterprise}，${PAYS_WORDS[row.reason] ?? ""}，今天应付 ${row.today ? yuanText(row.today.amount) : "暂不能计算"} 元`
                    }
                    onTap={(row) => go("/fund/payable/index", { id: row.caseId, payable: row.id })}
                  />
                  <More shown={payables.length} more={Boolean(next)} busy={busy} onMore={more} />
                </>
              ) : (
                <Empty title="没有待支付的款项">{`${consenter(role.schemeId)}同意${payTerm()}后，会列在这里。`}</Empty>
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
