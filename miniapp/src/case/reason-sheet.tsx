/** A decision that needs reasons which others will read: sending back, refusing, standing aside. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { errorAt } from "../failure";
import { Cited } from "../ui/article";
import { ErrorSummary } from "../ui/errors";
import { Field } from "../ui/field";
import { Confirm } from "../ui/sheet";
import { needed, useAct } from "../use-act";

interface ReasonSheetProps {
  open: boolean;
  title: string;
  /** What will happen and who reads the reason. */
  says: string;
  cites?: string;
  /** The verb on the button, e.g. `退回企业`. */
  action: string;
  label?: string;
  maxLength?: number;
  /** Sends it; a refusal is shown in the sheet, success closes it. */
  onSend: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

export function ReasonSheet({ open, title, says, cites, action, label = "理由", maxLength = 1000, onSend, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState("");
  const act = useAct();
  const send = async () => {
    if (!act.check(needed(reason, "reason", "还没有写理由。请用一两句话写明。"))) return;
    const sent = await act.run(async () => {
      await onSend(reason);
      return true;
    });
    if (sent) onClose();
  };
  return (
    <Confirm open={open} title={title} action={action} busyText="正在办理…" danger onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <View className="muted">
        <Cited article={cites}>{says}</Cited>
      </View>
      <View className="mt">
        <Field name="reason" label={label} area maxLength={maxLength} value={reason} onChange={setReason} error={errorAt(act.errors, "reason")} />
      </View>
    </Confirm>
  );
}
