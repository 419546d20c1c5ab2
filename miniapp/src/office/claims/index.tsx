/** 代偿申请: the claims of each half-year's batch, by the step at which they wait; whoever opens one comes to what they do with it. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { ClaimRow } from "../../../../shared/contract/claim";
import type { OrgKind } from "../../../../shared/process/party";
import { type Answer, call } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Card, ListRow, Section } from "../../ui/card";
import { type Column, Grid } from "../../ui/grid";
import { More, TabsBar } from "../../ui/lists";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { usePages } from "../../use-pages";
import { dayText, halfText } from "../../words/time";

type Batch = Answer<"listClaims">["batches"][number];

const SCREENS: Partial<Record<OrgKind, string>> = { office: "/office/claim/index", government: "/government/consent/index" };

/** How claims are gathered, where the document gathers them. */
const BATCHED: Readonly<Record<string, string>> = { half_year: "按半年一批集中核查。", year: "按年度汇总办理。" };

const COLUMNS: readonly Column<ClaimRow>[] = [
  {
    says: "企业和编号",
    part: 2.2,
    cell: (row) => (
      <>
        <View className="strong">{row.enterprise}</View>
        <View className="small muted num">{row.caseNo}</View>
      </>
    ),
  },
  { says: "环节", part: 1.6, cell: (row) => <Tag tone={row.paid ? "done" : row.step === "withdrawn" ? "plain" : "todo"}>{row.stepSays}</Tag> },
  { says: "申请机构", part: 1.7, cell: (row) => row.payee },
  { says: "未还本金（元）", part: 1.4, num: true, cell: (row) => yuanText(row.principal) },
  {
    get says() {
      return `${payTerm()}金额（元）`;
    },
    part: 1.4,
    num: true,
    cell: (row) =>
      row.amount ? (
        <>
          <View className="strong">{yuanText(row.amount)}</View>
          <View className="small muted">{row.paid ? "已支付" : "最多"}</View>
        </>
      ) : null,
  },
  { says: "批次", part: 1.2, cell: (row) => (row.batch ? halfText(row.batch) : "还没有编入") },
  { says: "自哪天起", part: 1.3, cell: (row) => dayText(row.since) },
];

const Batches = ({ batches, batch, onChoose }: { batches: readonly Batch[]; batch: string; onChoose: (batch: string) => void }) => (
  <Section title="批次" aside={batch ? "再点一次看全部" : undefined}>
    <Card flush id="batches">
      {batches.map((each) => (
        <ListRow
          key={each.batch}
          id={`batch-${each.batch}`}
          title={halfText(each.batch)}
          status={each.batch === batch ? "正在看" : each.open ? `${each.open} 件在办` : "已办完"}
          tone={each.batch === batch ? "warn" : each.open ? "todo" : "done"}
          meta={[`${each.claims} 件`, `未还本金 ${yuanText(each.principal)} 元`]}
          onTap={() => onChoose(each.batch === batch ? "" : each.batch)}
        />
      ))}
    </Card>
  </Section>
);

export default function Claims() {
  const now = useGuard();
  const role = acting(now);
  const [batch, setBatch] = useState("");
  const [step, setStep] = useState("all");
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const query = { limit: 30, cursor, ...(batch ? { batch } : {}), ...(step === "all" ? {} : { step }) };
          const { claims, next, batches, steps } = await call("listClaims", { query });
          return { rows: claims, next, extra: { batches, steps } };
        }
      : null,
    [now?.actingAs, batch, step],
  );
  if (!now || !role) return null;
  const { batches = [], steps = [] } = load.data?.extra ?? {};
  const screen = SCREENS[role.orgKind] ?? "/pages/case/index";
  return (
    <Page title={`${payTerm()}申请`} lead={BATCHED[schemeOf(role.schemeId).claim.batch?.every ?? ""] ?? ""} wide onRefresh={load.refresh}>
      {batches.length ? <Batches batches={batches} batch={batch} onChoose={setBatch} /> : null}
      <View>
        {steps.length ? (
          <TabsBar
            label="环节"
            value={step}
            options={[{ value: "all", label: "全部" }, ...steps.map(({ id, says }) => ({ value: id, label: says }))]}
            onChange={setStep}
          />
        ) : null}
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            <Empty title={batch || step !== "all" ? `没有这样的${payTerm()}申请` : `还没有${payTerm()}申请`}>
              贷款出现不良，机构提出{payTerm()}申请后会列在这里。
            </Empty>
          }
        >
          {(data) => (
            <>
              <Grid
                id="claims"
                columns={COLUMNS}
                rows={data.rows}
                keyOf={(row) => row.caseId}
                labelOf={(row) => `${row.enterprise}，${row.stepSays}，未还本金 ${yuanText(row.principal)} 元，${row.payee}`}
                onTap={(row) => go(screen, { id: row.caseId })}
              />
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </View>
    </Page>
  );
}
