/** Pieces of a case's view read back into what the rules know: amounts, days, organisations, instalments, a recovery. */
import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import { type Fen, parseYuan } from "../../../../shared/money";
import type { Instalment } from "../../../../shared/process/loan-life";
import type { OrgKind, OrgRef } from "../../../../shared/process/party";
import type { Recovery } from "../../../../shared/process/recovery-state";

type RecoveryView = NonNullable<NonNullable<CaseView["file"]>["recovery"]>;

/** An amount of the API; what is no amount is a broken contract. */
export function fenOf(text: string): Fen {
  const read = parseYuan(text);
  if (!read.ok) throw new RangeError(`not an amount: ${text}`);
  return read.value;
}

export const day = (text: string) => text as LocalDate;
export const orgOf = (org: { id: string; kind: string; name: string }): OrgRef => ({ id: org.id, kind: org.kind as OrgKind, name: org.name });
export const instalmentOf = (due: { dueOn: string; principal: string; interest: string }): Instalment => ({
  dueOn: day(due.dueOn),
  principal: fenOf(due.principal),
  interest: fenOf(due.interest),
});

export function recoveryIn(recovery: RecoveryView): Recovery {
  const { coordination, forced, legal, receipts, clawback, ended, confirmed, approvals, writtenOff } = recovery;
  return {
    openedOn: day(recovery.openedOn),
    touchedOn: day(recovery.openedOn),
    receipts: receipts.map(({ id, receivedOn, amount, costs, due, declared, returned }) => ({
      id,
      receivedOn: day(receivedOn),
      amount: fenOf(amount),
      costs: fenOf(costs),
      due: fenOf(due),
      ...(declared ? { declared: { amount: fenOf(declared.amount), on: day(declared.on), voucherNo: declared.voucherNo, personId: "" } } : {}),
      ...(returned ? { returned: { on: day(returned.on), amount: fenOf(returned.amount), transferId: "" } } : {}),
    })),
    approvals: approvals.map((each) => ({ kind: each.kind as OrgKind, personId: "", on: day(each.on) })),
    ...(coordination ? { coordination: { outcome: coordination.outcome, on: day(coordination.on), plan: coordination.plan.map(instalmentOf) } } : {}),
    ...(forced ? { forced: { on: day(forced.on), reason: forced.reason } } : {}),
    ...(legal ? { legal: { ...legal, on: day(legal.on) } } : {}),
    ...(clawback ? { clawback: { ordered: fenOf(clawback.ordered), received: fenOf(clawback.received), on: day(clawback.on) } } : {}),
    ...(ended ? { ended: { ...ended, on: day(ended.on) } } : {}),
    ...(confirmed ? { confirmed: { amount: fenOf(confirmed.amount), on: day(confirmed.on) } } : {}),
    ...(writtenOff ? { writtenOff: { amount: fenOf(writtenOff.amount), on: day(writtenOff.on) } } : {}),
  };
}
