/** One voucher: what it would book, by whom, and checking it, declining it or taking a whole import back. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { VoucherView } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { ReasonSheet } from "../../case/reason-sheet";
import { openCase } from "../../go";
import { POLICY_VALUE_WORDS } from "../../pages/policy/value-words";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { useAct } from "../../use-act";
import { VOUCHER_STATUS_WORDS, VOUCHER_WORDS } from "../../words/fund";
import { dayText, momentText } from "../../words/time";
import { Basis } from "../basis";

/** What the reason asked besides the amount. */
const Moved = ({ movement }: { movement: NonNullable<VoucherView["movement"]> }) => {
  const { of, product, maturesOn, promised, hardship, year, audit, earned } = movement;
  const rows: readonly (readonly [string, string | null])[] = [
    ["单位", of],
    ["产品", product && (POLICY_VALUE_WORDS[product] ?? product)],
    ["到期日", maturesOn && dayText(maturesOn)],
    ["承诺出资总额", promised && `${yuanText(promised)} 元`],
    ["少于一般标准的原因", hardship],
    ["由哪一年的收益列支", year === null ? null : `${year}年`],
    ["其中审计费", audit && `${yuanText(audit)} 元`],
    ["其中利息", earned && `${yuanText(earned)} 元`],
  ];
  return (
    <>
      {rows.map(([label, text]) =>
        text ? (
          <Row key={label} label={label}>
            {text}
          </Row>
        ) : null,
      )}
    </>
  );
};

const Lines = ({ voucher }: { voucher: VoucherView }) => (
  <>
    {voucher.lines.map((line) => (
      <Row key={`${line.says}${line.amount}`} label={line.says} num>
        {`${yuanText(line.amount)} 元`}
      </Row>
    ))}
    <Row label="记账日期">{dayText(voucher.on)}</Row>
    {voucher.movement ? <Moved movement={voucher.movement} /> : null}
    {voucher.why ? <Row label={voucher.movement ? "文号" : "说明"}>{voucher.why}</Row> : null}
    <Basis reason={voucher.kind === "open" ? "deposit" : (voucher.movement?.reason ?? voucher.kind)} />
    <Row label="制单">{`${voucher.madeBy}，${momentText(voucher.recordedAt)}`}</Row>
    {voucher.checkedBy ? <Row label={voucher.status === "declined" ? "退回" : "复核"}>{voucher.checkedBy}</Row> : null}
  </>
);

interface VoucherCardProps {
  voucher: VoucherView;
  office: boolean;
  onMoved: () => unknown;
}

type Asking = "check" | "decline" | "undo";
type Moves = Record<Asking, (why: string) => Promise<void>>;

const mayOn = (voucher: VoucherView) => (name: string) => voucher.actions.includes(name);
/** Whoever drew it up takes it back; another declines it. */
const declines = (voucher: VoucherView) => (mayOn(voucher)("checkVoucher") ? "退回" : "撤回");

const Buttons = ({ voucher, office, onAsk }: { voucher: VoucherView; office: boolean; onAsk: (what: Asking) => void }) => {
  const { id, kind, status } = voucher;
  const may = mayOn(voucher);
  if (office && kind === "opening" && status === "done")
    return (
      <Button id={`undo-${id}`} kind="secondary" onTap={() => onAsk("undo")}>
        整体撤销这次导入
      </Button>
    );
  if (!may("checkVoucher") && !may("declineVoucher"))
    return status === "drawn_up" ? <View className="small muted tip">等制单人以外的人复核。</View> : null;
  return (
    <View className="mt pair">
      {may("checkVoucher") ? (
        <Button id={`check-${id}`} onTap={() => onAsk("check")}>
          核对后复核入账
        </Button>
      ) : null}
      {may("declineVoucher") ? (
        <Button id={`decline-${id}`} kind="secondary" onTap={() => onAsk("decline")}>
          {declines(voucher)}
        </Button>
      ) : null}
    </View>
  );
};

const Sheets = ({ voucher, asking, moves, onClose }: { voucher: VoucherView; asking: Asking | null; moves: Moves; onClose: () => void }) => (
  <>
    <Confirm
      open={asking === "check"}
      title={`复核：${VOUCHER_WORDS[voucher.kind]}`}
      action="复核并入账"
      busyText="正在入账…"
      onConfirm={() => moves.check("")}
      onClose={onClose}
    >
      <Lines voucher={voucher} />
      <View className="small muted">复核后随即入账，不能修改；错了只能冲正。复核人不能是制单人。</View>
    </Confirm>
    <ReasonSheet
      open={asking === "decline"}
      title={`${declines(voucher)}凭证`}
      says="凭证不入账，理由留在凭证里。"
      action={`${declines(voucher)}凭证`}
      maxLength={500}
      onSend={moves.decline}
      onClose={onClose}
    />
    <ReasonSheet
      open={asking === "undo"}
      title="整体撤销期初导入"
      says="制成一张撤销凭证，由另一人复核后，这次导入的每一笔都反向入账。导入之后已经办过业务的，不能撤销。"
      action="制作撤销凭证"
      maxLength={500}
      onSend={moves.undo}
      onClose={onClose}
    />
  </>
);

export function VoucherCard({ voucher, office, onMoved }: VoucherCardProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = useAct();
  const { id, kind, caseId, status } = voucher;
  const params = { voucherId: id };
  const moves: Moves = {
    check: async () => {
      const done = await act.run(() => call("checkVoucher", { params, body: {} }));
      setAsking(null);
      if (!done) return;
      toast("已复核入账");
      await onMoved();
    },
    decline: async (why) => {
      await call("declineVoucher", { params, body: { why } });
      await onMoved();
    },
    undo: async (why) => {
      await call("drawUpVoucher", { body: { kind: "undo_opening", voucherId: id, why } });
      toast("撤销凭证已制成，等另一人复核");
      await onMoved();
    },
  };
  return (
    <Card id={`voucher-${id}`}>
      <View className="lrow-top">
        <View className="strong">{VOUCHER_WORDS[kind]}</View>
        <Tag tone={VOUCHER_STATUS_WORDS[status].tone}>{VOUCHER_STATUS_WORDS[status].says}</Tag>
      </View>
      <ErrorSummary errors={act.errors} title="没有入账" />
      <Lines voucher={voucher} />
      {caseId ? (
        <Button id={`voucher-case-${id}`} kind="plain" inline onTap={() => openCase(caseId)}>
          {`查看案件 ${voucher.caseNo ?? ""}`}
        </Button>
      ) : null}
      <Buttons voucher={voucher} office={office} onAsk={setAsking} />
      <Sheets voucher={voucher} asking={asking} moves={moves} onClose={() => setAsking(null)} />
    </Card>
  );
}
