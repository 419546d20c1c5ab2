/** Deciding on a plan: agreed to with everything in it, or returned with a reason, each under a paper's number. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { instructor, planner } from "../../doer";
import { DocumentForm } from "../../money/document-form";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { SheetForm } from "../../ui/sheet-form";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";
import { periodText } from "../../words/time";

export function Decide({ plan, schemeId, onDone }: { plan: Answer<"getAllocation">; schemeId: string; onDone: () => unknown }) {
  const [returning, setReturning] = useState(false);
  const params = { allocationId: plan.id };
  const agreed = async () => {
    toast("已同意");
    await onDone();
    toTop();
  };
  return (
    <Section title="审定意见" aside={<Cited article={plan.article} />}>
      <DocumentForm
        id="agree-plan"
        kept={`allocation-agree.${plan.id}`}
        label="文号"
        hint="同意这份方案的文件或会议纪要的编号"
        check="核对后同意"
        action="同意分配方案"
        title={`同意${periodText(plan.period)}分配方案`}
        onSend={(documentNo) => call("agreeAllocation", { params, body: { documentNo } })}
        onDone={agreed}
      >
        <Row label="方案">{`${plan.documentNo}，${plan.drawnBy}`}</Row>
        <Row label="申请" num>{`${plan.claims} 笔，${yuanText(plan.asked)} 元`}</Row>
        <Row label="同意支付" num>{`${yuanText(plan.allocated)} 元`}</Row>
        <Row label="没有分到" num>{`${yuanText(plan.short)} 元`}</Row>
        <View className="small muted">{`其中每一笔按分到的数额一并同意，由${instructor(schemeId)}制作付款指令。同意后不能撤回。`}</View>
      </DocumentForm>
      <View className="mt">
        <Button id="return-plan" kind="secondary" onTap={() => setReturning(true)}>
          退回方案
        </Button>
      </View>
      {returning ? (
        <SheetForm
          id={`allocation-return.${plan.id}`}
          title={`退回${periodText(plan.period)}分配方案`}
          action="退回方案"
          done="已退回"
          danger
          fields={[
            { name: "documentNo", label: "文号", hint: "退回所依据的文件上的编号" },
            { name: "reason", label: "退回理由", kind: "area", maxLength: 1000, hint: `${planner(schemeId)}会看到，修改后可以重新拟订` },
          ]}
          onSend={({ documentNo = "", reason = "" }) => call("returnAllocation", { params, body: { documentNo, reason } })}
          onClose={() => setReturning(false)}
          onDone={onDone}
        />
      ) : null}
    </Section>
  );
}
