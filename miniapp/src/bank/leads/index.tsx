/** 融资线索. */
import { call } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { Card, ListRow } from "../../ui/card";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { LEAD_WORDS } from "../../words";

export default function Leads() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listLeads") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="融资线索" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.leads.length === 0} none={<Empty title="这里还是空的">还没有推送给贵机构的线索。</Empty>}>
        {(data) => (
          <Card flush>
            {data.leads.map((lead) => (
              <ListRow
                key={lead.id}
                id={`lead-${lead.id}`}
                title={lead.enterprise}
                status={LEAD_WORDS[lead.status].says}
                tone={LEAD_WORDS[lead.status].tone}
                amount={wanText(lead.need)}
                meta={[lead.caseNo, lead.tierSays]}
                onTap={() => go("/bank/lead/index", { id: lead.caseId, lead: lead.id })}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
