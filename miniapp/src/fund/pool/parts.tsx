/** The pool in figures: sums since the beginning, months as columns, pauses and restarts, balances by account. */

import { View } from "@tarojs/components";
import type { FundView } from "../../../../shared/contract/fund";
import type { Count } from "../../../../shared/fund/chart";
import { OPENING_REASONS } from "../../../../shared/fund/opening";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { ColumnsChart } from "../../ui/columns";
import { Fold } from "../../ui/fold";
import { wanText, yuanText } from "../../ui/money-text";
import { CHANGE_WORDS } from "../../words/fund";
import { dayText, longMonthText, monthText } from "../../words/time";

const figure = (label: string, amount: string) => {
  const [value = "", unit = ""] = wanText(amount).split(" ");
  return { label, value, unit };
};

/** Sums since the beginning that the document counts, by its own names. */
export const Sums = ({ counts, schemeId }: Pick<FundView, "counts"> & { schemeId: string }) => {
  const counted = (count: Count) =>
    schemeOf(schemeId).fund.chart.reasons.find((reason) => reason.counts === count && !OPENING_REASONS.includes(reason.id));
  const of = (count: Count, amount: string) => {
    const reason = counted(count);
    return reason ? [figure(`累计${reason.says}`, amount)] : [];
  };
  return (
    <View id="counts">
      <Counts
        items={[
          ...of("paid", counts.paid),
          ...of("subsidised", counts.subsidised),
          ...of("returned", counts.returned),
          ...of("written_off", counts.writtenOff),
        ]}
      />
    </View>
  );
};

export const Months = ({ months }: Pick<FundView, "months">) =>
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
export const Accounts = ({ accounts }: Pick<FundView, "accounts">) => (
  <Section title="各账户">
    <Card id="accounts">
      <Fold label="各账户余额">
        {accounts.map((account) => (
          <Row key={account.id} label={account.says} num>
            <View>{`${yuanText(account.balance)} 元`}</View>
            {/[1-9]/.test(account.held) ? <View className="small muted">{`其中预留 ${yuanText(account.held)} 元`}</View> : null}
            <View className="small muted">
              <Cited article={account.article}></Cited>
            </View>
          </Row>
        ))}
      </Fold>
    </Card>
  </Section>
);

export const Changes = ({ changes }: { changes: NonNullable<FundView["breaker"]>["changes"] }) =>
  changes.length ? (
    <Section title="暂停与重启记录">
      <Card id="changes">
        {[...changes].reverse().map((change) => (
          <Row key={`${change.epoch}${change.to}`} label={`${dayText(change.on)}${CHANGE_WORDS[change.to] ?? ""}`} num>
            {change.figures.available ? <View>{`当时可用 ${yuanText(change.figures.available)} 元`}</View> : null}
            {change.figures.paid ? (
              <View className="small muted">
                {`累计${payTerm()} ${yuanText(change.figures.paid)} 元${change.figures.returned ? `，已返还 ${yuanText(change.figures.returned)} 元` : ""}`}
              </View>
            ) : null}
            <View className="small muted">
              <Cited article={change.article}></Cited>
            </View>
          </Row>
        ))}
      </Card>
    </Section>
  ) : null;
