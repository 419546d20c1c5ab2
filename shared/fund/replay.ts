/** A fund from nothing: balances, pause and restart as its ledger's events tell them, one after another. What runs on and what is replayed take the same step. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal } from "../outcome";
import { Book } from "./balances";
import { begunAnew } from "./begun";
import { type BreakerChange, type BreakerState, measuresOf, RUNNING, stepBreaker } from "./breaker";
import type { FundRules } from "./fund";
import type { LedgerEvent, LedgerView } from "./ledger";

/** The fund after some of its events. `fold` changes this object alone. */
export class RunningFund {
  readonly book: Book;
  readonly #changes: BreakerChange[] = [];
  readonly #queue: string[] = [];
  #state: BreakerState = RUNNING;

  constructor(readonly rules: FundRules) {
    this.book = new Book(rules.chart);
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Every pause and restart, in order. */
  get changes(): readonly BreakerChange[] {
    return this.#changes;
  }

  /** Approved while the fund was paused and not settled yet, in the order of approval. */
  get queue(): readonly string[] {
    return this.#queue;
  }

  fold(...events: readonly LedgerEvent[]): this {
    for (const event of events) {
      this.book.fold(event);
      if (event.type === "payable_approved" && this.#state.state === "PAUSED") this.#queue.push(event.payable.id);
      if (event.type === "posted") this.#step(event.transfer.on);
      this.#begin(event);
      if ("transfer" in event && event.transfer.payableId !== undefined) this.#leave(event.transfer.payableId);
    }
    return this;
  }

  #begin(event: LedgerEvent): void {
    const anew = begunAnew(this.rules, this.book, this.#state, event);
    if (!anew) return;
    this.#state = RUNNING;
    this.#changes.push(anew);
  }

  #step(on: LocalDate): void {
    if (!this.rules.breaker) return;
    const stepped = stepBreaker(this.rules.breaker, this.#state, measuresOf(this.rules.chart, this.book), on);
    if (!stepped.ok) throw new RangeError((stepped.refusals[0] as Refusal).code);
    this.#state = stepped.value.state;
    this.#changes.push(...stepped.value.changes);
  }

  /** A payable leaves the queue when it is paid, not when money is merely set aside for it. */
  #leave(payableId: string): void {
    const settledBy = this.book.payable(payableId)?.settledBy;
    const at = this.#queue.indexOf(payableId);
    if (at >= 0 && settledBy !== undefined && this.book.standing(settledBy)?.status === "posted") this.#queue.splice(at, 1);
  }
}

export function replayFund(rules: FundRules, events: readonly LedgerEvent[]): RunningFund {
  const fund = new RunningFund(rules);
  for (const event of events) fund.fold(event);
  return fund;
}

export interface Followed {
  /** The books with the new events laid over what lay below. */
  readonly book: Book;
  readonly state: BreakerState;
  readonly changes: readonly BreakerChange[];
}

/** What new events do to a fund whose balances were read, not replayed: the books after them, and each pause or restart that a posting brings. */
export function followFund(rules: FundRules, before: BreakerState, below: LedgerView, events: readonly LedgerEvent[]): Outcome<Followed> {
  const book = new Book(rules.chart, below);
  const changes: BreakerChange[] = [];
  let state = before;
  for (const event of events) {
    book.fold(event);
    if (event.type !== "posted" || !rules.breaker) continue;
    const stepped = stepBreaker(rules.breaker, state, measuresOf(rules.chart, book), event.transfer.on);
    if (!stepped.ok) return stepped;
    const anew = begunAnew(rules, book, stepped.value.state, event);
    state = anew ? RUNNING : stepped.value.state;
    changes.push(...stepped.value.changes, ...(anew ? [anew] : []));
  }
  return accept({ book, state, changes });
}
