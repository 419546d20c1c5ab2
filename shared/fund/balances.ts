/** Balances folded from the ledger's events: each is read, never added up on a page; a nightly recount is the same fold from nothing. */
import { type Fen, minus, plus, ZERO } from "../money";
import { type Account, type Chart, COUNTS, type Count, otherSide, type Reason } from "./chart";
import type { Entry, LedgerEvent, LedgerView, PayableStanding, Standing, Subs, Transfer } from "./ledger";
import { amountOf } from "./posting";

const keyOf = (account: string, of?: string): string => (of === undefined ? account : `${account}/${of}`);

/**
 * The books. Folding changes this object alone; a `Book` laid over another view adds its own events to what lies below, so that a
 * decision can look at what its first postings leave for the next.
 */
export class Book implements LedgerView {
  readonly #balances = new Map<string, Fen>();
  readonly #held = new Map<string, Fen>();
  readonly #standings = new Map<string, Standing>();
  readonly #payables = new Map<string, PayableStanding>();
  readonly #counts = new Map<Count, Fen>();
  readonly #accounts: ReadonlyMap<string, Chart["accounts"][number]>;
  readonly #reasons: ReadonlyMap<string, Reason>;

  constructor(
    readonly chart: Chart,
    readonly below?: LedgerView,
  ) {
    this.#accounts = new Map(chart.accounts.map((account) => [account.id, account]));
    this.#reasons = new Map(chart.reasons.map((reason) => [reason.id, reason]));
  }

  balance(account: string, of?: string): Fen {
    const key = keyOf(account, of);
    return this.#balances.get(key) ?? this.below?.balance(account, of) ?? ZERO;
  }

  held(account: string, of?: string): Fen {
    return this.#held.get(keyOf(account, of)) ?? this.below?.held(account, of) ?? ZERO;
  }

  standing(id: string): Standing | undefined {
    return this.#standings.get(id) ?? this.below?.standing(id);
  }

  payable(id: string): PayableStanding | undefined {
    return this.#payables.get(id) ?? this.below?.payable(id);
  }

  count(name: Count): Fen {
    return this.#counts.get(name) ?? this.below?.count(name) ?? ZERO;
  }

  /** Every balance that an event of this book touched, by `account` or `account/of`. */
  balances(): ReadonlyMap<string, Fen> {
    return this.#balances;
  }

  fold(...events: readonly LedgerEvent[]): this {
    for (const event of events) this.#apply(event);
    return this;
  }

  #apply(event: LedgerEvent): void {
    switch (event.type) {
      case "payable_approved":
        this.#payables.set(event.payable.id, { payable: event.payable, drawn: ZERO });
        return;
      case "reserved":
        this.#standings.set(event.transfer.id, { transfer: event.transfer, status: "reserved", until: event.until });
        this.#hold(event.transfer, plus);
        this.#settle(event.transfer);
        return;
      case "posted":
        this.#post(event.transfer, event.held);
        return;
      case "voided":
      case "expired":
        this.#release(event.id, event.type);
    }
  }

  #post(transfer: Transfer, held: boolean): void {
    if (held) this.#hold(transfer, minus);
    for (const entry of transfer.entries) this.#move(entry);
    this.#standings.set(transfer.id, { transfer, status: "posted" });
    const undone = transfer.reverses === undefined ? undefined : this.standing(transfer.reverses);
    if (undone) this.#standings.set(undone.transfer.id, { ...undone, status: "reversed" });
    const counts = this.#reasons.get(transfer.reason)?.counts;
    if (counts) this.#counts.set(counts, (undone ? minus : plus)(this.count(counts), amountOf(transfer)));
    this.#settle(transfer);
  }

  #release(id: string, status: "voided" | "expired"): void {
    const standing = this.standing(id);
    if (!standing) throw new RangeError(`no transfer ${id}`);
    this.#standings.set(id, { transfer: standing.transfer, status });
    this.#hold(standing.transfer, minus);
    const found = standing.transfer.payableId === undefined ? undefined : this.payable(standing.transfer.payableId);
    if (found?.settledBy === id) this.#payables.set(found.payable.id, { payable: found.payable, drawn: found.drawn });
  }

  /** What the transfer does to its payable: a draw counts when it is posted, a settlement from its reservation on. */
  #settle(transfer: Transfer): void {
    const found = transfer.payableId === undefined ? undefined : this.payable(transfer.payableId);
    const role = this.#reasons.get(transfer.reason)?.payable;
    if (!found || !role) return;
    const undone = transfer.reverses !== undefined;
    if (role === "draws") {
      if (this.standing(transfer.id)?.status === "posted")
        this.#payables.set(found.payable.id, { ...found, drawn: (undone ? minus : plus)(found.drawn, amountOf(transfer)) });
      return;
    }
    const { payable, drawn } = found;
    this.#payables.set(payable.id, undone ? { payable, drawn } : { payable, drawn, settledBy: transfer.id });
  }

  #move(entry: Entry): void {
    const account = this.#accounts.get(entry.account);
    if (!account) throw new RangeError(`no account ${entry.account}`);
    const change = entry.side === account.grows ? plus : minus;
    this.#balances.set(account.id, change(this.balance(account.id), entry.amount));
    if (entry.of !== undefined) this.#balances.set(keyOf(account.id, entry.of), change(this.balance(account.id, entry.of), entry.amount));
  }

  #hold(transfer: Transfer, change: typeof minus): void {
    for (const { account: id, of, side, amount } of transfer.entries) {
      const account = this.#accounts.get(id);
      if (!account?.short || side !== otherSide(account.grows)) continue;
      this.#held.set(id, change(this.held(id), amount));
      if (of !== undefined) this.#held.set(keyOf(id, of), change(this.held(id, of), amount));
    }
  }
}

/** What the fund has: cash in the bank, quota not yet drawn, and both together; reservations are not taken off. */
export function fundsOf(chart: Chart, view: LedgerView): { readonly cash: Fen; readonly quota: Fen; readonly available: Fen } {
  const of = (holds: "cash" | "quota") =>
    plus(...chart.accounts.filter((account) => account.holds === holds).map((account) => view.balance(account.id)));
  const [cash, quota] = [of("cash"), of("quota")];
  return { cash, quota, available: plus(cash, quota) };
}

/** What a payment can count on. */
export interface Funds {
  readonly cash: Fen;
  readonly quota: Fen;
  /** How much of the cash lies apart for those whom the payment names. */
  readonly own?: Fen;
}

/**
 * The same without what reservations will take: what a new payment can still count on. Of money that is kept apart, only what `subs` names is there
 * for it; the whole of it where nothing is named.
 */
export function freeFunds(chart: Chart, view: LedgerView, subs?: Subs): Funds {
  const free = ({ id, per }: Account): Fen => {
    if (per === undefined || subs === undefined) return minus(view.balance(id), view.held(id));
    const of = subs[per];
    return of === undefined ? ZERO : minus(view.balance(id, of), view.held(id, of));
  };
  const sum = (accounts: readonly Account[]) => plus(...accounts.map(free));
  const cash = chart.accounts.filter(({ holds }) => holds === "cash");
  const own = subs === undefined ? {} : { own: sum(cash.filter(({ per }) => per !== undefined)) };
  return { cash: sum(cash), quota: sum(chart.accounts.filter(({ holds }) => holds === "quota")), ...own };
}

export interface Miscounted {
  readonly key: string;
  readonly stored: Fen;
  readonly recounted: Fen;
}

/** The nightly check: balances as stored against a fold of every event; each one that differs, a missing one as zero. */
export function recount(chart: Chart, events: readonly LedgerEvent[], stored: ReadonlyMap<string, Fen>): Miscounted[] {
  const book = new Book(chart);
  for (const event of events) book.fold(event);
  const counted = book.balances();
  return [...new Set([...stored.keys(), ...counted.keys()])]
    .map((key) => ({ key, stored: stored.get(key) ?? ZERO, recounted: counted.get(key) ?? ZERO }))
    .filter((one) => one.stored !== one.recounted);
}

/** Debits less credits over the whole ledger, by what the accounts hold; anything but zero is a broken ledger. */
export function trialBalance(chart: Chart, view: LedgerView): Fen {
  const side = (grows: "debit" | "credit") =>
    plus(...chart.accounts.filter((account) => account.grows === grows).map((account) => view.balance(account.id)));
  return minus(side("debit"), side("credit"));
}

export const countsOf = (view: LedgerView): Readonly<Record<Count, Fen>> =>
  Object.fromEntries(COUNTS.map((name) => [name, view.count(name)])) as Record<Count, Fen>;
