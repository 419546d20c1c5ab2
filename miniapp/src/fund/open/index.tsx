/** 建账: what the fund begins with, part by part as the document names them; drawn up by one person, checked by another. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { bothAmounts } from "../../money/both-amounts";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { DateField } from "../../ui/pickers";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import { TrancheFields, type Typed, tranchesOf } from "./tranche";

function OpenForm({ schemeId, onDrawn }: { schemeId: string; onDrawn: (voucher: Answer<"drawUpVoucher">) => void }) {
  const tranches = tranchesOf(schemeId);
  const [form, change, clear] = useKept<Typed>(`open.${schemeId}`, { on: today(), amounts: {}, adjustments: {} });
  const [asking, setAsking] = useState(false);
  const act = useAct((field) => field.replace(/^tranches\.(\d+)\.(\w+)$/, (_, at, name) => `${name}.${tranches[Number(at)]?.key}`));
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.on, "on", "还没有选建账日期。"),
        ...tranches.flatMap(({ key, says }) =>
          bothAmounts(form.amounts[key] ?? "") ? [] : [{ field: `amount.${key}`, message: `${says}的金额没有看懂。请填以元为单位的数字。` }],
        ),
      ]),
    );
  const send = async () => {
    const body = {
      kind: "open" as const,
      on: form.on,
      tranches: tranches.map(({ key }) => ({
        amount: form.amounts[key] ?? "",
        ...(form.adjustments[key]?.trim() ? { adjustment: form.adjustments[key] } : {}),
      })),
    };
    const drawn = await act.run(() => call("drawUpVoucher", { body }));
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
        <DateField name="on" label="建账日期" value={form.on} max={today()} onChange={(on) => change({ on })} error={errorAt(act.errors, "on")} />
      </Card>
      {tranches.map((tranche) => (
        <TrancheFields key={tranche.key} tranche={tranche} form={form} change={change} errors={act.errors} />
      ))}
      <Button id="open-check" onTap={check}>
        核对后制单
      </Button>
      <Confirm open={asking} title="核对建账凭证" action="制单" busyText="正在制单…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="建账日期">{dayText(form.on)}</Row>
        {tranches.map(({ key, says }) => (
          <Row key={key} label={says} num>
            <View>{bothAmounts(form.amounts[key] ?? "")}</View>
            {form.adjustments[key]?.trim() ? <View className="small muted">{`依据 ${form.adjustments[key]}`}</View> : null}
          </Row>
        ))}
        <View className="small muted">制单后由另一人复核，复核后随即建账，不能修改。</View>
      </Confirm>
    </>
  );
}

export default function OpenBooks() {
  const now = useGuard();
  const role = acting(now);
  const [drawn, setDrawn] = useState<Answer<"drawUpVoucher"> | null>(null);
  if (!now || !role) return null;
  return (
    <Page title="建账" lead="把资金的各组成部分记入账簿。一人制单，另一人复核。">
      {drawn ? (
        <>
          <Receipt
            id="opened"
            title="建账凭证已制成，等另一人复核"
            next="复核后账簿就建好了，可以付款和计算在贷承诺。"
            rows={drawn.lines.map((line) => [line.says, `${yuanText(line.amount)} 元`] as const)}
          />
          <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
            查看凭证
          </Button>
        </>
      ) : (
        <OpenForm schemeId={role.schemeId} onDrawn={setDrawn} />
      )}
    </Page>
  );
}
