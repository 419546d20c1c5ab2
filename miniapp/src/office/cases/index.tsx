/** 案件清单: the cases that wait for this organisation. */
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { useGuard } from "../../guard";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Cases() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listCases", { query: { limit: 20 } }) : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="案件清单" wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.cases.length === 0}
        none={<Empty title="这里还是空的">还没有案件。推荐单位出具推荐函后，案件会出现在这里。</Empty>}
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
