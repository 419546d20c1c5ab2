/** 公布的名单: the names that the document makes public, by month, for everybody who is signed in. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { SaveXlsx } from "../../money/xlsx";
import { Cited } from "../../ui/article";
import { Card, Row } from "../../ui/card";
import { Page } from "../../ui/page";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

const monthText = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export default function PublishedList() {
  const now = useGuard();
  const [month, setMonth] = useState("");
  const load = useLoad(() => (now ? call("listPublished", { query: month ? { month } : {} }) : null), [now?.actingAs, month]);
  if (!now) return null;
  return (
    <Page title="公布的名单" wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.months.length === 0}
        none={<Empty title="没有公布的名单">{load.data?.article ? "公布后，企业名称和日期会列在这里。" : "本区的文件不公布名单。"}</Empty>}
      >
        {(data) => (
          <>
            <View className="small muted">
              <Cited article={data.article ?? ""}>只公布企业名称和日期。</Cited>
            </View>
            <PickerField
              name="month"
              label="月份"
              value={month}
              options={[
                { value: "", label: "全部" },
                ...data.months.map((one) => ({ value: one.month, label: `${monthText(one.month)}，${one.count} 家` })),
              ]}
              onChange={setMonth}
            />
            <Card id="published">
              {data.entries.map((one) => (
                <Row key={`${one.name}${one.listedOn}`} label={one.name}>
                  {dayText(one.listedOn)}
                </Row>
              ))}
            </Card>
            <SaveXlsx id="save-list" url={`/list/published/export${month ? `?month=${month}` : ""}`} name={`名单-${month || "全部"}.xlsx`}>
              存为表格
            </SaveXlsx>
          </>
        )}
      </Loaded>
    </Page>
  );
}
