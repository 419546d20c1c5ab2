/** Back to the firm, with the reasons that it will read. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";

interface ReturnSheetProps {
  open: boolean;
  view: CaseView;
  onClose: () => void;
  onReturned: () => unknown;
}

export function ReturnSheet({ open, view, onClose, onReturned }: ReturnSheetProps) {
  const [reason, setReason] = useState("");
  const act = useAct();
  const send = async () => {
    if (!act.check(needed(reason, "reason", "还没有写退回理由。请写明要补什么、改什么。"))) return;
    const moved = await act.run(() => call("returnApplication", { params: { caseId: view.id }, body: { reason } }));
    if (!moved) return;
    onClose();
    toast("已退回企业");
    await onReturned();
  };
  return (
    <Confirm open={open} title="退回企业补充" action="退回企业" busyText="正在退回…" danger onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <View className="muted">{`申请回到${view.enterprise.name}，企业会看到下面的理由，补充后可以再提交。`}</View>
      <View className="mt">
        <Field name="reason" label="退回理由" area maxLength={1000} value={reason} onChange={setReason} error={errorAt(act.errors, "reason")} />
      </View>
    </Confirm>
  );
}
