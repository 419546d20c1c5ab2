/** The ops of worked examples about the fund and what comes after the loan: each names an engine function and the words that examples use for its parts. */
import { Book, fundsOf } from "../fund/balances";
import { type BreakerState, mayGoOn, measuresOf, stepBreaker } from "../fund/breaker";
import type { ReasonId } from "../fund/chart";
import { entriesFor } from "../fund/entries";
import { openFund } from "../fund/fund";
import { planPayment } from "../fund/payment";
import { post } from "../fund/posting";
import { recoveryRate as rateOf } from "../fund/report";
import { day, type LocalDate } from "../local-date";
import { type Fen, fen, lesser, minus, yuan, ZERO } from "../money";
import { refuse } from "../outcome";
import { panelDifference } from "../process/claim-panel";
import { shareRecovered } from "../process/recovery-share";
import { paidFirmsOf } from "../process/sanction";
import { netLoss } from "../process/write-off";
import { valueOn } from "../rule/parameter";
import type { Scheme } from "./scheme";
import { countOf, dateOf, firstDay, type Given, kindOf, moneyOf, must, type Op, part, partsOf, textOf } from "./worked-given";

const payment: Op = (scheme, given) => {
  const funds = { cash: moneyOf(given, "accountBalance"), quota: moneyOf(given, "quotaUndrawn") };
  const plan = must(planPayment(scheme.fund.payment, moneyOf(given, "payable"), funds, firstDay(scheme)));
  return { ok: true, path: plan.path, account: yuan(plan.account), quota: yuan(plan.quota), unfunded: yuan(plan.unfunded), flag: plan.flag };
};

const PERSONS = { madeBy: "1", checkedBy: "2" };

/** A fund whose books can be moved by an amount at a time: what the examples say happened, through the same planning and postings as any payment. */
class Fund {
  readonly book: Book;
  #no = 0;

  constructor(
    readonly scheme: Scheme,
    readonly on: LocalDate,
  ) {
    const paidIn = scheme.fund.tranches.map(({ initial }, at) => ({ id: `open-${at}`, amount: fen(must(valueOn(initial, on))) }));
    this.book = new Book(scheme.fund.chart).fold(...must(openFund(scheme.fund, paidIn, PERSONS, on)));
  }

  pay(reason: "compensation" | "subsidy", amount: Fen): void {
    if (amount === ZERO) return;
    const plan = must(planPayment(this.scheme.fund.payment, amount, fundsOf(this.scheme.fund.chart, this.book), this.on));
    if (plan.flag) must(refuse(plan.flag, { unfunded: yuan(plan.unfunded) }, this.scheme.fund.payment.limited));
    this.#no += 1;
    const id = String(this.#no);
    this.book.fold({ type: "payable_approved", payable: { id, reason, of: "one", caseId: "one", payeeId: "one", amount, approvedOn: this.on } });
    if (plan.quota > ZERO) this.#move(`${id}-draw`, "quota_draw", plan.quota, id);
    this.#move(`${id}-pay`, reason, amount, id);
  }

  takeBack(amount: Fen): void {
    this.#no += 1;
    if (amount > ZERO) this.#move(`${this.#no}-back`, "recovery_return", amount);
  }

  #move(id: string, reason: ReasonId, amount: Fen, payableId?: string): void {
    const entries = entriesFor(this.scheme.fund.chart, reason, amount, "one");
    const transfer = { id, reason, on: this.on, entries, persons: PERSONS, caseId: "one", ...(payableId ? { payableId } : {}) };
    this.book.fold(...must(post(this.scheme.fund.chart, this.book, transfer)));
  }
}

/** Compensation by turns of what it was paid from and what came back, so that the figures of a start fit into the fund's size. */
function started(scheme: Scheme, start: Given, on: LocalDate): Fund {
  const fund = new Fund(scheme, on);
  let [paid, back] = [moneyOf(start, "grossComp"), moneyOf(start, "returned")];
  fund.pay("subsidy", moneyOf(start, "subsidies"));
  while (paid > ZERO) {
    const { available } = fundsOf(scheme.fund.chart, fund.book);
    const now = lesser(paid, available);
    fund.pay("compensation", now);
    paid = minus(paid, now);
    if (paid === ZERO) break;
    if (back === ZERO) must(refuse("fund_insufficient", { unfunded: yuan(paid) }, scheme.fund.payment.limited));
    const returned = lesser(back, now);
    fund.takeBack(returned);
    back = minus(back, returned);
  }
  fund.takeBack(back);
  return fund;
}

const STATES = ["ACTIVE", "PAUSED"] as const;

/** Events are `[comp | subsidy | return, amount, document?]`; what may not be paid while the fund is paused waits in the order in which it came. */
const fundState: Op = (scheme, given) => {
  const rules = part(scheme.fund.breaker);
  const on = firstDay(scheme);
  const start = partsOf(given, "start");
  const state = STATES.find((one) => one === textOf(start, "state")) ?? must<"ACTIVE">(refuse("field_invalid", {}, undefined, "state"));
  let breaker: BreakerState = { state, epoch: countOf(start, "epoch") };
  const fund = started(scheme, start, on);
  const queued: string[] = [];
  const log: string[] = [];
  for (const [what, text, paper] of given.events as readonly (readonly [string, string, string?])[]) {
    const amount = moneyOf({ amount: text }, "amount");
    const goes = what === "return" || mayGoOn(rules, breaker, "payment", on, paper).ok;
    if (!goes) queued.push(yuan(amount));
    else if (what === "return") fund.takeBack(amount);
    else if (what === "comp" || what === "subsidy") fund.pay(what === "comp" ? "compensation" : "subsidy", amount);
    else must(refuse("field_invalid", { given: what }, undefined, "events"));
    if (!goes) continue;
    const stepped = must(stepBreaker(rules, breaker, measuresOf(scheme.fund.chart, fund.book), on));
    breaker = stepped.state;
    log.push(...stepped.changes.map((change) => change.to));
  }
  const { paid, available } = measuresOf(scheme.fund.chart, fund.book);
  return { ...breaker, grossComp: yuan(paid), available: yuan(available), queued, log };
};

const recoveryReturn: Op = (scheme, given) => {
  const figures = {
    ratio: textOf(given, "ratio"),
    paid: moneyOf(given, "compPaid"),
    returned: moneyOf(given, "alreadyReturned"),
    recovered: moneyOf(given, "recovered"),
    costs: moneyOf(given, "costs"),
  };
  const shared = must(shareRecovered(scheme.recovery.returns, figures, firstDay(scheme)));
  return { ok: true, toPool: yuan(shared.toPool), toInstitution: yuan(shared.toInstitution), outstandingAfter: yuan(shared.outstandingAfter) };
};

const writeoff: Op = (scheme, given) => {
  const approvals = (given.approvals as readonly string[]).map(kindOf);
  const facts = { paid: moneyOf(given, "compPaid"), returned: moneyOf(given, "returned"), approvals };
  const loss = must(
    netLoss(scheme.recovery.writeOff, { ...facts, legalEnded: given.legalEnded === true, institutionConfirmed: given.institutionConfirmed === true }),
  );
  return { ok: true, netLoss: yuan(loss) };
};

/** `successors` maps a unit that rated to the one that follows it. */
const claimPanel: Op = (_, given) => {
  const successors = Object.entries(partsOf(given, "successors")).map(([from, to]) => ({ from, to: String(to) }));
  const difference = panelDifference(given.reviewUnits as readonly string[], given.claimUnits as readonly string[], successors);
  const same = difference.missing.length === 0 && difference.extra.length === 0;
  return same ? { ok: true } : { ok: false, error: "claim_panel_mismatch", ...difference };
};

const deptCompCases: Op = (scheme, given) => {
  const unit = /(街道|街道办事处|镇|乡|镇政府|乡政府)$/.test(textOf(given, "dept")) ? "township" : "department";
  const paid = (given.compensated as readonly (readonly [string, string])[]).map(([creditCode, on]) => ({
    creditCode,
    paidOn: dateOf({ on }, "on"),
  }));
  const year = countOf(given, "year");
  return must(paidFirmsOf(scheme.sanctions.departments, unit, paid, year, day(`${year}-12-31`)));
};

const recoveryRate: Op = (_, given) => ({ rate: rateOf(moneyOf(given, "compPaid"), moneyOf(given, "returned")) });

export const MONEY_OPS: Readonly<Record<string, Op>> = { payment, fundState, recoveryReturn, writeoff, claimPanel, deptCompCases, recoveryRate };
