/** 分配方案: one period's plan, as it would be today or as it was drawn up; by `plan`, by `period`, or by `id`, a case that it is about. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { Answer } from "../../api";
import { consenter, instructor } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Card, Columns, Row } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { PLAN_STATE_WORDS, stateOf } from "../../words/plan";
import { dayText, periodText } from "../../words/time";
import { Decide } from "./decide";
import { DrawUp, NotYet } from "./draw-up";
import { type Found, foundPlan } from "./found";
import { Lines } from "./lines";
import { PlanSums, Rooms } from "./picture";

type Drawn = Answer<"getAllocation">;

/** How a plan that was drawn up stands. */
function Standing({ plan, schemeId }: { plan: Drawn; schemeId: string }) {
  const { decision } = plan;
  const { says } = PLAN_STATE_WORDS[stateOf(decision)];
  if (!decision) return plan.mine ? null : <Banner title={`等${consenter(schemeId)}审定`}>{`方案 ${plan.documentNo} 已报出，审定前不支付。`}</Banner>;
  return (
    <Banner tone={decision.agreed ? "good" : "warn"} title={`${decision.by}${says}（${dayText(decision.on)}，${decision.documentNo}）`}>
      {decision.agreed ? `每一笔按分到的数额，由${instructor(schemeId)}制作付款指令，付款当日再算一次，只会少不会多。` : decision.reason}
    </Banner>
  );
}

const About = ({ plan }: { plan: Drawn }) => (
  <Card id="plan-about">
    <Row label="方案文号">{plan.documentNo}</Row>
    <Row label="拟订">{`${plan.drawnBy}（${dayText(plan.drawnOn)}）`}</Row>
    {plan.round > 1 ? <Row label="次数">{`第 ${plan.round} 次拟订`}</Row> : null}
    <Button id="to-paper" kind="secondary" onTap={() => go("/fund/allocation-paper/index", { plan: plan.id })}>
      可打印的方案
    </Button>
  </Card>
);

export default function Allocation() {
  const now = useGuard();
  const role = acting(now);
  const { plan = "", period = "", id: caseId = "" } = useRouter().params;
  const load = useLoad(() => (now ? foundPlan({ plan, period, caseId }) : null), [plan, period, caseId, now?.actingAs]);
  if (!now || !role) return null;
  const { schemeId } = role;
  const body = ({ drawn, open }: Found) => {
    const shown = drawn ?? open;
    if (!shown) return null;
    return (
      <Columns
        main={
          <>
            {drawn ? <Standing plan={drawn} schemeId={schemeId} /> : null}
            {open ? <NotYet open={open} schemeId={schemeId} /> : null}
            {shown.lines.length ? <PlanSums plan={shown} schemeId={schemeId} /> : null}
            {shown.lines.length ? <Lines lines={shown.lines} /> : null}
          </>
        }
        side={
          <>
            <View id="plan-act">
              {drawn?.mine ? <Decide plan={drawn} schemeId={schemeId} onDone={load.refresh} /> : null}
              {open?.mayDrawUp ? <DrawUp open={open} schemeId={schemeId} onDone={load.refresh} /> : null}
            </View>
            <Rooms rooms={shown.rooms} says={drawn ? `${dayText(drawn.drawnOn)}拟订时` : "今天"} />
            {drawn ? <About plan={drawn} /> : null}
          </>
        }
      />
    );
  };
  const { drawn, open } = load.data ?? {};
  const named = drawn?.period ?? open?.period;
  const acts = drawn?.mine ? "填写审定意见" : open?.mayDrawUp ? "填写方案文号" : null;
  const bar = acts ? (
    <Button id="to-act" onTap={() => showPart("plan-act")}>
      {acts}
    </Button>
  ) : undefined;
  return (
    <Page title={named ? `${periodText(named)}分配方案` : "分配方案"} wide bar={bar} onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(found) => !found.drawn && !found.open}
        none={
          <Empty title="没有这一年的方案" action="看所有年度" onAction={() => go("/fund/allocations/index")}>
            这一年还没有出具过审核意见的申请。
          </Empty>
        }
      >
        {body}
      </Loaded>
    </Page>
  );
}
