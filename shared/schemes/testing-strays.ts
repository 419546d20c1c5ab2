/** What is wrong under every document: nearly all of it is refused, and what is not must leave every promise whole. */

import { entriesInOrder } from "../fund/entries";
import { confirmPaid, countersign } from "../fund/instruction";
import type { Transfer } from "../fund/ledger";
import { drawUp } from "../fund/payment";
import { fen, ZERO } from "../money";
import { consentClaim } from "../process/claim";
import { repayOnFile } from "../process/loan-file";
import { declareReturn } from "../process/recovery-return";
import { confirmLoss, writeOff } from "../process/write-off";
import type { Life, Matter } from "./testing-life";
import { executes, payer } from "./testing-paying";

const MUCH = fen(9_000_000_000);

/** Somebody tries what he should not. */
export function strays(life: Life, matter: Matter, how: number): void {
  const tries = [...onBooks(life, matter, how), ...onOrders(life, matter, how), ...onFile(life, matter, how), ...life.strays(matter, how)];
  tries[how % tries.length]?.();
}

function onBooks(life: Life, { file, state, no }: Matter, how: number): (() => unknown)[] {
  const { chart } = life.scheme.fund;
  const amount = fen(1 + (how % 400_000_000));
  const of = file?.claim?.id ?? `none-${no}`;
  const caseId = state.id;
  return [
    () => life.books("compensation", amount, of, { caseId, payableId: of, persons: { madeBy: "x" } }),
    () => life.books("compensation", amount, of, { caseId, payableId: `other-${of}` }),
    () => life.books("quota_draw", amount, undefined, { caseId, payableId: `other-${of}` }),
    () => life.posts(life.transfer("recovery_return", entriesInOrder(chart, life.book, "recovery_return", MUCH, of), { caseId })),
    () => life.posts(life.transfer("investment" as Transfer["reason"], [])),
    () => life.books("write_off", MUCH, of, { caseId }),
  ];
}

function onOrders(life: Life, { file, instruction }: Matter, how: number): (() => unknown)[] {
  const till = life.till();
  const maker = payer(life.scheme.fund.payment.instructedBy, 1);
  const amount = fen(1 + (how % 400_000_000));
  const settled = life.book.payable(file?.claim?.id ?? "")?.settledBy;
  return [
    () => instruction && life.took(confirmPaid(till, { ...instruction, status: "INSTRUCTED" }, payer(["enterprise"], 9), life.on)),
    () => instruction && life.took(countersign(till, { ...instruction, status: "DRAWN_UP" }, maker, life.on, life.on)),
    () =>
      instruction?.status === "PAID" && life.took(confirmPaid(till, { ...instruction, status: "INSTRUCTED" }, executes(life, instruction), life.on)),
    () => {
      const basis = { base: amount, ratio: "1", loss: amount, covered: ZERO };
      if (settled) life.took(drawUp(till, { no: "again", payableId: file?.claim?.id ?? "", asked: amount, basis }, maker, life.on));
    },
  ];
}

function onFile(life: Life, matter: Matter, how: number): (() => unknown)[] {
  const { file } = matter;
  if (!file) return [];
  const { lender } = file.loan;
  const rules = life.scheme.recovery;
  const payee = file.claim?.payee ?? lender;
  const stranger = { ...lender, id: "stranger", name: "别家" };
  const receipt = file.recovery?.receipts.find(({ due }) => due > ZERO);
  const sent = { receiptId: receipt?.id ?? "", amount: MUCH, on: life.on, voucherNo: "x" };
  const over = { id: "x", on: life.on, principal: MUCH, interest: ZERO };
  return [
    () => life.files(matter, lender, repayOnFile(file, over, life.act(lender))),
    () => life.took(writeOff(rules, file, "x")),
    () => life.files(matter, payee, confirmLoss(rules, file, fen(1 + (how % 400_000_000)), life.act(payee))),
    () => receipt && life.took(declareReturn(rules, file, sent, life.act(payee))),
    () => life.files(matter, stranger, consentClaim(life.scheme, file, "", { agreementInForce: true }, life.act(stranger))),
  ];
}
