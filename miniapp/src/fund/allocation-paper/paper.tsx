/** The plan as a paper: for whom, on what it rests, what each gets, and what was decided. */
import { View } from "@tarojs/components";
import type { Answer } from "../../api";
import { consenter } from "../../doer";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Doc, DocTable } from "../../ui/doc";
import { percentText, yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";
import { PLAN_STATE_WORDS, stateOf } from "../../words/plan";
import { dayText, periodText } from "../../words/time";

export function PlanPaper({ plan, schemeId }: { plan: Answer<"getAllocation">; schemeId: string }) {
  const { decision } = plan;
  return (
    <Doc
      id="plan-paper"
      org={plan.drawnBy}
      no={plan.documentNo}
      title={`${periodText(plan.period)}${schemeOf(schemeId).name}分配方案`}
      to={consenter(schemeId)}
      on={dayText(plan.drawnOn)}
      foot={<View>{`依据：${plan.article}`}</View>}
    >
      <View className="doc-p">
        {`${periodText(plan.period)}出具审核意见的${payTerm(schemeId)}申请共 ${plan.claims} 笔，申请 ${yuanText(plan.asked)} 元，拟分配 ${yuanText(plan.allocated)} 元。`}
      </View>
      {isSome(plan.short) ? (
        <View className="doc-p">
          {`可以分配 ${yuanText(plan.available)} 元${plan.bound ? `，受${plan.bound}限制` : ""}，每笔约为申请额的 ${percentText(plan.factor)}，没有分到 ${yuanText(plan.short)} 元。`}
        </View>
      ) : null}
      <View className="doc-h">一、支付上限</View>
      <DocTable
        lines={plan.rooms.map((room) => [
          room.says,
          `${yuanText(room.at)} 元（${room.article}），已支付和已同意待付 ${yuanText(room.used)} 元，还可以分配 ${yuanText(room.room)} 元`,
        ])}
      />
      <View className="doc-h">二、每一笔</View>
      <DocTable
        lines={plan.lines.map((line) => [
          line.enterprise,
          `付给${line.payee}：申请 ${yuanText(line.asked)} 元，分配 ${yuanText(line.allocated)} 元（${line.caseNo}）`,
        ])}
      />
      {decision ? (
        <>
          <View className="doc-h">三、审定</View>
          <View className="doc-p">
            {`${decision.by}${PLAN_STATE_WORDS[stateOf(decision)].says}：${decision.documentNo}，${dayText(decision.on)}${decision.reason ? `。${decision.reason}` : "。"}`}
          </View>
        </>
      ) : null}
    </Doc>
  );
}
