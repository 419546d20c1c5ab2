/** 合作机构. */
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, ListRow } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { ORG_KIND_WORDS } from "../../words";

export default function Institutions() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listOrganisations") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="合作机构" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.organisations.length === 0} none={<Empty title="这里还是空的">还没有登记合作机构。</Empty>}>
        {(data) => (
          <Card flush>
            {data.organisations.map((org) => (
              <ListRow
                key={org.orgId}
                title={org.name}
                status={org.status === "active" ? "合作中" : "已暂停"}
                tone={org.status === "active" ? "done" : "warn"}
                meta={[ORG_KIND_WORDS[org.kind]]}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
