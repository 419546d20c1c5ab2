/** What the viewer may do with an instruction now: one step forward, after every answer was checked; or taking it back, with a reason. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { InstructionView } from "../../../shared/contract/payment";
import { call } from "../api";
import { ReasonSheet } from "../case/reason-sheet";
import { Button } from "../ui/button";
import { ErrorSummary } from "../ui/errors";
import { Confirm } from "../ui/sheet";
import { toast } from "../ui/toast";
import { useAct } from "../use-act";
import { InstructionRows } from "./instruction";

type Forward = "countersignInstruction" | "approveDraw" | "recordDraw" | "confirmPaid";

const STEPS: Record<Forward, { button: string; title: string; action: string; busy: string; note: string; done: string }> = {
  countersignInstruction: {
    button: "核对后复核",
    title: "复核付款指令",
    action: "复核无误",
    busy: "正在复核…",
    note: "复核后资金随即预留；够付的交开户银行付款，不够的先申请额度。复核人不能是制单人。",
    done: "已复核",
  },
  approveDraw: {
    button: "核对后同意拨付",
    title: "同意拨付额度",
    action: "同意拨付",
    busy: "正在记录…",
    note: "同意后由本单位拨付额度资金到专户，再登记到账。",
    done: "已同意拨付",
  },
  recordDraw: {
    button: "登记额度已到专户",
    title: "登记额度到账",
    action: "确认已到专户",
    busy: "正在记账…",
    note: "登记后额度转为专户存款，指令交开户银行付款，不能更改。",
    done: "已登记到账",
  },
  confirmPaid: {
    button: "核对后确认已付款",
    title: "确认已付款",
    action: "确认已付款",
    busy: "正在记账…",
    note: "请在实际付款后确认。确认后随即入账，不能更改。",
    done: "已确认付款",
  },
};
const isForward = (name: string): name is Forward => name in STEPS;

interface ActsProps {
  instruction: InstructionView;
  /** Finance declines a draw where the office takes an instruction back: the same step by its name. */
  finance: boolean;
  onMoved: () => unknown;
}

export function InstructionActs({ instruction, finance, onMoved }: ActsProps) {
  const [asking, setAsking] = useState<"forward" | "cancel" | null>(null);
  const act = useAct();
  const forward = instruction.actions.find(isForward);
  const cancels = instruction.actions.includes("cancelInstruction");
  const step = forward ? STEPS[forward] : undefined;
  const params = { no: instruction.no };
  const move = async () => {
    if (!forward || !step) return;
    const moved = await act.run(() => call(forward, { params, body: {} }));
    setAsking(null);
    if (moved) toast(step.done);
    await onMoved();
  };
  const cancel = async (why: string) => {
    await call("cancelInstruction", { params, body: { why } });
    await onMoved();
  };
  const refuses = finance ? "不同意拨付" : "撤回指令";
  return (
    <View id="instruction-acts">
      <ErrorSummary errors={act.errors} title="没有办成" />
      {step || cancels ? (
        <View className="pair">
          {step ? (
            <Button id="forward" onTap={() => setAsking("forward")}>
              {step.button}
            </Button>
          ) : null}
          {cancels ? (
            <Button id="cancel-instruction" kind="secondary" onTap={() => setAsking("cancel")}>
              {refuses}
            </Button>
          ) : null}
        </View>
      ) : null}
      {step ? (
        <Confirm
          open={asking === "forward"}
          title={step.title}
          action={step.action}
          busyText={step.busy}
          onConfirm={move}
          onClose={() => setAsking(null)}
        >
          <InstructionRows instruction={instruction} />
          <View className="small muted">{step.note}</View>
        </Confirm>
      ) : null}
      <ReasonSheet
        open={asking === "cancel"}
        title={refuses}
        says="预留的资金随即放开；要付款须重新制单。制单、复核和财政都会看到理由。"
        action={refuses}
        maxLength={500}
        onSend={cancel}
        onClose={() => setAsking(null)}
      />
    </View>
  );
}
