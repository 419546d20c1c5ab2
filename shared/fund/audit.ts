/** The books as they are kept against the books counted again from nothing: every balance, every running figure, every day, the pause, the queue, each payable. */
import { type Fen, yuan, ZERO } from "../money";
import { trialBalance } from "./balances";
import { type BreakerChange, type BreakerState, RUNNING } from "./breaker";
import { COUNTS, type Count } from "./chart";
import type { FundRules } from "./fund";
import type { RunningFund } from "./replay";
import { type LedgerDay, sumDays } from "./report";

/** What was compared; words for it live with the screens. */
export type Compared = "balance" | "of_balance" | "held" | "count" | "day" | "trial" | "breaker" | "queue" | "payable";

export interface Miscount {
  readonly what: Compared;
  /** The account, figure, day or payable that differs. */
  readonly key: string;
  readonly stored: string;
  readonly recounted: string;
}

export interface KeptBalance {
  readonly account: string;
  /** Empty for the account's total. */
  readonly of: string;
  readonly balance: Fen;
  readonly held: Fen;
}

/** Everything that is read and never added up. */
export interface KeptBooks {
  readonly balances: readonly KeptBalance[];
  readonly counts: ReadonlyMap<Count, Fen>;
  readonly days: readonly LedgerDay[];
  readonly state: BreakerState | undefined;
  readonly changes: readonly Pick<BreakerChange, "to" | "epoch" | "on">[];
  readonly queue: readonly string[];
  readonly payables: readonly { readonly id: string; readonly drawn: Fen; readonly settledBy?: string }[];
}

const differing = (what: Compared, key: string, stored: string, recounted: string): Miscount[] =>
  stored === recounted ? [] : [{ what, key, stored, recounted }];

function balances(fund: RunningFund, kept: readonly KeptBalance[]): Miscount[] {
  const known = new Map(kept.map((row) => [row.of === "" ? row.account : `${row.account}/${row.of}`, row]));
  const keys = [...new Set([...known.keys(), ...fund.book.balances().keys()])];
  return keys.flatMap((key) => {
    const row = known.get(key);
    const slash = key.indexOf("/");
    const [account, of] = slash < 0 ? [key, undefined] : [key.slice(0, slash), key.slice(slash + 1)];
    return [
      ...differing(of === undefined ? "balance" : "of_balance", key, yuan(row?.balance ?? ZERO), yuan(fund.book.balance(account, of))),
      ...differing("held", key, yuan(row?.held ?? ZERO), yuan(fund.book.held(account, of))),
    ];
  });
}

const dayText = ({ count, amount, cash, quota }: LedgerDay): string => `${count} × ${yuan(amount)} / ${yuan(cash)} / ${yuan(quota)}`;

function days(kept: readonly LedgerDay[], counted: readonly LedgerDay[]): Miscount[] {
  const key = ({ on, reason }: LedgerDay) => `${on} ${reason}`;
  const [stored, again] = [new Map(kept.map((day) => [key(day), day])), new Map(sumDays(counted).map((day) => [key(day), day]))];
  return [...new Set([...stored.keys(), ...again.keys()])].flatMap((one) => {
    const [a, b] = [stored.get(one), again.get(one)];
    return differing("day", one, a ? dayText(a) : "—", b ? dayText(b) : "—");
  });
}

const changeText = (changes: KeptBooks["changes"]): string => changes.map(({ to, epoch, on }) => `${to} ${epoch} ${on}`).join("、") || "—";

/** Every difference between what is kept and what the same postings come to; none in a sound ledger. */
export function audit(rules: FundRules, fund: RunningFund, counted: readonly LedgerDay[], kept: KeptBooks): Miscount[] {
  const state = kept.state ?? RUNNING;
  const settled = (id: string, drawn: Fen, by: string | undefined) => `${id} ${yuan(drawn)} ${by ?? "—"}`;
  return [
    ...balances(fund, kept.balances),
    ...COUNTS.flatMap((name) => differing("count", name, yuan(kept.counts.get(name) ?? ZERO), yuan(fund.book.count(name)))),
    ...days(kept.days, counted),
    ...differing("trial", "", yuan(ZERO), yuan(trialBalance(rules.chart, fund.book))),
    ...(rules.breaker ? differing("breaker", "", `${state.state} ${state.epoch}`, `${fund.state.state} ${fund.state.epoch}`) : []),
    ...(rules.breaker ? differing("breaker", "", changeText(kept.changes), changeText(fund.changes)) : []),
    ...differing("queue", "", kept.queue.join("、"), fund.queue.join("、")),
    ...kept.payables.flatMap(({ id, drawn, settledBy }) => {
      const found = fund.book.payable(id);
      return differing("payable", id, settled(id, drawn, settledBy), found ? settled(id, found.drawn, found.settledBy) : "—");
    }),
  ];
}
