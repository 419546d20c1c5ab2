/** A dishonest firm goes to law at once, whatever a meeting said. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { ReasonSheet } from "../../case/reason-sheet";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";

export function ForceLegal({ view, onMoved }: { view: CaseView; onMoved: () => unknown }) {
  const [asking, setAsking] = useState(false);
  const article = schemeOf(view.scheme.id).recovery.forced?.article;
  const send = async (reason: string) => {
    await call("forceLegal", { params: { caseId: view.id }, body: { reason } });
    toast("已转入法律追偿");
    await onMoved();
    toTop();
  };
  return (
    <View>
      <Button id="force-legal" kind="secondary" onTap={() => setAsking(true)}>
        失信企业，直接法律追偿
      </Button>
      <ReasonSheet
        open={asking}
        title="直接进入法律追偿"
        says="企业已列入失信名单的，不再协调，机构要启动法律追偿。"
        cites={article}
        action="转入法律追偿"
        maxLength={500}
        onSend={send}
        onClose={() => setAsking(false)}
      />
    </View>
  );
}
