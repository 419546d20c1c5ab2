/** 制单: a compensation that is ordered back or has come back, for the case that is named; a second person checks it. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { errorAt } from "../../failure";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { bothAmounts } from "../../money/both-amounts";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { Empty } from "../../ui/states";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { VOUCHER_WORDS } from "../../words/fund";

type Kind = "clawback" | "clawback_received";

const TOLD: Record<Kind, { says: string; no: string; hint: string }> = {
  clawback: {
    get says() {
      return `对违规机构决定收回${payTerm()}后登记应收回的数额。`;
    },
    no: "处理文件文号",
    get hint() {
      return `决定收回${payTerm()}的文件`;
    },
  },
  clawback_received: {
    get says() {
      return `机构退回的${payTerm()}到账后登记。`;
    },
    no: "银行回单号",
    hint: "到账回单上的编号",
  },
};
const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && kind in TOLD;

function DrawForm({ kind, caseId, onDrawn }: { kind: Kind; caseId: string; onDrawn: (voucher: Answer<"drawUpVoucher">) => void }) {
  const [form, change, clear] = useKept(`voucher.${kind}.${caseId}`, { amount: "", documentNo: "" });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const { amount, documentNo } = form;
  const check = () =>
    setAsking(
      act.check([
        ...(bothAmounts(amount) ? [] : [{ field: "amount", message: "金额没有看懂。请填大于 0、最多两位小数的数字，单位是元。" }]),
        ...needed(documentNo, "documentNo", `还没有填${TOLD[kind].no}。`),
      ]),
    );
  const send = async () => {
    const drawn = await act.run(() => call("drawUpVoucher", { body: { kind, caseId, amount, documentNo } }));
    setAsking(false);
    if (!drawn) return;
    clear();
    onDrawn(drawn);
    toTop();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card>
        <AmountField name="amount" label="金额" value={amount} onChange={(text) => change({ amount: text })} error={errorAt(act.errors, "amount")} />
        <Field
          name="documentNo"
          label={TOLD[kind].no}
          hint={TOLD[kind].hint}
          maxLength={60}
          value={documentNo}
          onChange={(text) => change({ documentNo: text })}
          error={errorAt(act.errors, "documentNo")}
        />
        <Button id="draw-check" onTap={check}>
          核对后制单
        </Button>
      </Card>
      <Confirm
        open={asking}
        title={`制单：${VOUCHER_WORDS[kind]}`}
        action="制单"
        busyText="正在制单…"
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <Row label="金额" num>
          {bothAmounts(amount) ?? ""}
        </Row>
        <Row label={TOLD[kind].no}>{documentNo}</Row>
        <View className="small muted">制单后由另一人复核，复核前不入账。</View>
      </Confirm>
    </>
  );
}

export default function Draw() {
  const now = useGuard();
  const { kind, case: caseId = "" } = useRouter().params;
  const [drawn, setDrawn] = useState<Answer<"drawUpVoucher"> | null>(null);
  if (!now) return null;
  if (!isKind(kind) || !caseId)
    return (
      <Page title="制单">
        <Empty title="没有选凭证种类" action="打开记账凭证" onAction={() => go("/fund/vouchers/index")}>
          收回{payTerm()}从案件进入，资金收支从“记账凭证”进入。
        </Empty>
      </Page>
    );
  return (
    <Page title={VOUCHER_WORDS[kind]} lead={TOLD[kind].says}>
      {drawn ? (
        <>
          <Receipt
            id="drawn"
            title="凭证已制成，等另一人复核"
            next="复核后随即入账；复核人会在“消息”里看到。"
            rows={drawn.lines.map((line) => [line.says, `${yuanText(line.amount)} 元`] as const)}
          />
          <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
            查看凭证
          </Button>
        </>
      ) : (
        <DrawForm kind={kind} caseId={caseId} onDrawn={setDrawn} />
      )}
    </Page>
  );
}
