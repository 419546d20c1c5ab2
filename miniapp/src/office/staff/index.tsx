/** 人员. */
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, ListRow } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Staff() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listStaff") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="人员" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.staff.length === 0} none={<Empty title="这里还是空的">还没有登记人员。</Empty>}>
        {(data) => (
          <Card flush>
            {data.staff.map((person) => (
              <ListRow
                key={person.membershipId}
                title={person.name}
                status={person.status === "active" ? "在用" : "已停用"}
                meta={[person.orgName, person.title, person.phone]}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
