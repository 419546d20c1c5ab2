/** Sending a claim back with the reason that the institution reads; the government's return carries a paper's number. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { ClaimView } from "../../case/file/file-of";
import { ReasonSheet } from "../../case/reason-sheet";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";

export function ReturnClaim({ view, claim, onMoved }: { view: CaseView; claim: ClaimView; onMoved: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const send = async (reason: string) => {
    await call("returnClaim", { params: { caseId: view.id }, body: { reason } });
    toast("已退回");
    await onMoved();
    toTop();
  };
  return (
    <View>
      <Button id="return-claim" kind="secondary" onTap={() => setAsking(true)}>
        退回{payTerm()}申请
      </Button>
      <ReasonSheet
        open={asking}
        title={`退回${payTerm()}申请`}
        says={`退回后，${claim.payee.name}会看到理由，补正后可以重新提交。现在的环节：${claim.stepSays}。`}
        action="退回"
        onSend={send}
        onClose={() => setAsking(false)}
      />
    </View>
  );
}
