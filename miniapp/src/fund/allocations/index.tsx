/** 年度分配: the years whose claims wait for a plan, to pick from, and every plan that was drawn up. */
import { View } from "@tarojs/components";
import { type Answer, call } from "../../api";
import { consenter, planner } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Card, ListRow, Section } from "../../ui/card";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { isSome } from "../../ui/proportion";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { PLAN_STATE_WORDS, stateOf } from "../../words/plan";
import { dayText, periodText } from "../../words/time";

type Reply = Answer<"listAllocations">;

const Waiting = ({ waiting, draws }: { waiting: Reply["waiting"]; draws: boolean }) => (
  <Section title={draws ? "选一年，拟订方案" : "还没有方案的年度"} aside={`${waiting.length} 个年度`}>
    <Card flush id="plan-years">
      {waiting.map(({ period, claims }) => (
        <ListRow
          key={period}
          id={`year-${period}`}
          title={periodText(period)}
          status={draws ? "可以试算" : "等拟订"}
          tone="todo"
          meta={[`${claims} 笔申请已有审核意见`]}
          onTap={() => go("/fund/allocation/index", { period })}
        />
      ))}
    </Card>
  </Section>
);

const Drawn = ({ plans }: { plans: Reply["allocations"] }) => (
  <Section title="方案" aside={`${plans.length} 份`}>
    <Card flush id="plans">
      {plans.map((plan) => {
        const { says, tone } = PLAN_STATE_WORDS[stateOf(plan.decision)];
        return (
          <ListRow
            key={plan.id}
            id={`plan-${plan.id}`}
            title={`${periodText(plan.period)}${plan.round > 1 ? `（第 ${plan.round} 次）` : ""}`}
            status={plan.mine ? "等我审定" : says}
            tone={tone}
            amount={`分配 ${yuanText(plan.allocated)} 元`}
            meta={[
              `${plan.claims} 笔申请 ${yuanText(plan.asked)} 元`,
              isSome(plan.short) && `每笔约 ${percentText(plan.factor)}`,
              `${plan.documentNo}，${dayText(plan.drawnOn)}`,
            ]}
            onTap={() => go("/fund/allocation/index", { plan: plan.id })}
          />
        );
      })}
    </Card>
  </Section>
);

export default function Allocations() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now ? call("listAllocations", { query: {} }) : null), [now?.actingAs]);
  if (!now || !role) return null;
  const { schemeId } = role;
  const rules = schemeOf(schemeId).fund.allocation;
  if (!rules) return null;
  const [plans, decides] = [planner(schemeId), consenter(schemeId)];
  return (
    <Page
      title="年度分配"
      lead={<Cited article={rules.cites.article}>{`上年度的申请一年分配一次：${plans}拟订方案，${decides}审定，同意后才支付。`}</Cited>}
      wide
      onRefresh={load.refresh}
    >
      <Loaded
        load={load}
        empty={({ waiting, allocations }) => waiting.length === 0 && allocations.length === 0}
        none={
          <Empty title="还没有可以分配的申请" action={`看${payTerm()}申请`} onAction={() => go("/office/claims/index")}>
            出具审核意见的申请会按年度列在这里，年度结束后可以拟订方案。
          </Empty>
        }
      >
        {({ waiting, allocations, open }) => (
          <View>
            {waiting.length ? <Waiting waiting={waiting} draws={open?.mayDrawUp ?? false} /> : null}
            {allocations.length ? <Drawn plans={allocations} /> : null}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
