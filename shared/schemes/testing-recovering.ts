/** After the payment: the law, money that comes back and is shared, returns by two hands, a loss that is confirmed, approved and written off. */
import { carriedOn, entriesFor, entriesInOrder } from "../fund/entries";
import type { Part } from "../fund/sharing";
import { fen, minus, plus, ZERO } from "../money";
import { accept } from "../outcome";
import type { FileEvent, LoanFile } from "../process/loan-file";
import { coordinate, recover, startLegal } from "../process/recovery";
import { declareReturn, deskOf, receiveReturn } from "../process/recovery-return";
import { approvalsMissing, clawbackOpen, type Recovery } from "../process/recovery-state";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../process/write-off";
import { valueOn } from "../rule/parameter";
import { must } from "./testing";
import type { Life, Matter } from "./testing-life";

/** The next thing that happens to what the fund has paid; `own` is what only this document does. */
export function recovers<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number, own?: (recovery: Recovery) => boolean): void {
  const { recovery, claim } = file;
  const rules = life.scheme.recovery;
  if (!recovery || !claim?.paid) return;
  const payee = claim.payee;
  const waiting = recovery.receipts.find((receipt) => !receipt.returned && receipt.due > ZERO);
  if (waiting && how % 3 > 0) return void returns(life, matter, file, waiting.id);
  if (own?.(recovery)) return;
  if (rules.coordination && !recovery.coordination) {
    const desk = life.body(rules.coordination.by[0]);
    const met = { outcome: "NO_RESULT", on: life.on, attended: [file.recommender.id] } as const;
    return void life.files(matter, desk, coordinate(rules, file, met, life.act(desk)));
  }
  if (how % 4 === 0) return void comesIn(life, matter, file, how);
  if (!recovery.legal) return void life.files(matter, payee, startLegal(rules, file, { on: life.on, court: "法院", caseNo: "1" }, life.act(payee)));
  if (how % 2 === 0 && clawbackOpen(recovery) === ZERO) ends(life, matter, file, recovery);
}

function comesIn<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number): void {
  const rules = life.scheme.recovery.returns;
  const payee = file.claim?.payee ?? file.loan.lender;
  // now and then dearer than what it brought in
  const [amount, costs] = how % 32 === 0 ? [fen(1 + (how % 900)), fen(how % 5_000)] : [fen(1 + (how % 150_000_000)), fen(how % 1000)];
  const kind = rules.costs ? must(valueOn(rules.costs, life.on))[0] : "litigation";
  const source = rules.sources ? { source: rules.sources[how % rules.sources.length]?.id ?? "" } : {};
  const costItems = costs > ZERO ? [{ kind: kind ?? "", amount: costs, voucherNo: "票" }] : [];
  const money = { id: life.number("m"), receivedOn: life.on, amount, costs, costItems, ...source };
  const told = recover(life.scheme.recovery, file, money, life.act(payee));
  if (life.files(matter, payee, life.plant === "uneven_shares" && told.ok ? accept(told.value.map(uneven)) : told)) life.saw("came in");
}

/** A fen more for the first party than its share. */
function uneven<E extends FileEvent>(event: E): E {
  if (event.type !== "money_recovered" || !event.receipt.parts) return event;
  const [first, ...rest] = event.receipt.parts;
  const parts: readonly Part[] = first ? [{ ...first, amount: plus(first.amount, fen(1)) }, ...rest] : [];
  return { ...event, receipt: { ...event.receipt, parts } };
}

function returns<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, receiptId: string): void {
  const { chart } = life.scheme.fund;
  const { recovery: rules } = life.scheme;
  const payee = file.claim?.payee ?? file.loan.lender;
  const receipt = file.recovery?.receipts.find(({ id }) => id === receiptId);
  if (!receipt) return;
  if (!receipt.declared) {
    const sent = { receiptId, amount: receipt.due, on: life.on, voucherNo: life.number("回单") };
    return void life.files(matter, payee, declareReturn(rules, file, sent, life.act(payee)));
  }
  const desk = life.body(deskOf(rules)[0]);
  const entries = entriesInOrder(chart, life.book, "recovery_return", receipt.declared.amount, file.claim?.id ?? "");
  const back = life.transfer("recovery_return", entries, { caseId: file.caseId });
  const told = receiveReturn(rules, file, { receiptId, transferId: back.id }, life.act(desk));
  if (!life.took(told)) return;
  if (life.plant === "lost_fen") {
    const [debit, ...credits] = back.entries;
    const short = debit ? [{ ...debit, amount: minus(debit.amount, fen(1)) }, ...credits] : [];
    return void life.money(accept([{ type: "posted", transfer: { ...back, entries: short }, held: false, cites: rules.returns.cites }]));
  }
  if (life.posts(back) && life.files(matter, desk, told)) life.saw("returned");
}

/** The law's end, the loss confirmed, approved by each authority, and written off; money that came in between makes it another loss. */
function ends<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, recovery: Recovery): void {
  const rules = life.scheme.recovery;
  const { chart } = life.scheme.fund;
  const payee = file.claim?.payee ?? file.loan.lender;
  const of = file.claim?.id ?? "";
  const confirms = () => confirmLoss(rules, file, carriedOn(chart, life.book, "recovery_return", of), life.act(payee));
  if (recovery.writtenOff) return;
  if (!recovery.ended) {
    const proof = must(valueOn(rules.writeOff.proofs, life.on))[0] ?? "none";
    return void life.files(matter, payee, endLegal(rules, file, { on: life.on, proof, documentNo: "终" }, life.act(payee)));
  }
  if (!recovery.confirmed) return void life.files(matter, payee, confirms());
  const [missing] = approvalsMissing(rules.writeOff, recovery);
  if (missing) return void life.files(matter, life.body(missing), approveLoss(rules, file, life.act(life.body(missing))));
  const off = life.transfer("write_off", entriesFor(chart, "write_off", recovery.confirmed.amount, of), { caseId: file.caseId });
  const told = writeOff(rules, file, off.id);
  if (!told.ok) return void life.files(matter, payee, confirms());
  if (life.posts(off) && life.files(matter, life.body(rules.writeOff.approvals[0]), told)) life.saw("written off");
}
