/** 资金池: what there is, how far it is from its pause, what may still be asked of it, and the way to everything that is done with it. */
import type { FundView } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { Flags } from "../../case/file/flags";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { BooksCheck } from "../../money/check";
import { Level } from "../../money/level";
import { Outstanding } from "../../money/outstanding";
import { PauseBanner } from "../../money/pause";
import { acting, type Membership } from "../../session";
import { Card, Columns, ListRow, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { doorsOf } from "./doors";
import { NoBooks } from "./no-books";
import { Apart, Keeping, Limits, Placements } from "./own";
import { Accounts, Changes, Months, Sums } from "./parts";
import { Replenish } from "./replenish";

export const FundDoors = ({ role, waiting }: { role: Membership; waiting?: number }) => (
  <Section title="办理">
    <Card flush id="fund-doors">
      {doorsOf(role).map((door) => (
        <ListRow
          key={door.url}
          id={`fund-${door.url.split("/")[2]}`}
          title={door.title}
          {...(door.url === "/fund/payables/index" && waiting ? { status: `${waiting} 笔待支付`, tone: "todo" as const } : {})}
          meta={[door.says]}
          onTap={() => go(door.url)}
        />
      ))}
    </Card>
  </Section>
);

function Open({ fund, role, onChecked }: { fund: FundView; role: Membership; onChecked: () => unknown }) {
  const { breaker } = fund;
  const since = breaker?.changes.at(-1)?.on;
  return (
    <>
      {breaker?.state === "PAUSED" ? <PauseBanner schemeId={role.schemeId} on={since ? dayText(since) : undefined} /> : null}
      <Flags flags={fund.flags} />
      <Columns
        main={
          <>
            <Level fund={fund} />
            <Limits limits={fund.limits} />
            <Apart fund={fund} role={role} onMoved={onChecked} />
            <Replenish round={fund.replenishment} role={role} onMoved={onChecked} />
            <Placements placements={fund.placements} />
            <Keeping keeping={fund.keeping} />
            <Sums counts={fund.counts} schemeId={role.schemeId} />
            <Outstanding exposure={fund.exposure} />
            <Months months={fund.months} />
            <Changes changes={breaker?.changes ?? []} />
          </>
        }
        side={
          <>
            <FundDoors role={role} waiting={fund.waiting} />
            <BooksCheck fund={fund} may={role.orgKind !== "government"} onChecked={onChecked} />
            <Accounts accounts={fund.accounts} />
          </>
        }
      />
    </>
  );
}

export default function Pool() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now ? call("getFund") : null), [now?.actingAs]);
  if (!now || !role) return null;
  return (
    <Page title="资金池" lead={role.orgName} wide onRefresh={load.refresh}>
      <Loaded load={load}>
        {(fund) =>
          fund.openedOn ? (
            <Open fund={fund} role={role} onChecked={load.refresh} />
          ) : (
            <NoBooks role={role} size={fund.sized ? fund.size : null} doors={<FundDoors role={role} />} />
          )
        }
      </Loaded>
    </Page>
  );
}
