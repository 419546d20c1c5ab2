/** A claim that was handed in: its receipt, who has it next and by when, its way, and taking it back. */

import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { ClaimCard } from "../../case/file/claim";
import { NextLines, nextOf } from "../../case/file/next";
import { ReasonSheet } from "../../case/reason-sheet";
import { openCase } from "../../go";
import { panelTerm, payTerm } from "../../term";
import { Button } from "../../ui/button";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { toTop } from "../../use-act";
import type { Load } from "../../use-load";
import { dayText } from "../../words/time";

interface FiledProps {
  load: Load<CaseView>;
  view: CaseView;
}

export function Filed({ load, view }: FiledProps) {
  const [asking, setAsking] = useState(false);
  const claim = view.file?.claim;
  if (!claim) return null;
  const next = nextOf(view);
  return (
    <Page title={`${payTerm()}申请`} wide onRefresh={load.refresh}>
      <Receipt
        id="claim-receipt"
        title={claim.step === "withdrawn" ? `${payTerm()}申请已撤回` : claim.paid ? `已经${payTerm()}` : `${payTerm()}申请已提交`}
        next={claim.paid ? "收回的钱按比例返还资金，请在“追偿”里登记。" : "每一步都会在“消息”里通知。"}
        rows={[
          ["案件编号", view.no],
          ["企业", view.enterprise.name],
          ["提交日期", dayText(claim.receivedOn)],
          ["未还本金", claim.filing ? `${yuanText(claim.filing.principal)} 元` : null],
          ["现在", claim.stepSays],
        ]}
      >
        <NextLines lines={next} />
      </Receipt>
      <ClaimCard claim={claim} caseId={view.id} />
      <Button id="to-case" kind="secondary" onTap={() => openCase(view.id)}>
        看案件
      </Button>
      {view.actions.includes("withdrawClaim") ? (
        <Button id="withdraw-claim" kind="plain" onTap={() => setAsking(true)}>
          撤回{payTerm()}申请
        </Button>
      ) : null}
      <ReasonSheet
        open={asking}
        title={`撤回${payTerm()}申请？`}
        says={`各单位停止办理，已有的核查和${panelTerm()}作废；以后可以重新申请。理由会留在经过里。`}
        action="撤回申请"
        maxLength={500}
        onSend={async (reason) => {
          await call("withdrawClaim", { params: { caseId: view.id }, body: { reason } });
          await load.refresh();
          toTop();
        }}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}
