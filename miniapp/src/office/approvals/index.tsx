/** 区政府审议: the cases that wait for this organisation. */
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { useGuard } from "../../guard";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Approvals() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listCases", { query: { waiting: "1", limit: 20 } }) : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="区政府审议" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.cases.length === 0} none={<Empty title="这里还是空的">没有待报请审议的案件。</Empty>}>
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
