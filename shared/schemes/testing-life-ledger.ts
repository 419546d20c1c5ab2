/** The fund of a district that lives at random: what is taken and refused, the ledger's events, and what a year has left to be paid. */
import { reasonOf } from "../fund/chart";
import { entriesFor } from "../fund/entries";
import type { LedgerEvent, Transfer } from "../fund/ledger";
import type { Till } from "../fund/payment";
import { amountOf, post } from "../fund/posting";
import { RunningFund } from "../fund/replay";
import { addDays, type LocalDate, partsOf } from "../local-date";
import { type Fen, plus, ZERO } from "../money";
import type { Outcome } from "../outcome";
import type { Scheme } from "./scheme";

/** A fault put into the engine's way, for a test that expects it to be found. */
export type Plant = "double_payment" | "rounding" | "lost_fen" | "over_ceiling" | "uneven_shares" | "crooked_allocation";
/** A promise that did not hold. */
export class Broken extends Error {}

/** Two persons of the books. */
export const TWO = { madeBy: "maker", checkedBy: "checker" };

export class LifeLedger {
  readonly fund: RunningFund;
  readonly log: LedgerEvent[] = [];
  /** How often each code refused, and each thing happened that is worth counting. */
  readonly refused = new Map<string, number>();
  readonly seen = new Map<string, number>();
  /** A running digest of everything that happened, in order. */
  digest = 0x811c9dc5;
  readonly #setAside = new Map<string, Fen>();
  readonly #paid = new Map<number, Fen>();
  #last = 0;

  constructor(
    readonly scheme: Scheme,
    public on: LocalDate,
    readonly plant?: Plant,
  ) {
    this.fund = new RunningFund(scheme.fund);
  }

  get book() {
    return this.fund.book;
  }

  note(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.digest = Math.imul(this.digest ^ text.charCodeAt(at), 0x01000193);
  }

  passes(days: number): void {
    this.on = addDays(this.on, days);
    this.note(this.on);
  }

  saw(what: string, times = 1): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + times);
  }

  /** A number that nothing had before. */
  number(word: string): string {
    this.#last += 1;
    return `${word}${this.#last}`;
  }

  took<T>(outcome: Outcome<T>): outcome is { readonly ok: true; readonly value: T } {
    if (!outcome.ok) for (const { code } of outcome.refusals) this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    return outcome.ok;
  }

  /** Takes accepted events of the ledger. */
  money(outcome: Outcome<readonly LedgerEvent[]>): boolean {
    if (!this.took(outcome)) return false;
    for (const event of outcome.value) {
      this.log.push(event);
      this.fund.fold(event);
      this.#count(event);
      this.note(JSON.stringify(event));
    }
    return true;
  }

  transfer(reason: Transfer["reason"], entries: Transfer["entries"], more: Partial<Transfer> = {}): Transfer {
    return { id: this.number("t"), reason, on: this.on, entries, persons: TWO, ...more };
  }

  posts(transfer: Transfer): boolean {
    return this.money(post(this.scheme.fund.chart, this.book, transfer));
  }

  /** Posts by two persons on the first accounts that the reason names. */
  books(reason: Transfer["reason"], amount: Fen, of?: string, more: Partial<Transfer> = {}): boolean {
    return this.posts(this.transfer(reason, entriesFor(this.scheme.fund.chart, reason, amount, of), more));
  }

  /** Payments of the year and of the whole life, with what an order has set aside: neither is there to be paid again. */
  paid(): Readonly<Record<"year" | "life", Fen>> {
    const aside = plus(...this.#setAside.values());
    return { year: plus(this.#paid.get(partsOf(this.on).year) ?? ZERO, aside), life: plus(...this.#paid.values(), aside) };
  }

  /** Does an approved amount still wait to be paid? */
  waits(_payableId: string): boolean {
    return true;
  }

  till(): Till {
    const { chart, payment, breaker, limits } = this.scheme.fund;
    const { state, book } = this.fund;
    const queue = this.fund.queue.filter((id) => this.waits(id));
    return {
      chart,
      rules: payment,
      ...(breaker ? { breaker } : {}),
      state,
      view: book,
      queue,
      ...(limits && this.plant !== "over_ceiling" ? { limits: { rules: limits, paid: this.paid() } } : {}),
    };
  }

  #count(event: LedgerEvent): void {
    if (event.type === "voided" || event.type === "expired") this.#setAside.delete(event.id);
    if (event.type !== "posted" && event.type !== "reserved") return;
    const { id, reason, on } = event.transfer;
    if (reasonOf(this.scheme.fund.chart, reason)?.payable !== "settles") return;
    const amount = amountOf(event.transfer);
    if (event.type === "reserved") this.#setAside.set(id, amount);
    else {
      const { year } = partsOf(on);
      this.#setAside.delete(id);
      this.#paid.set(year, plus(this.#paid.get(year) ?? ZERO, amount));
    }
  }
}
