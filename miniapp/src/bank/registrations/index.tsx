/** 我的备案: the loans that this institution entered, and where each stands. */

import { useState } from "react";
import { modesOf } from "../../../../shared/process/procedure";
import { type Answer, call } from "../../api";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting, type Membership } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, ListRow } from "../../ui/card";
import { More, TabsBar } from "../../ui/lists";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { dayText } from "../../words/time";

type Entered = Answer<"listRegistrations">["registrations"][number];
type State = Entered["state"];
type Filter = State | "all";

const STATES: Record<State, { says: string; tone: "plain" | "warn" | "done" }> = {
  review: { says: "审核中", tone: "plain" },
  returned: { says: "已退回", tone: "warn" },
  covered: { says: "已纳入", tone: "done" },
};

function Own({ role }: { role: Membership }) {
  const [filter, setFilter] = useState<Filter>("all");
  const pages = usePages<Entered, null>(
    async (cursor) => {
      const page = await call("listRegistrations", { query: { ...(filter === "all" ? {} : { state: filter }), ...(cursor ? { cursor } : {}) } });
      return { rows: page.registrations, next: page.next, extra: null };
    },
    [role.membershipId, filter],
  );
  const modes = modesOf(schemeOf(role.schemeId).admission);
  const open = (one: Entered) => (one.state === "returned" ? go("/bank/register/index", { id: one.caseId }) : openCase(one.caseId));
  return (
    <Page
      title="我的备案"
      lead={role.orgName}
      wide
      onRefresh={pages.load.refresh}
      bar={
        <Button id="to-register" onTap={() => go("/bank/register/index")}>
          登记一笔贷款
        </Button>
      }
    >
      <TabsBar<Filter>
        label="按状态看"
        value={filter}
        options={[{ value: "all", label: "全部" }, ...(Object.keys(STATES) as State[]).map((state) => ({ value: state, label: STATES[state].says }))]}
        onChange={setFilter}
      />
      <Loaded
        load={pages.load}
        empty={(data) => data.rows.length === 0}
        none={<Empty title="还没有备案">放款以后在这里登记，符合规定的贷款纳入{payTerm()}范围。</Empty>}
      >
        {(data) => (
          <>
            <Card flush id="registrations">
              {data.rows.map((one) => (
                <ListRow
                  key={one.caseId}
                  id={`registration-${one.caseId}`}
                  title={one.enterprise}
                  status={STATES[one.state].says}
                  tone={STATES[one.state].tone}
                  amount={wanText(one.principal)}
                  meta={[modes.find(({ id }) => id === one.mode)?.says ?? "", one.contractNo, `${dayText(one.registeredOn)}登记`, one.no]}
                  onTap={() => open(one)}
                />
              ))}
            </Card>
            <More shown={data.rows.length} more={data.next !== null} busy={pages.busy} onMore={pages.more} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

export default function Registrations() {
  const now = useGuard();
  const role = acting(now);
  return now && role ? <Own role={role} /> : null;
}
