/**
 * Who bears a loss, as a document says: by shares that sum to one, a party being several again where it is, or one payer after the other, each up to
 * what it has. Money that comes back goes to those who bore it, by what each really bore.
 */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { areOneWhole, type Fen, lesser, minus, plus, type Ratio, split, splitByWeight, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";

export interface Share {
  /** The document's party by a word of ours, e.g. `fund`, `bank`, `guarantor`, `area`. */
  readonly party: string;
  readonly share: Ratio;
}

/** Parties by shares, in the order in which the article names them: by it a fen that is left over falls. */
export interface Shares {
  readonly kind: "shares";
  readonly id: string;
  readonly says: string;
  readonly among: Parameter<readonly Share[]>;
  /** A party that is several: its part is split again, after rounding (reading G-02). */
  readonly inner?: Readonly<Record<string, Shares>>;
  readonly cites: Citation;
}

/** One payer after the other, each up to what it has; the last bears what is left. */
export interface Layers {
  readonly kind: "layers";
  readonly id: string;
  readonly says: string;
  /** `holds` is the name of the figure that says how much it has. */
  readonly layers: readonly { readonly party: string; readonly says: string; readonly holds: string; readonly cites: Citation }[];
  readonly rest: string;
  readonly cites: Citation;
}

export type Bearing = Shares | Layers;

export interface Part {
  readonly party: string;
  readonly amount: Fen;
  readonly inner?: readonly Part[];
}

/** The parts of an amount; they sum to it exactly. Refuses `share_sum` for shares that are not of one whole, `amount_invalid` below nothing. */
export function shareOut(bearing: Bearing, amount: Fen, holds: Readonly<Record<string, Fen>>, on: LocalDate): Outcome<readonly Part[]> {
  if (amount < 0) return refuse("amount_invalid", { given: yuan(amount) }, bearing.cites);
  return bearing.kind === "layers" ? pourOut(bearing, amount, holds) : sharesOf(bearing, amount, on);
}

function sharesOf(bearing: Shares, amount: Fen, on: LocalDate): Outcome<readonly Part[]> {
  const among = valueOn(bearing.among, on);
  if (!among.ok) return among;
  const shares = among.value.map(({ share }) => share);
  if (!areOneWhole(shares)) return refuse("share_sum", { given: shares.join("+") }, bearing.cites);
  const amounts = split(amount, shares);
  const parts: Part[] = [];
  for (const [at, { party }] of among.value.entries()) {
    const part = amounts[at] as Fen;
    const several = bearing.inner?.[party];
    const inner = several ? sharesOf(several, part, on) : undefined;
    if (inner && !inner.ok) return inner;
    parts.push({ party, amount: part, ...(inner ? { inner: inner.value } : {}) });
  }
  return accept(parts);
}

function pourOut(bearing: Layers, amount: Fen, holds: Readonly<Record<string, Fen>>): Outcome<readonly Part[]> {
  let left = amount;
  const parts: Part[] = [];
  for (const layer of bearing.layers) {
    const has = holds[layer.holds];
    if (has === undefined) return refuse("fact_missing", { figure: layer.holds }, layer.cites);
    const part = lesser(left, has);
    left = minus(left, part);
    parts.push({ party: layer.party, amount: part });
  }
  return accept([...parts, { party: bearing.rest, amount: left }]);
}

export const partOf = (parts: readonly Part[], party: string): Fen => parts.find((part) => part.party === party)?.amount ?? ZERO;

/** What a document says of a loss as a whole. */
export interface LossRules {
  readonly bearing: Bearing;
  /** The party of the bearing that is the fund. */
  readonly fund: string;
  /** Who is left with what the fund cannot pay: a party, or nobody in particular where it is only written down. */
  readonly shortfall?: { readonly on: Parameter<string>; readonly cites: Citation };
}

export interface Borne {
  /** By the document's shares, whatever there is to pay with. */
  readonly parts: readonly Part[];
  readonly fundPays: Fen;
  readonly uncovered: Fen;
  /** What each really bears: the uncovered part lies with whom the document is read to leave it. */
  readonly borne: readonly Part[];
}

/** Shares a loss and pays the fund's part as far as there is money: the rest is owed by nobody and moves to whom it is left with. */
export function bearLoss(rules: LossRules, loss: Fen, available: Fen, on: LocalDate, holds: Readonly<Record<string, Fen>> = {}): Outcome<Borne> {
  const parts = shareOut(rules.bearing, loss, holds, on);
  if (!parts.ok) return parts;
  if (available < 0) return refuse("amount_invalid", { given: yuan(available) }, rules.bearing.cites);
  const share = partOf(parts.value, rules.fund);
  const fundPays = lesser(share, available);
  const uncovered = minus(share, fundPays);
  const left = rules.shortfall && uncovered > ZERO ? valueOn(rules.shortfall.on, on) : accept(undefined);
  if (!left.ok) return left;
  if (left.value !== undefined && !parts.value.some(({ party }) => party === left.value))
    return refuse("field_invalid", { given: left.value }, rules.shortfall?.cites);
  const borne = parts.value.map(({ party, amount }): Part => {
    if (party === rules.fund) return { party, amount: fundPays };
    return { party, amount: party === left.value ? plus(amount, uncovered) : amount };
  });
  return accept({ parts: parts.value, fundPays, uncovered, borne });
}

export interface RecoveredShare {
  readonly net: Fen;
  readonly parts: readonly Part[];
  /** Costs that this money could not bear: they come off the next. */
  readonly costsLeft: Fen;
}

/**
 * Money that came back, less its costs and those carried from before, to those who bore the loss: by the document's shares, or by what each really
 * bore where the fund was short. `borne` absent means by the shares. Refuses `amount_invalid`.
 */
export function shareBack(
  bearing: Bearing,
  money: { readonly recovered: Fen; readonly costs: Fen; readonly carried: Fen; readonly borne?: readonly Part[] },
  on: LocalDate,
): Outcome<RecoveredShare> {
  const { recovered, costs, carried, borne } = money;
  if (recovered < 0 || costs < 0 || carried < 0) return refuse("amount_invalid", { given: yuan(recovered) }, bearing.cites);
  const owed = plus(costs, carried);
  const taken = lesser(owed, recovered);
  const net = minus(recovered, taken);
  const byWeight = bearing.kind === "layers" ? borne : borne && isShort(bearing, borne, on) ? borne : undefined;
  const parts = byWeight ? accept(backByWeight(bearing, net, byWeight, on)) : shareOut(bearing, net, {}, on);
  return parts.ok ? accept({ net, parts: parts.value, costsLeft: minus(owed, taken) }) : parts;
}

/** Whether what was borne departs from the document's own shares. */
function isShort(bearing: Shares, borne: readonly Part[], on: LocalDate): boolean {
  const whole = plus(...borne.map(({ amount }) => amount));
  const shares = shareOut(bearing, whole, {}, on);
  return shares.ok && shares.value.some(({ party, amount }) => partOf(borne, party) !== amount);
}

function backByWeight(bearing: Bearing, net: Fen, borne: readonly Part[], on: LocalDate): readonly Part[] {
  const whole = plus(...borne.map(({ amount }) => amount));
  if (whole === ZERO) return borne.map(({ party }) => ({ party, amount: ZERO }));
  const amounts = splitByWeight(
    net,
    borne.map(({ amount }) => amount),
  );
  return borne.map(({ party }, at): Part => {
    const amount = amounts[at] as Fen;
    const several = bearing.kind === "shares" ? bearing.inner?.[party] : undefined;
    const inner = several ? sharesOf(several, amount, on) : undefined;
    return { party, amount, ...(inner?.ok ? { inner: inner.value } : {}) };
  });
}
