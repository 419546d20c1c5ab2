/** A second opinion on every payment: recomputed with exact fractions of whole numbers, by another way than the engine's and with none of its code. */
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import type { Formula, FormulaFacts } from "./formula";
import { type Fraction, fractionOf, inProportion, largestRemainder, times } from "./fraction";
import { workOut } from "./second-formula";

/** What the engine decided, with the figures that it decided from. */
export interface Opined {
  /** What the ratio is applied to, and the whole loss that nobody is paid more than. */
  readonly base: Fen;
  readonly ratio: Ratio;
  readonly loss: Fen;
  /** Paid for the same loss by others. */
  readonly covered: Fen;
  readonly asked: Fen;
  /** What was consented to, where more has become due since: no more is paid. */
  readonly approved?: Fen;
  /** The document's own tree with the facts that it was asked with: worked out again instead of base times ratio. */
  readonly formula?: { readonly tree: Formula; readonly facts: FormulaFacts; readonly on: LocalDate };
  /** What payee and lender agreed, in the order of the article, and the parts that the engine gave them. */
  readonly split?: { readonly shares: readonly Ratio[]; readonly parts: readonly Fen[] };
  /** Which money pays, against what there was. */
  readonly plan?: {
    readonly account: Fen;
    readonly quota: Fen;
    readonly unfunded: Fen;
    readonly cash: Fen;
    readonly undrawn: Fen;
    readonly need: "shortfall" | "whole";
  };
}

export interface Difference {
  /** `amount`, `formula` (cannot be worked out), `split.1`, `split.sum`, `plan.account`, `plan.quota`, `plan.unfunded`: where the two part. */
  readonly where: string;
  readonly engine: string;
  readonly opinion: string;
}

const least = (one: bigint, ...others: bigint[]): bigint => others.reduce((low, one) => (one < low ? one : low), one);

function onSplit(asked: bigint, { shares, parts }: NonNullable<Opined["split"]>): Difference[] {
  const expected = largestRemainder(asked, shares.map(fractionOf));
  if (!expected || parts.length !== expected.length) return [{ where: "split.sum", engine: shares.join("+"), opinion: "1" }];
  return expected
    .map((part, at) => ({ where: `split.${at + 1}`, engine: String(parts[at]), opinion: String(part) }))
    .filter(({ engine, opinion }) => engine !== opinion);
}

/** Every difference, in fen as text; none means that the payment may go. */
export function secondOpinion(subject: Opined): Difference[] {
  const ratio = fractionOf(subject.ratio);
  if (!ratio || ratio.top > ratio.bottom) return [{ where: "ratio", engine: subject.ratio, opinion: "0…1" }];
  const { formula } = subject;
  const byTree = formula ? workOut(formula.tree, formula.facts, formula.on) : times(BigInt(subject.base), ratio, "half_up");
  if (byTree === undefined) return [{ where: "formula", engine: String(subject.asked), opinion: "—" }];
  const [whole, elsewhere] = [BigInt(subject.loss), BigInt(subject.covered)];
  const uncovered = elsewhere > whole ? 0n : whole - elsewhere;
  const expected = least(byTree, uncovered, ...(subject.approved === undefined ? [] : [BigInt(subject.approved)]));
  const told: Difference[] = [];
  const compare = (where: string, engine: Fen, opinion: bigint) => {
    if (BigInt(engine) !== opinion) told.push({ where, engine: String(engine), opinion: String(opinion) });
  };
  compare("amount", subject.asked, expected);
  if (subject.plan) {
    const [cash, undrawn] = [BigInt(subject.plan.cash), BigInt(subject.plan.undrawn)];
    const direct = expected <= cash;
    const quota = direct ? 0n : least(subject.plan.need === "whole" ? expected : expected - cash, undrawn);
    const account = least(expected - quota, cash);
    compare("plan.account", subject.plan.account, account);
    compare("plan.quota", subject.plan.quota, quota);
    compare("plan.unfunded", subject.plan.unfunded, expected - account - quota);
  }
  // The parts are of what is really paid, so of the engine's own figure once it agrees with ours.
  const paid = subject.plan ? BigInt(subject.plan.account) + BigInt(subject.plan.quota) : BigInt(subject.asked);
  return subject.split ? [...told, ...onSplit(paid, subject.split)] : told;
}

/** A tree of parts with the shares that should have made it. */
export interface OpinedShare {
  readonly share: Ratio;
  readonly part: Fen;
  readonly inner?: readonly OpinedShare[];
}

/** Are these the parts of a whole by their shares, and the parts of the parts? */
export function opinionOnShares(whole: Fen, shares: readonly OpinedShare[], where = "share"): Difference[] {
  const expected = largestRemainder(
    BigInt(whole),
    shares.map(({ share }) => fractionOf(share)),
  );
  if (!expected) return [{ where: `${where}.sum`, engine: shares.map(({ share }) => share).join("+"), opinion: "1" }];
  return shares.flatMap(({ part, inner }, at) => {
    const place = `${where}.${at + 1}`;
    const own = BigInt(part) === expected[at] ? [] : [{ where: place, engine: String(part), opinion: String(expected[at]) }];
    return inner ? [...own, ...opinionOnShares(part, inner, place)] : own;
  });
}

/** Is this how so much money is given out among so many claims, within what the year and the whole life leave? */
export function opinionOnAllocation(subject: {
  readonly claims: readonly Fen[];
  readonly parts: readonly Fen[];
  readonly limits: readonly { readonly at: number; readonly paid: Fen }[];
  readonly method: "pro_rata" | "fifo";
}): Difference[] {
  const claims = subject.claims.map(BigInt);
  const asked = claims.reduce((sum, claim) => sum + claim, 0n);
  const rooms = subject.limits.map(({ at, paid }) => (BigInt(paid) < BigInt(at) ? BigInt(at) - BigInt(paid) : 0n));
  const budget = least(asked, ...rooms);
  let left = budget;
  const inTurn = claims.map((claim) => {
    const part = least(claim, left);
    left -= part;
    return part;
  });
  const expected = asked === budget ? claims : subject.method === "fifo" ? inTurn : inProportion(budget, claims);
  return subject.parts
    .map((part, at) => ({ where: `allocation.${at + 1}`, engine: String(part), opinion: String(expected?.[at] ?? "—") }))
    .filter(({ engine, opinion }) => engine !== opinion);
}

/** Is this how a whole is parted by what each bore? Nothing was borne: nobody gets anything. */
export function opinionOnWeights(whole: Fen, weights: readonly Fen[], parts: readonly Fen[]): Difference[] {
  const borne = weights.map(BigInt);
  const expected = borne.some((one) => one > 0n) ? inProportion(BigInt(whole), borne) : borne;
  return parts
    .map((part, at) => ({ where: `share.${at + 1}`, engine: String(part), opinion: String(expected?.[at] ?? "—") }))
    .filter(({ engine, opinion }) => engine !== opinion);
}

/** Is this the fund's part of what came back? */
export function opinionOnReturn(subject: {
  readonly method: "gross" | "net_then_ratio" | "ratio_then_cost" | "fund_first";
  readonly ratio: Ratio;
  readonly recovered: Fen;
  readonly costs: Fen;
  /** Of what the fund paid, the part that can still come back; absent where the document is read to know no such end. */
  readonly out?: Fen;
  readonly toFund: Fen;
}): Difference[] {
  const fraction: Fraction | undefined = fractionOf(subject.ratio);
  if (!fraction) return [{ where: "ratio", engine: subject.ratio, opinion: "0…1" }];
  const [recovered, costs] = [BigInt(subject.recovered), BigInt(subject.costs)];
  const net = costs < recovered ? recovered - costs : 0n;
  const ofAll = times(recovered, fraction, "half_up");
  const part = {
    gross: ofAll,
    net_then_ratio: times(net, fraction, "half_up"),
    ratio_then_cost: costs < ofAll ? ofAll - costs : 0n,
    fund_first: net,
  }[subject.method];
  const expected = subject.out === undefined ? part : least(part, BigInt(subject.out));
  return BigInt(subject.toFund) === expected ? [] : [{ where: "return", engine: String(subject.toFund), opinion: String(expected) }];
}
