/** What waits for me, and by when: the cases that the acting organisation must move, then the doors to its work. */

import { type Answer, call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { nextDoor } from "../../case/next-door";
import { districtName } from "../../district";
import { OtherDistricts } from "../../district-choice";
import { doorsOf } from "../../doors";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { acting, type Door, type Membership, POLICY } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Columns, ListRow, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { OrdersToPay, ordersToPay } from "./orders";
import { ToAgree } from "./to-agree";
import { VouchersToCheck, vouchersToCheck } from "./to-check";

type Row = Answer<"listCases">["cases"][number];

/** Whose district this is, for whom and as what. */
const leadOf = (role: Membership): string => [districtName(role.schemeId), role.orgName, role.title].filter(Boolean).join(" · ");

const Doors = ({ doors }: { doors: readonly Door[] }) => (
  <Section title="工作台">
    <Card flush>
      {[...doors, POLICY].map((door) => (
        <ListRow key={door.url} id={`door-${door.url.split("/")[2]}`} title={door.title} meta={[door.says]} onTap={() => go(door.url)} />
      ))}
    </Card>
  </Section>
);

const TASKS = "/enterprise/tasks/index";

function Nothing({ role }: { role: Membership }) {
  if (role.orgKind === "enterprise" && !doorsOf(role).some(({ url }) => url === TASKS))
    return (
      <Empty title="现在没有要您办的事" action="查看我的贷款" onAction={() => go("/enterprise/loan/index")}>
        {`在这里企业不用自己申请：向合作机构贷款，由机构登记备案。贷款的还款、${payTerm()}和追偿在“我的贷款”里看。`}
      </Empty>
    );
  if (role.orgKind === "enterprise")
    return (
      <Empty title="现在没有要您办的事" action="查看我的申请" onAction={() => go(TASKS)}>
        想融资可以开始一份申请，做到一半会自动保存；已提交的申请在“我的融资申请”里看进度。
      </Empty>
    );
  return <Empty title="现在没有等您办的事">有新案件到您这里时，会出现在这里，“消息”里也会提醒。</Empty>;
}

/** What is due first stands first; what has no term follows, the longest waiting before the others. */
const byDue = (a: Row, b: Row): number => {
  const [left, right] = [a, b].map((row) => `${row.dueOn ?? "9999"} ${row.since ?? ""}`) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
};

function Waiting({ role }: { role: Membership }) {
  const load = useLoad(() => call("listCases", { query: { waiting: "1", limit: 50 } }), [role.membershipId]);
  const checks = role.orgKind === "office" || role.orgKind === "finance";
  const vouchers = useLoad(() => (checks ? vouchersToCheck() : null), [role.membershipId]);
  const refresh = () => Promise.all([load.refresh(), vouchers.refresh()]);
  return (
    <Page title="待办" lead={leadOf(role)} wide root onRefresh={refresh}>
      <Columns
        main={
          <>
            <VouchersToCheck load={vouchers} />
            <ToAgree role={role} />
            <Loaded load={load} empty={(data) => data.cases.length === 0} none={vouchers.data?.length ? null : <Nothing role={role} />}>
              {(data) => (
                <Section title="等我办理" aside={`${data.cases.length}${data.next ? "+" : ""} 件`}>
                  <Card flush id="waiting">
                    {[...data.cases].sort(byDue).map((row) => {
                      const door = nextDoor(role.orgKind, row);
                      const { url } = door ?? {};
                      return <CaseRow key={row.id} row={row} todo={door?.says} onTap={() => (url ? go(url, { id: row.id }) : openCase(row.id))} />;
                    })}
                  </Card>
                </Section>
              )}
            </Loaded>
          </>
        }
        side={<Doors doors={doorsOf(role)} />}
      />
    </Page>
  );
}

function Teller({ role }: { role: Membership }) {
  const load = useLoad(ordersToPay, [role.membershipId]);
  return (
    <Page title="待办" lead={leadOf(role)} wide root onRefresh={load.refresh}>
      <OrdersToPay load={load} />
      <Doors doors={doorsOf(role)} />
    </Page>
  );
}

export default function Home() {
  const now = useGuard();
  if (!now) return null;
  const role = acting(now);
  if (role?.orgKind === "account_bank") return <Teller role={role} />;
  if (role) return <Waiting role={role} />;
  return (
    <Page title="待办" root>
      <Empty title="您还没有登记企业">{`企业法定代表人或经办人登记企业后，就可以申请融资。工作人员由${partyName("office")}登记手机号后即可办理。`}</Empty>
      <OtherDistricts />
      <Button onTap={() => go("/enterprise/register/index")}>登记企业</Button>
      <Doors doors={[]} />
    </Page>
  );
}
