/** 资金收支: what the fund moves of its own accord, drawn up by whoever the document has for it; the form asks what the reason needs, a second person checks it. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { ReasonId } from "../../../../shared/fund/chart";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { bothAmounts } from "../../money/both-amounts";
import { acting, type Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { DateField, PickerField } from "../../ui/pickers";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { Basis } from "../basis";
import { type Asks, asksOf, bodyOf, EMPTY, reasonsFor, type Typed } from "./asks";
import { type Around, AskedFields } from "./fields";

const missing = (form: Typed, asks: Asks) => [
  ...(bothAmounts(form.amount) ? [] : [{ field: "amount", message: "金额没有看懂。请填大于 0、最多两位小数的数字，单位是元。" }]),
  ...needed(form.on, "on", "还没有选日期。"),
  ...needed(form.documentNo, "documentNo", "还没有填文号或回单号。"),
  ...(asks.of ? needed(form.of, "of", "还没有选是哪一家。") : []),
  ...(asks.products ? [...needed(form.product, "product", "还没有选产品。"), ...needed(form.maturesOn, "maturesOn", "还没有选到期日。")] : []),
  ...(asks.placement ? needed(form.placement, "placement", "还没有选收回哪一笔。") : []),
  ...(asks.year ? needed(form.year, "year", "还没有选年份。") : []),
];

interface FormProps {
  role: Membership;
  first: string | undefined;
  around: Around;
  onDrawn: (voucher: Answer<"drawUpVoucher">) => void;
}

function MoveForm({ role, first, around, onDrawn }: FormProps) {
  const { schemeId, orgKind } = role;
  const reasons = reasonsFor(schemeId, orgKind);
  const [form, change, clear] = useKept<Typed>(`move.${schemeId}.${first ?? ""}`, EMPTY);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const chosen = reasons.find(({ id }) => id === (form.reason || first)) ?? reasons[0];
  if (!chosen) return null;
  const asks = asksOf(schemeId, chosen.id);
  const send = async () => {
    const drawn = await act.run(() => call("drawUpVoucher", { body: bodyOf(form, chosen.id, asks) }));
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
        <PickerField<ReasonId>
          name="reason"
          label="事由"
          value={chosen.id}
          options={reasons.map(({ id, says }) => ({ value: id, label: says }))}
          onChange={(reason) => change({ ...EMPTY, reason })}
          error={errorAt(act.errors, "reason")}
        />
        <Basis reason={chosen.id} />
        <AskedFields {...{ schemeId, asks, form, change, around }} errors={act.errors} />
        <AmountField name="amount" label="金额" value={form.amount} onChange={(amount) => change({ amount })} error={errorAt(act.errors, "amount")} />
        <DateField name="on" label="入账日期" value={form.on} max={today()} onChange={(on) => change({ on })} error={errorAt(act.errors, "on")} />
        <Field
          name="documentNo"
          label="文号或回单号"
          hint="批复、协议或银行回单上的编号"
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={errorAt(act.errors, "documentNo")}
        />
        <Button id="move-check" onTap={() => setAsking(act.check(missing(form, asks)))}>
          核对后制单
        </Button>
      </Card>
      <Confirm open={asking} title={`制单：${chosen.says}`} action="制单" busyText="正在制单…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="金额" num>
          {bothAmounts(form.amount) ?? ""}
        </Row>
        <Row label="入账日期">{dayText(form.on)}</Row>
        <Row label="文号或回单号">{form.documentNo}</Row>
        <View className="small muted">制单后由另一人复核，复核前不入账。</View>
      </Confirm>
    </>
  );
}

export default function Move() {
  const now = useGuard();
  const role = acting(now);
  const { reason } = useRouter().params;
  const [drawn, setDrawn] = useState<Answer<"drawUpVoucher"> | null>(null);
  const load = useLoad(
    () =>
      now
        ? Promise.all([call("getFund"), call("listOrganisations", { query: {} })]).then(([fund, { organisations }]) => ({ fund, organisations }))
        : null,
    [now?.actingAs],
  );
  if (!now || !role) return null;
  const none = reasonsFor(role.schemeId, role.orgKind).length === 0;
  return (
    <Page title="资金收支" lead="按文件规定的事由登记资金进出。一人制单，另一人复核后入账。" onRefresh={load.refresh}>
      {drawn ? (
        <>
          <Receipt
            id="moved"
            title="凭证已制成，等另一人复核"
            next="复核后随即入账；复核人会在“消息”里看到。"
            rows={drawn.lines.map((line) => [line.says, `${yuanText(line.amount)} 元`] as const)}
          />
          <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
            查看凭证
          </Button>
        </>
      ) : none ? (
        <Empty title="本单位不登记资金收支">由文件指定的单位制单。</Empty>
      ) : (
        <Loaded load={load}>{(around) => <MoveForm role={role} first={reason} around={around} onDrawn={setDrawn} />}</Loaded>
      )}
    </Page>
  );
}
