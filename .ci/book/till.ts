/** A fund with money in it that pays one claim after the other, as its own document says: ceilings, pause, cash before quota; every posting checked by the ledger. */
import { type FundLimit, payableWithin } from "../../shared/fund/allocation";
import { freeFunds } from "../../shared/fund/balances";
import { mayCross, mayGoOn, measuresOf } from "../../shared/fund/breaker";
import { reasonOf } from "../../shared/fund/chart";
import { entriesByTurn, entriesFor } from "../../shared/fund/entries";
import { openFund } from "../../shared/fund/fund";
import type { Transfer } from "../../shared/fund/ledger";
import { type PaymentPlan, planPayment } from "../../shared/fund/payment";
import { post } from "../../shared/fund/posting";
import { RunningFund } from "../../shared/fund/replay";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { type Fen, fen, minus, plus, yuan, ZERO } from "../../shared/money";
import type { Outcome } from "../../shared/outcome";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";

const PERSONS = { madeBy: "one", checkedBy: "two" } as const;

/** Refusals that no book can bring about are broken invariants of the run. */
function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ code, figures }) => `${code} ${JSON.stringify(figures)}`).join("; "));
  return outcome.value;
}

export interface Stopped {
  readonly stopped: string;
}
export interface Paid {
  readonly plan: PaymentPlan;
  readonly funds: { readonly cash: Fen; readonly quota: Fen };
  readonly paid: Fen;
}

export class Till {
  readonly fund: RunningFund;
  readonly #limits: readonly FundLimit[];
  readonly #paid = new Map<string, Fen>();
  /** How it was opened, for the head of the run. */
  readonly opened: string;

  constructor(
    readonly scheme: Scheme,
    enough: Fen,
    on: LocalDate,
  ) {
    const { fund } = scheme;
    this.fund = new RunningFund(fund);
    const set = ({ at, unset }: FundLimit) => !(unset && must(valueOn(at, on)) === 0);
    this.#limits = (fund.limits ?? []).filter(set);
    const unset = (fund.limits ?? []).filter((limit) => !set(limit)).map(({ says }) => `; ${says} is unset and asked of nothing`);
    this.opened = `${this.#open(enough, on)}${unset.join("")}`;
  }

  /** By its tranches; by what each area pays in as a rule; else, where the money comes year by year, with enough for all. */
  #open(enough: Fen, on: LocalDate): string {
    const { fund, admission } = this.scheme;
    if (fund.tranches.length > 0) {
      const paidIn = fund.tranches.map(({ initial }, at) => ({ id: `opening-${at}`, amount: fen(must(valueOn(initial, on))) }));
      this.fund.fold(...must(openFund(fund, paidIn, PERSONS, on)));
      return `opened with the document's own ${paidIn.map(({ amount }) => yuan(amount)).join(" + ")}`;
    }
    const areas = admission.steps.flatMap((step) => (step.kind === "recommend" && step.own ? must(valueOn(step.own.areas, on)) : []));
    if (fund.contributions && areas.length > 0) {
      const each = fen(must(valueOn(fund.contributions.least.ordinary, on)));
      for (const area of areas)
        this.#post({ id: `opening-${area}`, reason: "contribution", on, entries: entriesFor(fund.chart, "contribution", each, area) });
      return `no size in the document: opened with ${areas.length} areas' ordinary ${yuan(each)} each`;
    }
    if (enough > ZERO) this.#post({ id: "opening", reason: "deposit", on, entries: entriesFor(fund.chart, "deposit", enough) });
    return `money comes by yearly budget: opened with enough for every claim, ${yuan(enough)}`;
  }

  #post(transfer: Omit<Transfer, "persons">): void {
    this.fund.fold(...must(post(this.scheme.fund.chart, this.fund.book, { ...transfer, persons: PERSONS })));
  }

  /** The word for which a claim is not paid today; the fund is asked before it pays, as any instruction asks it. */
  #stops(asked: Fen, on: LocalDate): string | undefined {
    const { breaker, chart } = this.scheme.fund;
    const year = this.#paid.get(String(partsOf(on).year)) ?? ZERO;
    const asks = [
      payableWithin(this.#limits, { year, life: this.#paid.get("life") ?? ZERO }, asked, on),
      mayGoOn(breaker, this.fund.state, "payment", on),
      mayCross(breaker, this.fund.state, measuresOf(chart, this.fund.book), asked, on),
    ];
    return asks.flatMap((one) => (one.ok ? [] : one.refusals.map(({ code }) => code)))[0];
  }

  pay(id: string, lender: string, asked: Fen, on: LocalDate): Paid | Stopped {
    const { chart, payment } = this.scheme.fund;
    const stopped = this.#stops(asked, on);
    if (stopped) return { stopped };
    const subs = chart.accounts.some(({ per }) => per === "institution") ? { institution: lender } : undefined;
    const funds = freeFunds(chart, this.fund.book, subs);
    const plan = must(planPayment(payment, asked, funds, on));
    const paid = plus(plan.account, plan.quota);
    if (paid === ZERO) return { stopped: payment.empty ?? "fund_insufficient" };
    const payable = { id, reason: "compensation", of: id, caseId: id, payeeId: lender, amount: minus(asked, plan.unfunded), approvedOn: on } as const;
    this.fund.fold({ type: "payable_approved", payable: { ...payable, ...(subs ? { subs } : {}) } });
    const about = { caseId: id, payableId: id, on };
    if (plan.quota > ZERO && reasonOf(chart, "quota_draw"))
      this.#post({ ...about, id: `${id}-draw`, reason: "quota_draw", entries: entriesFor(chart, "quota_draw", plan.quota) });
    this.#post({ ...about, id: `${id}-pay`, reason: "compensation", entries: entriesByTurn(chart, this.fund.book, "compensation", paid, id, subs) });
    for (const key of [String(partsOf(on).year), "life"]) this.#paid.set(key, plus(this.#paid.get(key) ?? ZERO, paid));
    return { plan, funds, paid };
  }
}
