/** Money that is given out once a period among all claims of the period: within what the year and the fund's whole life allow, in proportion or in turn. */
import type { Citation } from "../citation";
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, fen, lesser, minus, plus, type Ratio, splitByWeight, yuan } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";

/** A ceiling on what the fund pays, in a year or in its whole life. */
export interface FundLimit {
  readonly id: string;
  readonly says: string;
  readonly per: "year" | "life";
  readonly at: Parameter<number>;
  readonly code: RefusalCode;
  /** The word while nobody has set it: then it stands at nothing and nothing is paid. */
  readonly unset?: RefusalCode;
  readonly cites: Citation;
}

export interface AllocationRules {
  /** Where the money is short: in proportion to the claims, or in turn with the last in part. */
  readonly method: Parameter<"pro_rata" | "fifo">;
  /** Which year a claim belongs to: that of the opinion on it, or that in which it was filed. */
  readonly yearBy: Parameter<"opinion" | "filing">;
  /** Whether what was not paid is asked for again in the next year. */
  readonly carriesOver: Parameter<boolean>;
  readonly cites: Citation;
}

export interface Room {
  readonly room: Fen;
  /** The limit that leaves the least; absent where the fund has none. */
  readonly bound?: FundLimit;
}

/** What may still be paid on a day, by every limit; one that nobody has set refuses with its own word. `paid` are gross: what came back gives no new room where the document is read so. */
export function roomWithin(limits: readonly FundLimit[], paid: Readonly<Record<FundLimit["per"], Fen>>, on: LocalDate): Outcome<Room | undefined> {
  let least: Room | undefined;
  for (const limit of limits) {
    const at = valueOn(limit.at, on);
    if (!at.ok) return at;
    if (at.value === 0 && limit.unset) return refuse(limit.unset, { limit: limit.says }, limit.cites);
    const used = paid[limit.per];
    if (used < 0) return refuse("amount_invalid", { given: yuan(used) }, limit.cites);
    const room = minus(fen(at.value), lesser(fen(at.value), used));
    if (!least || room < least.room) least = { room, bound: limit };
  }
  return accept(least);
}

/** Refuses the word of the limit that one more payment would pass. */
export function payableWithin(limits: readonly FundLimit[], paid: Readonly<Record<FundLimit["per"], Fen>>, asked: Fen, on: LocalDate): Outcome<true> {
  const found = roomWithin(limits, paid, on);
  if (!found.ok) return found;
  const { room, bound } = found.value ?? {};
  return room !== undefined && bound && asked > room ? refuse(bound.code, { asked: yuan(asked), available: yuan(room) }, bound.cites) : accept(true);
}

/** What is given of what is asked for, for those who read it: the last of six digits is cut off, so that nobody is told more than they get. */
export function factorOf(given: Fen, asked: Fen): Ratio {
  if (asked <= 0 || given >= asked) return "1";
  const millionths = (BigInt(given) * 1_000_000n) / BigInt(asked);
  return `0.${String(millionths).padStart(6, "0")}`;
}

export interface Claimed {
  readonly id: string;
  readonly amount: Fen;
}

export interface Allocated extends Claimed {
  readonly paid: Fen;
  readonly unpaid: Fen;
}

export interface Allocation {
  /** What there was to give, before it was seen how much was asked for. */
  readonly budget: Fen;
  readonly parts: readonly Allocated[];
  readonly paid: Fen;
  readonly unpaid: Fen;
  readonly bound?: FundLimit;
}

/** Gives out what the limits and the money at hand allow. In proportion, largest remainder, ties in the order of the claims. */
export function allocate(
  rules: AllocationRules,
  limits: readonly FundLimit[],
  claims: readonly Claimed[],
  paid: Readonly<Record<FundLimit["per"], Fen>>,
  on: LocalDate,
  available?: Fen,
): Outcome<Allocation> {
  const method = valueOn(rules.method, on);
  const found = roomWithin(limits, paid, on);
  if (!method.ok) return method;
  if (!found.ok) return found;
  const bad = claims.find((claim) => claim.amount < 0);
  if (bad) return refuse("amount_invalid", { given: yuan(bad.amount) }, rules.cites);
  if (new Set(claims.map(({ id }) => id)).size < claims.length) return refuse("already_exists", {}, rules.cites);
  const asked = plus(...claims.map(({ amount }) => amount));
  const room = found.value?.room;
  const budget = lesser(room ?? asked, available ?? room ?? asked);
  const amounts =
    asked <= budget ? claims.map(({ amount }) => amount) : method.value === "fifo" ? inTurn(claims, budget) : inProportion(claims, budget);
  const parts = claims.map((claim, at): Allocated => ({ ...claim, paid: amounts[at] as Fen, unpaid: minus(claim.amount, amounts[at] as Fen) }));
  const given = plus(...amounts);
  return accept({ budget, parts, paid: given, unpaid: minus(asked, given), ...(found.value?.bound ? { bound: found.value.bound } : {}) });
}

const inProportion = (claims: readonly Claimed[], budget: Fen): Fen[] =>
  splitByWeight(
    budget,
    claims.map(({ amount }) => amount),
  );

function inTurn(claims: readonly Claimed[], budget: Fen): Fen[] {
  let left = budget;
  return claims.map(({ amount }) => {
    const part = lesser(amount, left);
    left = minus(left, part);
    return part;
  });
}

/** The claims of a year, each once: those whose opinion, or filing, falls into it. A claim without the day that counts stays for later. */
export function ofYear<T extends { readonly filedOn: LocalDate; readonly opinionOn?: LocalDate }>(
  rules: AllocationRules,
  claims: readonly T[],
  year: number,
  on: LocalDate,
): Outcome<readonly T[]> {
  const by = valueOn(rules.yearBy, on);
  if (!by.ok) return by;
  return accept(
    claims.filter(({ filedOn, opinionOn }) => opinionOn !== undefined && partsOf(by.value === "opinion" ? opinionOn : filedOn).year === year),
  );
}
