/** A loan from its first repayment to a consented claim: what has to be done around it, the filing, and each step by those whom the document names. */

import { type Fen, fen, lesser, ZERO } from "../money";
import { accept, type Outcome } from "../outcome";
import { anchorsOf } from "../process/anchors";
import {
  checkClaim,
  consentClaim,
  fileClaim,
  notifyClaim,
  payableOf,
  reportClaim,
  returnClaim,
  type Standing,
  withdrawClaim,
} from "../process/claim";
import { papersFor } from "../process/claim-faults";
import type { ClaimStep } from "../process/claim-rules";
import type { Filing } from "../process/claim-state";
import { type LoanFile, repayOnFile } from "../process/loan-file";
import { gradeLoan, outstandingOn, repaidInFull } from "../process/loan-life";
import { fulfil, gateOpen, type Obligation, owedFor } from "../process/obligation";
import { valueOn } from "../rule/parameter";
import { must } from "./testing";
import type { Life, Matter } from "./testing-life";
import { Broken } from "./testing-life-ledger";
import { paysClaim } from "./testing-paying";

/** What a claim's way asks of the district beside the file. */
export interface Claiming<M extends Matter> {
  readonly standing?: (matter: M) => Standing;
  /** Sums of the records on the day, for a formula that asks for them. */
  readonly sums?: (matter: M) => Readonly<Record<string, Fen>>;
  /** A step that this document takes in a way of its own. */
  readonly own?: { readonly step: string; readonly takes: (matter: M, file: LoanFile, how: number) => void };
}

/** The next thing that happens to a loan until it is paid for. */
export function claims<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number, given: Claiming<M> = {}): void {
  const at = file.claim?.step;
  const step = life.scheme.claim.steps.find(({ id }) => id === at);
  if (repaidInFull(file.life, life.on)) return void (step && takesBack(life, matter, file, step));
  if (how % 6 === 0) return void repays(life, matter, file, how);
  if (how % 5 === 0 && owes(life, matter, file, how)) return;
  if (!step) return void claimsFirst(life, matter, file, how, given);
  if (how % 23 === 0) return void sendsBack(life, matter, file, step);
  if (step.kind === "pay") return void paysClaim(life, matter, file, how, given.sums?.(matter));
  if (step.id === given.own?.step) return void given.own.takes(matter, file, how);
  steps(life, matter, file, step, given);
}

function sendsBack<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, step: ClaimStep): void {
  const who = life.whoOf(matter, step.by);
  life.files(matter, who, returnClaim(life.scheme, file, { reason: "补充", documentNo: "退" }, life.act(who)));
}

/** Nothing is left to claim: whoever claimed takes it back, or it is sent back to where that can be done. */
function takesBack<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, step: ClaimStep): void {
  const payee = file.claim?.payee ?? file.loan.lender;
  if (!life.files(matter, payee, withdrawClaim(life.scheme, file, "已还清", life.act(payee)))) sendsBack(life, matter, file, step);
}

function repays<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number): void {
  const owed = outstandingOn(file.life, life.on);
  const principal = how % 5 === 0 && how % 4 === 0 ? owed : lesser(owed, fen(1 + (how % 30_000_000)));
  const repayment = { id: life.number("p"), on: life.on, principal, interest: fen(how % 3) };
  life.files(matter, file.loan.lender, repayOnFile(file, repayment, life.act(file.loan.lender)));
}

/** Does one thing that the document obliges somebody to; a claim's own before any other. False where nothing is owed now. */
function owes<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number): boolean {
  const all = owedFor(life.scheme.obligations, file.loan.mode);
  const anchors = anchorsOf(file, life.on);
  const done = file.fulfilled ?? [];
  const open = (one: Obligation) => !gateOpen([{ ...one, gates: ["claim"] }], "claim", anchors, done, life.on).ok;
  const owed = all.filter((one) => anchors[one.anchor] !== undefined && open(one));
  const gating = owed.filter(({ gates }) => gates.length > 0);
  const one = gating[0] ?? owed[how % Math.max(1, owed.length)];
  if (!one) return false;
  const ways = one.ways && "versions" in one.ways ? must(valueOn(one.ways, life.on)) : one.ways;
  const way = ways ? { way: ways[done.filter(({ obligation }) => obligation === one.id).length % ways.length] ?? "" } : {};
  const who = life.whoOf(matter, one.by);
  const told = { on: life.on, detail: "已办", documentNo: life.number("文"), ...way };
  if (!life.files(matter, who, fulfil(one, told, anchors, done, life.act(who)))) return false;
  life.saw(`did ${one.id}`);
  return true;
}

function claimsFirst<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number, given: Claiming<M>): void {
  const { grade } = file.life;
  const bad = must(valueOn(life.scheme.claim.evidence, life.on)).grades.at(-1) ?? "loss";
  if (grade === "normal") return void life.files(matter, file.loan.lender, gradeLoan(file.life, bad, life.on, life.act(file.loan.lender)));
  const payee = life.payee(file) ?? file.loan.lender;
  const filed = fileClaim(life.scheme, file, filing(life, file, how), given.standing?.(matter) ?? { agreementInForce: true }, life.act(payee));
  if (life.files(matter, payee, filed)) life.saw("filed");
  else owes(life, matter, file, how);
}

function filing(life: Life, file: LoanFile, how: number): Filing {
  const { claim } = life.scheme;
  const principal = outstandingOn(file.life, life.on);
  const { overdue } = anchorsOf(file, life.on);
  const evidence = { grade: file.life.grade, overdueDays: 31, letterNo: "函", creditReport: { no: "征信", stamped: true } };
  const stands = claim.guarantor ? { compensated: { principal, on: overdue ?? life.on, proofNo: "代偿", reviewNo: "核定" } } : {};
  return {
    claimId: life.number(`claim-${file.caseId}-`),
    evidence,
    principal,
    interest: fen(how % 1_000),
    covered: how % 11 === 0 ? fen(how % 100_000_000) : ZERO,
    papers: papersFor(claim, file.loan.mode).map(({ kind }) => kind),
    ...stands,
  };
}

function steps<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, step: ClaimStep, given: Claiming<M>): void {
  const who = life.whoOf(matter, step.by);
  const taken = (outcome: Outcome<Parameters<typeof life.files>[2] extends Outcome<infer T> ? T : never>) => life.files(matter, who, outcome);
  if (step.kind === "check") {
    const heard = step.together ? life.bodiesOf(step.together.kinds) : [];
    taken(checkClaim(life.scheme, file, "齐全", life.act(who), heard));
  } else if (step.kind === "report") taken(reportClaim(life.scheme, file, life.number("报告"), life.act(who)));
  else if (step.kind === "notify") taken(notifyClaim(life.scheme, file, life.number("通知"), life.act(who)));
  else if (step.kind === "approve") consents(life, matter, file, given);
}

/** The higher authority agrees: what it agreed to is told to the ledger. */
function consents<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, given: Claiming<M>): void {
  const who = life.whoOf(matter, life.scheme.claim.steps.find(({ kind }) => kind === "approve")?.by ?? []);
  const sums = given.sums?.(matter);
  const agreed = consentClaim(life.scheme, file, life.number("批复"), given.standing?.(matter) ?? { agreementInForce: true }, life.act(who), {
    ...(sums ? { sums } : {}),
    ...(matter.allocated === undefined ? {} : { allocated: matter.allocated }),
  });
  if (!life.files(matter, who, agreed) || !matter.file) return;
  life.saw("consented");
  if (!life.money(accept([{ type: "payable_approved", payable: must(payableOf(life.scheme, matter.file)) }])))
    throw new Broken("a consent is not payable");
}
