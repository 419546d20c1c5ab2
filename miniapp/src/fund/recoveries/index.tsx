/** 追偿台账: what was paid, what came back, what is on its way, still out or written off; by quarter as a picture; published each quarter. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, addressOf, call } from "../../api";
import { useGuard } from "../../guard";
import { SaveXlsx } from "../../money/xlsx";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Card, Columns, Row, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { ColumnsChart } from "../../ui/columns";
import { More, TabsBar } from "../../ui/lists";
import { percentText, wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { momentText, quarterText, shortQuarterText } from "../../words/time";
import { Publish } from "./publish";
import { RecoveryTable } from "./table";

type Reply = Answer<"listRecoveries">;
type Extra = Pick<Reply, "totals" | "published" | "quarters" | "rate">;

const figure = (label: string, amount: string) => {
  const [value = "", unit = ""] = wanText(amount).split(" ");
  return { label, value, unit };
};

const Totals = ({ totals, rate }: Extra) => (
  <View id="totals">
    <Counts
      items={[
        figure(`已${payTerm()}`, totals.paid),
        figure("机构收回", totals.recovered),
        figure("已返还", totals.returned),
        figure("待返还", totals.pending),
        figure("还没有收回", totals.out),
        figure("已核销", totals.writtenOff),
        { label: "资金回收率", value: rate === null ? `暂无${payTerm()}` : percentText(rate) },
      ]}
    />
  </View>
);

const Quarters = ({ quarters }: Extra) =>
  quarters.length ? (
    <Section title={`逐季${payTerm()}、返还和核销`}>
      <Card id="quarters">
        <ColumnsChart
          label={`各季度${payTerm()}、返还和核销`}
          names={quarters.map((each) => shortQuarterText(each.quarter))}
          longNames={quarters.map((each) => quarterText(each.quarter))}
          series={[
            { says: payTerm(), look: "", amounts: quarters.map((each) => each.paid) },
            { says: "返还", look: "out hatch", amounts: quarters.map((each) => each.returned) },
            { says: "核销", look: "off dots", amounts: quarters.map((each) => each.writtenOff) },
          ]}
        />
      </Card>
    </Section>
  ) : null;

const Published = ({ published }: Extra) => (
  <Section title="已通报的季度">
    <Card id="published">
      {published.length ? (
        published.map((each) => (
          <Row key={each.quarter} label={quarterText(each.quarter)} num>
            <View>{`${each.rows} 件，累计返还 ${wanText(each.returned)}`}</View>
            <View className="small muted">{momentText(each.at)}</View>
          </Row>
        ))
      ) : (
        <View className="muted">还没有通报过。每季度更新并通报一次。</View>
      )}
    </Card>
  </Section>
);

export default function Recoveries() {
  const now = useGuard();
  const role = acting(now);
  const [which, setWhich] = useState<"open" | "all">("open");
  const { load, more, busy } = usePages<Reply["recoveries"][number], Extra>(
    now
      ? async (cursor) => {
          const { recoveries, next, ...extra } = await call("listRecoveries", {
            query: { limit: 30, cursor, ...(which === "open" ? { open: "1" as const } : {}) },
          });
          return { rows: recoveries, next, extra };
        }
      : null,
    [now?.actingAs, which],
  );
  if (!now || !role) return null;
  return (
    <Page title="追偿台账" lead={`${payTerm()}之后的每一笔收回、返还和核销。`} wide onRefresh={load.refresh}>
      {load.data ? <Totals {...load.data.extra} /> : null}
      <Section
        title="台账"
        aside={
          <SaveXlsx id="export-recoveries" url={addressOf("exportRecoveries")} name="追偿台账.xlsx">
            导出台账（xlsx）
          </SaveXlsx>
        }
      >
        <TabsBar<"open" | "all">
          label="范围"
          value={which}
          options={[
            { value: "open", label: "在追偿" },
            { value: "all", label: "全部" },
          ]}
          onChange={setWhich}
        />
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            <Empty title={which === "open" ? "没有在追偿的案件" : "还没有追偿案件"}>机构提出{payTerm()}申请后，追偿同时开始，案件会列在这里。</Empty>
          }
        >
          {(data) => (
            <>
              <RecoveryTable rows={data.rows} desk={role.orgKind === "office" || role.orgKind === "finance"} />
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </Section>
      {load.data ? (
        <Columns
          main={<Quarters {...load.data.extra} />}
          side={
            <>
              {role.orgKind === "office" ? <Publish published={load.data.extra.published} onDone={load.refresh} /> : null}
              <Published {...load.data.extra} />
            </>
          }
        />
      ) : null}
    </Page>
  );
}
