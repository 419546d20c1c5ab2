/** 总账: every posting, narrowed by reason and days, each with its entries; exported to the fen. `case` shows one case's alone. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { PostingRow } from "../../../../shared/contract/fund";
import type { ReasonId } from "../../../../shared/fund/chart";
import { addressOf, call } from "../../api";
import { useGuard } from "../../guard";
import { SaveXlsx } from "../../money/xlsx";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { type Column, Grid } from "../../ui/grid";
import { More } from "../../ui/lists";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { DateField, PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { usePages } from "../../use-pages";
import { POSTING_WORDS } from "../../words/fund";
import { dayText } from "../../words/time";
import { PostingSheet } from "./posting";

interface Filter {
  reason: ReasonId | "";
  from: string;
  until: string;
}
const NONE: Filter = { reason: "", from: "", until: "" };

const COLUMNS: readonly Column<PostingRow>[] = [
  {
    says: "事由和日期",
    part: 2,
    cell: (row) => (
      <>
        <View className="strong">{row.reverses ? `冲正：${row.reasonSays}` : row.reasonSays}</View>
        <View className="small muted num">{`${dayText(row.on)} · 第 ${row.seq} 笔`}</View>
      </>
    ),
  },
  {
    says: "状态",
    part: 1.2,
    cell: (row) => <Tag tone={row.reversed ? "warn" : POSTING_WORDS[row.type].tone}>{row.reversed ? "已被冲正" : POSTING_WORDS[row.type].says}</Tag>,
  },
  { says: "金额（元）", part: 1.5, num: true, cell: (row) => <View className="strong">{yuanText(row.amount)}</View> },
  { says: "案件", part: 1.4, cell: (row) => row.caseNo },
  { says: "凭证号", part: 1.6, cell: (row) => row.documentNo },
  { says: "制单 / 复核", part: 1.3, cell: (row) => [row.madeBy, row.checkedBy].filter(Boolean).join(" / ") },
];

function Filters({ filter, schemeId, onChange }: { filter: Filter; schemeId: string; onChange: (part: Partial<Filter>) => void }) {
  const { reasons } = schemeOf(schemeId).fund.chart;
  return (
    <View className="sift">
      <PickerField<ReasonId | "all">
        name="reason"
        label="事由"
        value={filter.reason || "all"}
        options={[{ value: "all", label: "全部事由" }, ...reasons.map(({ id, says }) => ({ value: id, label: says }))]}
        onChange={(reason) => onChange({ reason: reason === "all" ? "" : reason })}
      />
      <DateField name="from" label="日期从" value={filter.from} max={filter.until || undefined} onChange={(from) => onChange({ from })} />
      <DateField name="until" label="到" value={filter.until} min={filter.from || undefined} onChange={(until) => onChange({ until })} />
    </View>
  );
}

export default function Ledger() {
  const now = useGuard();
  const role = acting(now);
  const { case: caseId } = useRouter().params;
  const [filter, setFilter] = useState<Filter>(NONE);
  const [open, setOpen] = useState<PostingRow | null>(null);
  const query = Object.fromEntries(Object.entries({ ...filter, caseId }).filter(([, value]) => value));
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const { postings, next } = await call("listPostings", { query: { limit: 30, cursor, ...query } });
          return { rows: postings, next, extra: null };
        }
      : null,
    [now?.actingAs, filter, caseId],
  );
  if (!now || !role) return null;
  const filtered = Boolean(filter.reason || filter.from || filter.until);
  const days = { from: filter.from || undefined, until: filter.until || undefined };
  return (
    <Page title="总账" lead="新的在前。只能新增和冲正，不能修改。" wide onRefresh={load.refresh}>
      {caseId ? <Banner>只列出这件案件的流水。</Banner> : null}
      <Filters filter={filter} schemeId={role.schemeId} onChange={(part) => setFilter({ ...filter, ...part })} />
      <Section
        title="流水"
        aside={
          <SaveXlsx id="export-ledger" url={addressOf("exportLedger", { query: days })} name="总账.xlsx">
            导出总账（xlsx）
          </SaveXlsx>
        }
      >
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            filtered ? (
              <Empty title="没有符合条件的流水" action="清除条件" onAction={() => setFilter(NONE)}>
                请换一个事由或日期。
              </Empty>
            ) : (
              <Empty title="还没有流水">建账以后，每一笔进出都会列在这里。</Empty>
            )
          }
        >
          {(data) => (
            <>
              <Grid
                id="postings"
                columns={COLUMNS}
                rows={data.rows}
                keyOf={(row) => String(row.seq)}
                labelOf={(row) => `${row.reasonSays}，${POSTING_WORDS[row.type].says}，${yuanText(row.amount)} 元，${dayText(row.on)}，查看分录`}
                onTap={setOpen}
              />
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </Section>
      {open ? <PostingSheet posting={open} office={role.orgKind === "office"} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}
