/** What only some documents have of their fund: ceilings with how much of them is used, money that is kept apart by bank or area, what is placed, what its keeping costs. */
import { View } from "@tarojs/components";
import type { FundView } from "../../../../shared/contract/fund";
import { reasonOf } from "../../../../shared/fund/chart";
import { minus, parseYuan, yuan, ZERO } from "../../../../shared/money";
import { POLICY_VALUE_WORDS } from "../../pages/policy/value-words";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Meter } from "../../ui/meter";
import { yuanText } from "../../ui/money-text";
import { shareOf } from "../../ui/proportion";
import { dayText } from "../../words/time";
import { AgreeTopUp } from "./replenish";

/** What a ceiling still leaves, as its readers see it. */
const leftOf = (at: string, used: string): string => {
  const [whole, gone] = [parseYuan(at), parseYuan(used)];
  return whole.ok && gone.ok && gone.value < whole.value ? yuan(minus(whole.value, gone.value)) : yuan(ZERO);
};

export const Limits = ({ limits }: Pick<FundView, "limits">) =>
  limits.length ? (
    <Section title="支付上限">
      <Card id="limits">
        {limits.map(({ id, says, at, used, article }) => (
          <View key={id} className="mt">
            <View className="strong">
              <Cited article={article}>{`${says} ${yuanText(at)} 元`}</Cited>
            </View>
            <Meter
              label={says}
              parts={[
                { label: "已用", value: shareOf(used, at), text: `${yuanText(used)} 元`, look: "full" },
                { label: "还可用", value: 1 - shareOf(used, at), text: `${yuanText(leftOf(at, used))} 元`, look: "hollow" },
              ]}
            />
          </View>
        ))}
      </Card>
    </Section>
  ) : null;

/** The account in which money lies with banks. */
const depositsOf = (schemeId: string) => reasonOf(schemeOf(schemeId).fund.chart, "placement")?.debits[0];

/** One list for each account that is kept apart, each line against its own promise or the largest. */
export const Apart = ({ fund: { accounts, apart }, role, onMoved }: { fund: FundView; role: Membership; onMoved: () => unknown }) => (
  <>
    {accounts
      .filter(({ id }) => apart.some(({ account }) => account === id))
      .map(({ id, says, article }) => (
        <Section key={id} title={says} aside={<Cited article={article} />}>
          <Card id={`apart-${id}`}>
            {apart
              .filter(({ account }) => account === id)
              .map(({ account, of, name, balance, promised }) => (
                <View key={of}>
                  <Row label={name} num>
                    <View>{`${yuanText(balance)} 元`}</View>
                    {promised ? <View className="small muted">{`承诺 ${yuanText(promised)} 元`}</View> : null}
                  </Row>
                  {account === depositsOf(role.schemeId) ? <AgreeTopUp {...{ of, name, role, onMoved }} /> : null}
                </View>
              ))}
          </Card>
        </Section>
      ))}
  </>
);

export const Placements = ({ placements }: Pick<FundView, "placements">) =>
  placements.length ? (
    <Section title="存放的产品" aside={`${placements.length} 笔`}>
      <Card id="placements">
        {placements.map(({ id, product, amount, on, maturesOn }) => (
          <Row key={id} label={POLICY_VALUE_WORDS[product] ?? product} num>
            <View>{`${yuanText(amount)} 元`}</View>
            <View className="small muted">{`${dayText(on)}存放${maturesOn ? `，${dayText(maturesOn)}到期` : ""}`}</View>
          </Row>
        ))}
      </Card>
    </Section>
  ) : null;

export const Keeping = ({ keeping }: Pick<FundView, "keeping">) =>
  keeping.length ? (
    <Section title="收益和管理费">
      <Card id="keeping">
        {keeping.map(({ year, income, charged }) => (
          <Row key={year} label={`${year}年`} num>
            <View>{`收益 ${yuanText(income)} 元`}</View>
            <View className="small muted">{`已列支管理费 ${yuanText(charged)} 元`}</View>
          </Row>
        ))}
      </Card>
    </Section>
  ) : null;
