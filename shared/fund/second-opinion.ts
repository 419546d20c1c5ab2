/** A second opinion on every payment: recomputed with exact fractions of whole numbers, by another way than the engine's and with none of its code. */
import type { Fen, Ratio } from "../money";

/** What the engine decided, with the figures that it decided from. */
export interface Opined {
  /** What the ratio is applied to, and the whole loss that nobody is paid more than. */
  readonly base: Fen;
  readonly ratio: Ratio;
  readonly loss: Fen;
  /** Paid for the same loss by others. */
  readonly covered: Fen;
  readonly asked: Fen;
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
  /** `amount`, `split.1`, `split.sum`, `plan.account`, `plan.quota`, `plan.unfunded`: where the two part. */
  readonly where: string;
  readonly engine: string;
  readonly opinion: string;
}

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** `"0.50"` is 50 over 100; text that is no such number stops the payment as a ratio of nothing. */
function fractionOf(text: Ratio): Fraction | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const digits = match[2] ?? "";
  return { top: BigInt(`${match[1]}${digits}`), bottom: BigInt(`1${"0".repeat(digits.length)}`) };
}

/** Fen times a fraction: the whole fen below it, and what is left over in parts of the bottom. */
const share = (whole: bigint, { top, bottom }: Fraction) => ({ floor: (whole * top) / bottom, rest: (whole * top) % bottom, bottom });

const halfUp = (whole: bigint, fraction: Fraction): bigint => {
  const { floor, rest, bottom } = share(whole, fraction);
  return rest + rest >= bottom ? floor + 1n : floor;
};

const least = (one: bigint, ...others: bigint[]): bigint => others.reduce((low, next) => (next < low ? next : low), one);

/** Parts by shares that sum to one: the fen left over go one by one to the largest remainder, the earlier of two equal ones first. */
function partsOf(whole: bigint, fractions: readonly Fraction[]): bigint[] | undefined {
  const common = fractions.reduce((product, { bottom }) => product * bottom, 1n);
  const even = fractions.map(({ top, bottom }) => ({ top: (top * common) / bottom, bottom: common }));
  if (even.reduce((sum, { top }) => sum + top, 0n) !== common) return undefined;
  const shares = even.map((fraction) => share(whole, fraction));
  let spare = whole - shares.reduce((sum, { floor }) => sum + floor, 0n);
  const parts = shares.map(({ floor }) => floor);
  const open = shares.map(({ rest }, at) => ({ rest, at }));
  while (spare > 0n) {
    const best = open.reduce((high, next) => (next.rest > high.rest ? next : high));
    parts[best.at] = (parts[best.at] ?? 0n) + 1n;
    open.splice(open.indexOf(best), 1);
    spare -= 1n;
  }
  return parts;
}

function onSplit(asked: bigint, { shares, parts }: NonNullable<Opined["split"]>): Difference[] {
  const read = shares.map(fractionOf);
  const fractions = read.filter((fraction): fraction is Fraction => fraction !== undefined);
  const expected = fractions.length === read.length && read.length > 0 ? partsOf(asked, fractions) : undefined;
  if (!expected || parts.length !== expected.length) return [{ where: "split.sum", engine: shares.join("+"), opinion: "1" }];
  return expected
    .map((part, at) => ({ where: `split.${at + 1}`, engine: String(parts[at]), opinion: String(part) }))
    .filter(({ engine, opinion }) => engine !== opinion);
}

/** Every difference, in fen as text; none means that the payment may go. */
export function secondOpinion(subject: Opined): Difference[] {
  const ratio = fractionOf(subject.ratio);
  if (!ratio || ratio.top > ratio.bottom) return [{ where: "ratio", engine: subject.ratio, opinion: "0…1" }];
  const [base, whole, elsewhere] = [BigInt(subject.base), BigInt(subject.loss), BigInt(subject.covered)];
  const uncovered = elsewhere > whole ? 0n : whole - elsewhere;
  const expected = least(halfUp(base, ratio), uncovered);
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
