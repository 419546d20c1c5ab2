/** 融资申请: what is to be done, and what is done; `id` is the case, without it the firm's first open case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Tasks() {
  const now = useGuard();
  const id = useRouter().params.id;
  const load = useLoad(() => (now ? call("listCases", { query: { limit: 20 } }) : null), [id, now?.actingAs]);
  if (!now) return null;
  const start = async () => {
    const made = await call("startApplication", { body: {} });
    go("/enterprise/tasks/index", { id: made.caseId });
  };
  return (
    <Page title="融资申请" onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.cases.length === 0}
        none={
          <Empty title="还没有融资申请" action="开始申请" onAction={start}>
            做到一半会自动保存，随时可以继续。
          </Empty>
        }
      >
        {(data) => (
          <Card flush>
            {data.cases.map((row) => (
              <CaseRow key={row.id} row={row} />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
