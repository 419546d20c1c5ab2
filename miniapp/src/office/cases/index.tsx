/** 案件清单: every case of the district, filtered, searched, paged and exported. */

import { useState } from "react";
import { addressOf, call } from "../../api";
import { districtOf } from "../../district";
import { useGuard } from "../../guard";
import { openBytes } from "../../open-file";
import { Button } from "../../ui/button";
import { Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { More, SearchBar, TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded, WentWrong } from "../../ui/states";
import { useLoad } from "../../use-load";
import { usePages } from "../../use-pages";
import { CaseTable } from "../case-table";
import { type Filter, Filters, NO_FILTER, queryOf, tabOf, tabsOf } from "./filters";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function Export({ filter }: { filter: Filter }) {
  const [failed, setFailed] = useState<unknown>(null);
  const { q: _, ...query } = queryOf(filter);
  const save = async () => {
    setFailed(null);
    try {
      await openBytes(addressOf("exportCases", { query: { ...query, waiting: undefined } }), "需求名单.xlsx", XLSX);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <Button id="export" kind="secondary" inline onTap={save} busyText="正在导出…">
        导出表格（xlsx）
      </Button>
    </>
  );
}

export default function Cases() {
  const now = useGuard();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const units = useLoad(() => (now ? call("listOrganisations", { query: {} }) : null), [now?.actingAs]);
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const { cases, next, counts } = await call("listCases", { query: { limit: 30, cursor, ...queryOf(filter) } });
          return { rows: cases, next, extra: counts };
        }
      : null,
    [now?.actingAs, filter],
  );
  if (!now) return null;
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const waiting = load.data?.extra ?? {};
  const all = Object.values(waiting).reduce((sum, count) => sum + count, 0);
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const tabs = tabsOf(districtOf() ?? "");
  return (
    <Page title="案件清单" lead="本地区已提交的案件，最近有变动的在前。" wide onRefresh={load.refresh}>
      <TabsBar
        label="环节"
        value={tabOf(filter)}
        options={tabs.map(({ value, label, what }) => {
          const count = value === "mine" ? all : what ? waiting[what] : 0;
          return { value, label, ...(count ? { count } : {}) };
        })}
        onChange={(value) => change(tabs.find((tab) => tab.value === value)?.sets ?? {})}
      />
      <SearchBar key={filter.q} label="企业名称、编号或信用代码" value={filter.q} onSearch={(q) => change({ q })} />
      <Filters filter={filter} onChange={change} units={units.data?.organisations ?? []} />
      <Section title="案件" aside={<Export filter={filter} />}>
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            filtered ? (
              <Empty title="没有符合条件的案件" action="清除条件" onAction={() => setFilter(NO_FILTER)}>
                请换一个名称、编号、环节或日期。
              </Empty>
            ) : (
              <Empty title="还没有案件">企业提交申请或机构登记贷款后，会列在这里。</Empty>
            )
          }
        >
          {(data) => (
            <>
              <CaseTable id="cases" rows={data.rows} />
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
