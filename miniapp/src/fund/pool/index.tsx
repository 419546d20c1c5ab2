/** 资金池: what there is, how far it is from its pause, what may still be asked of it, and the way to everything that is done with it. */
import { View } from "@tarojs/components";
import type { FundView } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { Flags } from "../../case/file/flags";
import { CHANGE_WORDS, longMonthText, monthText } from "../../fund-words";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { BooksCheck } from "../../money/check";
import { Level } from "../../money/level";
import { Outstanding } from "../../money/outstanding";
import { PauseBanner } from "../../money/pause";
import { acting, type Membership } from "../../session";
import { Card, Columns, ListRow, Row, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { ColumnsChart } from "../../ui/columns";
import { Fold } from "../../ui/fold";
import { wanText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words";
import { doorsOf } from "./doors";
import { NoBooks } from "./no-books";

const figure = (label: string, amount: string) => {
  const [value = "", unit = ""] = wanText(amount).split(" ");
  return { label, value, unit };
};

const Sums = ({ counts }: Pick<FundView, "counts">) => (
  <View id="counts">
    <Counts
      items={[
        figure("累计代偿", counts.paid),
        figure("累计补贴", counts.subsidised),
        figure("累计返还", counts.returned),
        figure("累计核销", counts.writtenOff),
      ]}
    />
  </View>
);

const Months = ({ months }: Pick<FundView, "months">) =>
  months.length ? (
    <Section title="逐月收支" aside={`${months.length} 个月`}>
      <Card id="months">
        <ColumnsChart
          label={`${longMonthText(months[0]?.month ?? "")}以来各月支出和返还`}
          names={months.map((each, at) => monthText(each.month, at === 0))}
          longNames={months.map((each) => longMonthText(each.month))}
          series={[
            { says: "支出", look: "", amounts: months.map((each) => each.paid) },
            { says: "返还", look: "out hatch", amounts: months.map((each) => each.returned) },
          ]}
          also={{ says: "月末可用", amounts: months.map((each) => each.available) }}
        />
      </Card>
    </Section>
  ) : null;

/** Balances of the account by account, with what is set aside of each. */
const Accounts = ({ accounts }: Pick<FundView, "accounts">) => (
  <Section title="各账户">
    <Card id="accounts">
      <Fold label="各账户余额">
        {accounts.map((account) => (
          <Row key={account.id} label={account.says} num>
            <View>{`${yuanText(account.balance)} 元`}</View>
            {/[1-9]/.test(account.held) ? <View className="small muted">{`其中预留 ${yuanText(account.held)} 元`}</View> : null}
            <View className="small muted">{`依据：${account.article}`}</View>
          </Row>
        ))}
      </Fold>
    </Card>
  </Section>
);

const Changes = ({ changes }: { changes: NonNullable<FundView["breaker"]>["changes"] }) =>
  changes.length ? (
    <Section title="暂停与重启记录">
      <Card id="changes">
        {[...changes].reverse().map((change) => (
          <Row key={`${change.epoch}${change.to}`} label={`${dayText(change.on)}${CHANGE_WORDS[change.to] ?? ""}`} num>
            {change.figures.available ? <View>{`当时可用 ${yuanText(change.figures.available)} 元`}</View> : null}
            {change.figures.paid ? <View className="small muted">{`累计代偿 ${yuanText(change.figures.paid)} 元`}</View> : null}
            <View className="small muted">{`依据：${change.article}`}</View>
          </Row>
        ))}
      </Card>
    </Section>
  ) : null;

export const FundDoors = ({ role, waiting }: { role: Membership; waiting?: number }) => (
  <Section title="办理">
    <Card flush id="fund-doors">
      {doorsOf(role.orgKind).map((door) => (
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
            <Sums counts={fund.counts} />
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
            <NoBooks role={role} size={fund.size} doors={<FundDoors role={role} />} />
          )
        }
      </Loaded>
    </Page>
  );
}
