/** Drawing up the instruction: the government's paper where the fund is paused, a check of every answer, then the number. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { PayableView } from "../../../../shared/contract/payment";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { bothAmounts } from "../../money/both-amounts";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { PAYS_WORDS } from "../../words/payment";
import { type Drawn, planWords } from "./plan";

interface DrawUpProps {
  payable: PayableView;
  paused: boolean;
  onMade: (drawn: Drawn) => void;
}

export function DrawUp({ payable, paused, onMade }: DrawUpProps) {
  const [form, change, clear] = useKept(`instruction.${payable.id}`, { governmentDocument: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const paper = form.governmentDocument.trim();
  const send = async () => {
    const body = paused && paper ? { governmentDocument: paper } : {};
    const drawn = await act.run(() => call("drawUpInstruction", { params: { payableId: payable.id }, body }));
    setAsking(false);
    if (!drawn) return;
    clear();
    onMade(drawn);
  };
  return (
    <Section title="制作付款指令">
      <ErrorSummary errors={act.errors} title="没有制成付款指令" />
      <Card id="draw-up">
        {paused ? (
          <Field
            name="governmentDocument"
            label={`${partyName("government")}文件文号`}
            hint="暂停期间确需先付的才填；没有文件的，重启后按先后支付"
            optional
            maxLength={60}
            value={form.governmentDocument}
            onChange={(governmentDocument) => change({ governmentDocument })}
            error={errorAt(act.errors, "governmentDocument")}
          />
        ) : null}
        <Button id="draw-up-check" onTap={() => setAsking(true)}>
          核对后制单
        </Button>
        <View className="small muted tip">制单时系统用另一套算法独立复算一遍，差一分也不能制单。</View>
      </Card>
      <Confirm open={asking} title="核对付款指令" action="制单" busyText="正在复算并制单…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{payable.enterprise}</Row>
        <Row label="收款单位">{payable.payee.name}</Row>
        <Row label="事由">{PAYS_WORDS[payable.reason] ?? payable.reason}</Row>
        <Row label="金额" num>
          {bothAmounts(payable.today?.amount ?? "") ?? ""}
        </Row>
        {payable.plan ? <Row label="怎么付">{planWords(payable.plan)}</Row> : null}
        {paused && paper ? <Row label={`${partyName("government")}文件`}>{paper}</Row> : null}
        <View className="small muted">制单后由本单位另一人复核，复核后资金才预留。</View>
      </Confirm>
    </Section>
  );
}
