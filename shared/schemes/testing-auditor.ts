/** Books kept beside a fund's in another way: whole numbers from the entries alone. After each command they say which promise the fund has broken. */
import { recount, trialBalance } from "../fund/balances";
import type { LedgerEvent, Transfer } from "../fund/ledger";
import { replayFund } from "../fund/replay";
import { ofFile } from "./testing-file-promises";
import type { Life } from "./testing-life";
import { Broken } from "./testing-life-ledger";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const add = (sums: Map<string, bigint>, key: string, more: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + more);

export class Auditor {
  readonly #balances = new Map<string, bigint>();
  readonly #approved = new Map<string, bigint>();
  readonly #settled = new Set<string>();
  readonly #paid = new Map<string, bigint>();
  readonly #back = new Map<string, bigint>();
  readonly #years = new Map<string, bigint>();
  #read = 0;
  /** How many promises were held against what happened. */
  asked = 0;

  constructor(readonly life: Life) {}

  promise(holds: boolean, what: string): void {
    this.asked += 1;
    if (!holds) throw new Broken(`${what} after ${this.life.commands} commands`);
  }

  /** After each command: what the new postings did. */
  follow(): void {
    const { log } = this.life;
    for (; this.#read < log.length; this.#read += 1) this.#event(log[this.#read] as LedgerEvent);
  }

  #event(event: LedgerEvent): void {
    if (event.type === "payable_approved") this.#approved.set(event.payable.id, BigInt(event.payable.amount));
    if (event.type === "posted") this.#posting(event.transfer);
  }

  #posting(transfer: Transfer): void {
    const { accounts } = this.life.scheme.fund.chart;
    let off = 0n;
    for (const { account: id, side, amount, of } of transfer.entries) {
      const account = accounts.find((one) => one.id === id);
      off += side === "debit" ? BigInt(amount) : -BigInt(amount);
      const signed = side === account?.grows ? BigInt(amount) : -BigInt(amount);
      for (const key of of === undefined ? [id] : [id, `${id}/${of}`]) {
        add(this.#balances, key, signed);
        if (account?.short) this.promise((this.#balances.get(key) ?? 0n) >= 0n, `no balance below zero: ${key}`);
      }
    }
    this.promise(off === 0n, "every transfer balances");
    this.#leaves(transfer);
    this.#comesBack(transfer);
  }

  /** What is paid: once, no more than was approved, no more than the year and the whole life may pay. */
  #leaves({ reason, payableId, entries, on }: Transfer): void {
    const { chart, limits = [] } = this.life.scheme.fund;
    if (payableId === undefined || chart.reasons.find(({ id }) => id === reason)?.payable !== "settles") return;
    this.promise(!this.#settled.has(payableId), "what was approved is paid once");
    this.#settled.add(payableId);
    const amount = entries.reduce((sum, entry) => (entry.side === "debit" ? sum + BigInt(entry.amount) : sum), 0n);
    this.promise(amount <= (this.#approved.get(payableId) ?? 0n), "no more is paid than was approved");
    add(this.#paid, payableId, amount);
    for (const key of [on.slice(0, 4), "life"]) add(this.#years, key, amount);
    for (const { per, at, id } of limits) {
      const [version] = at.versions.filter(({ from, until }) => from <= on && (until === undefined || on <= until));
      const used = this.#years.get(per === "year" ? on.slice(0, 4) : "life") ?? 0n;
      this.promise(version !== undefined && used <= BigInt(version.value), `no more is paid than its ceiling: ${id}`);
    }
  }

  #comesBack({ reason, entries }: Transfer): void {
    if (reason !== "recovery_return" && reason !== "clawback_received") return;
    for (const { side, of, amount } of entries) {
      if (side !== "credit" || of === undefined) continue;
      add(this.#back, of, BigInt(amount));
      this.promise((this.#back.get(of) ?? 0n) <= (this.#paid.get(of) ?? 0n), "no more comes back than was paid");
    }
  }

  /** Now and then: everything at once. */
  inspect(): void {
    const { life } = this;
    const { fund, log, scheme } = life;
    const { chart } = scheme.fund;
    const again = replayFund(scheme.fund, log);
    this.promise(same([again.state, again.changes, again.queue], [fund.state, fund.changes, fund.queue]), "the pause replays to the same state");
    this.promise(recount(chart, log, fund.book.balances()).length === 0, "balances are the sums of the postings");
    this.promise(trialBalance(chart, fund.book) === 0, "debits equal credits");
    for (const [key, balance] of fund.book.balances())
      this.promise(BigInt(balance) === (this.#balances.get(key) ?? 0n), `the fund's balance and ours are one: ${key}`);
    for (const matter of life.matters) for (const [holds, what] of ofFile(life, matter, this.#paid)) this.promise(holds, what);
    for (const [holds, what] of life.promises()) this.promise(holds, what);
    this.#committed();
  }

  #committed(): void {
    const { life } = this;
    let committed = 0n;
    for (const { file, state } of life.matters) if (file) committed += BigInt(life.book.balance("committed", state.loan?.loanId ?? ""));
    this.promise(committed === BigInt(life.book.balance("committed")), "what is committed is the sum of what each loan commits");
  }
}
