/** How institutions and firms stand in a random life of 新乡: bans with what is taken back, and a bank whose bad loans pause what it may be paid. */
import { entriesInOrder } from "../../fund/entries";
import { fen, lesser, ZERO } from "../../money";
import { type Banned, ban, barredOn } from "../../process/ban";
import type { Standing } from "../../process/claim";
import { clawbackByBan, orderClawback, receiveClawback } from "../../process/clawback";
import type { LoanFile } from "../../process/loan-file";
import { clawbackOpen, returnedSoFar } from "../../process/recovery-state";
import { badRatio, mayPause, mayResume } from "../../process/watch";
import { must } from "../testing";
import type { Life, Matter } from "../testing-life";
import { liveOf } from "../testing-totals";
import { GROUP, OFFICE } from "./testing";

export interface Standings {
  /** Bans by the id of the institution or the firm. */
  readonly bans: Map<string, Banned>;
  /** Decisions that paused a bank. */
  readonly paused: Map<string, string>;
}

export function standingOf(life: Life, { bans, paused }: Standings, { file, lender }: Matter): Standing {
  const payee = file ? (life.payee(file) ?? lender) : lender;
  const found = bans.get(payee.id);
  const barred = found ? barredOn([found], [], life.on) : undefined;
  const pausedBy = paused.get(payee.id);
  return { agreementInForce: true, ...(barred && !barred.ok ? { barred: barred.refusals } : {}), ...(pausedBy ? { pausedBy } : {}) };
}

/** A pause is decided on the bank's ratio, and so is its end. */
export function watches(life: Life, { paused }: Standings, bank: string, how: number): void {
  const { watch } = life.scheme;
  if (!watch) return;
  const bad = liveOf(life, (one) => one.lender.id === bank && one.file?.life.grade !== "normal", "outstanding");
  // a bank lends to many more than to those whose loans are covered
  const all = fen(bad * (5 + (how % 40)));
  const ratio = must(badRatio(watch, { bad: { balance: bad, count: 0 }, all: { balance: all, count: 0 } }, life.on));
  const decision = { by: how % 5 === 0 ? ("office" as const) : ("government" as const), documentNo: life.number("决定") };
  if (paused.has(bank)) {
    if (!life.took(mayResume(watch, ratio, decision, life.on))) return;
    paused.delete(bank);
    life.saw("resumed");
  } else if (life.took(mayPause(watch, ratio, decision, life.on))) {
    paused.set(bank, decision.documentNo);
    life.saw("bank paused");
  }
}

/** Misconduct that somebody found proven: of the firm for ever, of the institution for years and with what it was paid. */
export function bans(life: Life, { bans: all }: Standings, matter: Matter, how: number): void {
  const rule = life.scheme.sanctions.bans?.find(({ of }) => of === (how % 3 === 0 ? "institution" : "enterprise"));
  const { file } = matter;
  if (!rule || !file) return;
  const paid = file.claim?.paid?.amount ?? ZERO;
  const returned = file.recovery ? returnedSoFar(file.recovery) : ZERO;
  const conduct = how % 7 === 0 ? "hearsay" : (rule.conduct[how % rule.conduct.length] ?? "");
  const found = { conduct, verifiedOn: life.on, by: "office" as const, documentNo: life.number("认定") };
  const banned = ban(rule, found, paid, returned, life.on);
  if (!life.took(banned)) return;
  const who = rule.of === "institution" ? (life.payee(file) ?? file.loan.lender) : matter.enterprise;
  if (!all.has(who.id)) all.set(who.id, banned.value);
  life.saw(`banned ${rule.of}`);
  if (rule.of !== "institution" || banned.value.clawback === ZERO) return;
  const order = { amount: banned.value.clawback, documentNo: found.documentNo };
  const ordered = orderClawback(life.scheme.recovery, clawbackByBan(rule), file, order, life.act(OFFICE));
  const { chart } = life.scheme.fund;
  const entries = entriesInOrder(chart, life.book, "clawback", order.amount, file.claim?.id ?? "");
  if (life.took(ordered) && life.posts(life.transfer("clawback", entries, { caseId: file.caseId }))) life.files(matter, OFFICE, ordered);
}

/** What was ordered back comes in, whole or in part. */
export function paysBack(life: Life, matter: Matter, file: LoanFile, how: number): boolean {
  const open = file.recovery ? clawbackOpen(file.recovery) : ZERO;
  if (open === ZERO) return false;
  const amount = how % 2 === 0 ? open : lesser(open, fen(1 + (how % 50_000_000)));
  const transferId = life.number("c");
  const told = receiveClawback(life.scheme.recovery, file, { amount, transferId });
  if (life.took(told) && life.books("clawback_received", amount, file.claim?.id, { caseId: file.caseId, id: transferId }))
    life.files(matter, GROUP, told);
  life.saw("clawed back");
  return true;
}
