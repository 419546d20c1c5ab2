/** A claim's line of the period's plan: what it gets of what it asked for, and how the plan stands. */
import { View } from "@tarojs/components";
import { readsPlans } from "../../doors";
import { go } from "../../go";
import { PlanBar } from "../../money/plan-bar";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { percentText, yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";
import { Tag } from "../../ui/tag";
import { PLAN_STATE_WORDS } from "../../words/plan";
import { dayText, periodText } from "../../words/time";
import type { ClaimView } from "./file-of";

type Line = NonNullable<ClaimView["plan"]>;

/** To the plan of the claim's period, for those who read plans. */
export const PlanDoor = ({ caseId }: { caseId: string }) => {
  const role = acting();
  return role && readsPlans(role) ? (
    <Button id="to-plan" kind="plain" inline onTap={() => go("/fund/allocation/index", { id: caseId })}>
      查看年度分配方案
    </Button>
  ) : null;
};

export function PlanLine({ plan, caseId }: { plan: Line; caseId: string }) {
  const { says, tone } = PLAN_STATE_WORDS[plan.state];
  const { decision } = plan;
  return (
    <View id="plan-line" className="mt">
      <View className="lrow-top">
        <View className="strong">{`${periodText(plan.period)}分配`}</View>
        <Tag tone={tone}>{says}</Tag>
      </View>
      <View className="small num">
        <Cited article={plan.article}>{`申请 ${yuanText(plan.asked)} 元，分得 ${yuanText(plan.allocated)} 元`}</Cited>
      </View>
      <PlanBar {...plan} />
      {isSome(plan.short) ? <View className="small muted">{`这一年的钱不够，每笔约分得申请额的 ${percentText(plan.factor)}。`}</View> : null}
      <View className="small muted">{`方案 ${plan.documentNo}（${dayText(plan.on)}）`}</View>
      {decision ? (
        <View className="small muted">{`${says} ${decision.documentNo}（${dayText(decision.on)}）${decision.reason ? `：${decision.reason}` : ""}`}</View>
      ) : null}
      <PlanDoor caseId={caseId} />
    </View>
  );
}
