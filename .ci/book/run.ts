/** One document in one variant over a whole book: what its formula gives, what its fund really pays, when it pauses, and what a second opinion says of each. */
import { type Computed, compute, type FormulaFacts } from "../../shared/fund/formula";
import { type Difference, secondOpinion } from "../../shared/fund/second-opinion";
import { day, type LocalDate } from "../../shared/local-date";
import { type Fen, lesser, plus, ZERO } from "../../shared/money";
import { valueOn } from "../../shared/rule/parameter";
import { factsOf, LenderSums, lostRows, moved, yearsMoved } from "./figures";
import type { BookRow } from "./rows";
import { type Paid, type Stopped, Till } from "./till";
import type { Variant } from "./variants";

export interface Sum {
  readonly count: number;
  readonly amount: Fen;
  /** The book's own day of the first of them. */
  readonly first: LocalDate;
}

export interface Run {
  readonly variant: Variant;
  readonly opened: string;
  readonly yearsMoved: number;
  readonly loans: number;
  readonly lost: number;
  /** Charged-off loans for which the formula refuses, by its word, with the principal lost. */
  readonly refused: ReadonlyMap<string, Sum>;
  readonly byFormula: { readonly count: number; readonly amount: Fen };
  readonly paid: { readonly count: number; readonly amount: Fen };
  /** Worked out and not paid, by the fund's word. */
  readonly unpaid: ReadonlyMap<string, Sum>;
  readonly pauses: readonly { readonly on: LocalDate; readonly after: number; readonly paid: Fen }[];
  readonly checked: number;
  readonly differences: readonly Difference[];
  readonly fenApart: bigint;
}

function add(sums: Map<string, Sum>, word: string, amount: Fen, on: LocalDate): void {
  const before = sums.get(word);
  sums.set(word, { count: (before?.count ?? 0) + 1, amount: plus(before?.amount ?? ZERO, amount), first: before?.first ?? on });
}

/** By how many fen two answers are apart; an answer that is no amount is apart by the whole of the other. */
function apart({ engine, opinion }: Difference): bigint {
  const [one, other] = [engine, opinion].map((text) => (/^-?\d+$/.test(text) ? BigInt(text) : 0n));
  const by = (one ?? 0n) - (other ?? 0n);
  return by < 0n ? -by : by === 0n ? 1n : by;
}

interface Answered {
  readonly principal: Fen;
  readonly facts: FormulaFacts;
  readonly computed: Computed;
  readonly asked: Fen;
  readonly answer: Paid | Stopped;
}

/** The amount from the document's tree, and which money pays it where it was paid. */
function opinionOn({ scheme }: Variant, { principal, facts, computed, asked, answer }: Answered, on: LocalDate): readonly Difference[] {
  const capped = valueOn(scheme.claim.indemnity, on);
  const need = scheme.fund.payment.quota ? valueOn(scheme.fund.payment.quota.need, on) : undefined;
  const how = { need: need?.ok ? need.value : ("shortfall" as const) };
  return secondOpinion({
    base: principal,
    ratio: computed.derivation.at(-1)?.ratio ?? "1",
    loss: capped.ok && capped.value ? principal : computed.amount,
    covered: ZERO,
    asked,
    formula: { tree: scheme.compensation, facts, on },
    ...("plan" in answer ? { plan: { ...answer.plan, cash: answer.funds.cash, undrawn: answer.funds.quota, ...how } } : {}),
  });
}

export function runOver(variant: Variant, rows: readonly BookRow[]): Run {
  const { scheme } = variant;
  const from = day(scheme.validity.from);
  const years = yearsMoved(rows, from);
  const lost = lostRows(rows);
  const enough = plus(...lost.map((row) => row.lost.principal));
  const till = new Till(scheme, enough, from);
  const sums = new LenderSums(rows, years);
  const [refused, unpaid] = [new Map<string, Sum>(), new Map<string, Sum>()];
  const pauses: { on: LocalDate; after: number; paid: Fen }[] = [];
  const differences: Difference[] = [];
  let [given, paid] = [ZERO, ZERO];
  let [worked, payments] = [0, 0];
  for (const row of lost) {
    const on = moved(row.lost.on, years);
    const { principal } = row.lost;
    const facts = factsOf(variant, row, sums, on);
    const computed = compute(scheme.compensation, facts, on);
    const capped = valueOn(scheme.claim.indemnity, on);
    if (!computed.ok || !capped.ok) {
      const codes = computed.ok ? [] : computed.refusals.map(({ code }) => code);
      add(refused, codes[0] ?? "parameter_not_in_force", principal, row.lost.on);
      continue;
    }
    const asked = capped.value ? lesser(computed.value.amount, principal) : computed.value.amount;
    worked += 1;
    given = plus(given, asked);
    const answer = asked === ZERO ? { stopped: "nothing_due" } : till.pay(row.id, row.lender, asked, on);
    differences.push(...opinionOn(variant, { principal, facts, computed: computed.value, asked, answer }, on));
    if ("stopped" in answer) {
      add(unpaid, answer.stopped, asked, row.lost.on);
      continue;
    }
    payments += 1;
    paid = plus(paid, answer.paid);
    sums.paid(row, on, answer.paid);
    if (till.fund.changes.filter(({ to }) => to === "PAUSED").length > pauses.length) pauses.push({ on: row.lost.on, after: payments, paid });
    if (answer.plan.unfunded > ZERO) add(unpaid, "unfunded_part", answer.plan.unfunded, row.lost.on);
  }
  return {
    variant,
    opened: till.opened,
    yearsMoved: years,
    loans: rows.length,
    lost: lost.length,
    refused,
    byFormula: { count: worked, amount: given },
    paid: { count: payments, amount: paid },
    unpaid,
    pauses,
    checked: worked,
    differences,
    fenApart: differences.reduce((sum, one) => sum + apart(one), 0n),
  };
}
