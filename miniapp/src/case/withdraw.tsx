/** The firm takes its case back: what that means, a reason, and a last question. */

import { useState } from "react";
import type { CaseView } from "../../../shared/contract/case";
import { call } from "../api";
import { panelTerm } from "../term";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { ReasonSheet } from "./reason-sheet";

export function Withdraw({ view, onDone }: { view: CaseView; onDone: () => unknown }) {
  const [open, setOpen] = useState(false);
  if (!view.actions.includes("withdrawApplication")) return null;
  const draft = view.status === "draft";
  const send = async (reason: string) => {
    await call("withdrawApplication", { params: { caseId: view.id }, body: { reason } });
    toast("申请已撤回");
    await onDone();
  };
  return (
    <>
      <Button id="withdraw" kind="plain" onTap={() => setOpen(true)}>
        撤回申请
      </Button>
      <ReasonSheet
        open={open}
        title="撤回这份申请？"
        says={`${draft ? "草稿和材料不再办理" : `各单位停止办理，已有的推荐和${panelTerm()}结果作废`}，撤回后不能恢复；以后可以重新申请。理由会留在经过里，相关单位看得到。`}
        action="撤回申请"
        label="撤回的理由"
        maxLength={500}
        onSend={send}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
