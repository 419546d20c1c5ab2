/** Every firm that this unit has to do with, searched by name or number and filtered by where the case is. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseRow as Row } from "../../../../shared/contract/case";
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { statusesOf } from "../../case/statuses";
import { districtOf } from "../../district";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { More, SearchBar } from "../../ui/lists";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { STATUS_WORDS } from "../../words/status";

type Status = Row["status"];
export function Handled({ actingAs }: { actingAs: string | null }) {
  const [q, setQ] = useState("");
  const [status, setStatus] = useState<Status | "all">("all");
  const { load, more, busy } = usePages(
    async (cursor) => {
      const { cases, next } = await call("listCases", {
        query: { limit: 20, cursor, ...(q ? { q } : {}), ...(status === "all" ? {} : { status }) },
      });
      return { rows: cases, next, extra: null };
    },
    [actingAs, q, status],
  );
  const filtered = Boolean(q) || status !== "all";
  const clear = () => {
    setQ("");
    setStatus("all");
  };
  return (
    <Section title="本单位的全部企业">
      <SearchBar key={q} label="企业名称或编号" value={q} onSearch={setQ} />
      <PickerField<Status | "all">
        name="status"
        label="环节"
        value={status}
        options={[
          { value: "all", label: "全部环节" },
          ...statusesOf(districtOf() ?? "").map((value) => ({ value, label: STATUS_WORDS[value].says })),
        ]}
        onChange={setStatus}
      />
      <View className="mt">
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            filtered ? (
              <Empty title="没有符合条件的企业" action="清除条件" onAction={clear}>
                请换一个名称、编号或环节。
              </Empty>
            ) : (
              <Empty title="还没有企业">企业选本单位推荐后，会一直列在这里。</Empty>
            )
          }
        >
          {(data) => (
            <>
              <Card flush id="handled">
                {data.rows.map((row) => (
                  <CaseRow key={row.id} row={row} />
                ))}
              </Card>
              <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </View>
      {filtered && load.data?.rows.length ? (
        <Button kind="plain" inline onTap={clear}>
          清除条件
        </Button>
      ) : null}
    </Section>
  );
}
