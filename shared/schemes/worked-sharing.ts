/** The ops of worked examples about money that is shared: among those who bear a loss, among a year's claims, and what came back. */
import { allocate as allocateAmong } from "../fund/allocation";
import { compute } from "../fund/formula";
import { keepingFee } from "../fund/keeping";
import { bearLoss, type Part, shareBack, shareOut } from "../fund/sharing";
import { type Fen, plus, yuan, ZERO } from "../money";
import { refuse } from "../outcome";
import { modesOf } from "../process/procedure";
import { type Cost, shareRecovered, vouched } from "../process/recovery-share";
import { readAs } from "./reading";
import type { Scheme } from "./scheme";
import { figuresOf, firstDay, type Given, moneyOf, must, type Op, part, partsOf, textOf } from "./worked-given";

/** Parts by the names of the parties; a party that is several again under `…Split`. */
const named = (parts: readonly Part[]): Record<string, unknown> =>
  Object.fromEntries(
    parts.flatMap(({ party, amount, inner }) => [[party, yuan(amount)] as const, ...(inner ? [[`${party}Split`, named(inner)] as const] : [])]),
  );

/** The words of the examples for the nodes of formulas, and for the node that bound; the first of the least is no cap. */
const NODES: Readonly<Record<string, string>> = {
  half: "half",
  cap: "cap",
  by_ratio: "byRatio",
  enterprise_room: "enterpriseRoom",
  annual_room: "annualRoom",
};
const BOUND: Readonly<Record<string, string>> = {
  half: "none",
  cap: "cap20",
  by_ratio: "ratio",
  enterprise_room: "enterprise",
  annual_room: "annual",
};

/** What a formula gives with its named nodes and what bound. */
function derived(scheme: Scheme, mode: string, figures: Readonly<Record<string, Fen>>) {
  const on = firstDay(scheme);
  const named = ["disbursed", "claimed", "payment", ...(scheme.claim.sums ?? []).flatMap(({ year }) => (year ? [year.day] : []))];
  const days = Object.fromEntries(named.map((name) => [name, on]));
  const { amount, derivation } = must(compute(scheme.compensation, { figures, mode, days }, on));
  const nodes = derivation.flatMap(({ id, amount: of }) => (Object.hasOwn(NODES, id) ? [[NODES[id], yuan(of)]] : []));
  const bound = derivation.at(-1)?.bound;
  const binding = bound !== undefined && Object.hasOwn(BOUND, bound) ? { binding: BOUND[bound] } : {};
  return { ...Object.fromEntries(nodes), amount: yuan(amount), ratio: derivation.at(-1)?.ratio, ...binding };
}

/** Compensation of a guarantor: of the mode whose payee it is; whoever else bears a part of that mode gets nothing. */
const guarantee: Op = (scheme, given) => {
  const mode = part(modesOf(scheme.admission).find(({ payee }) => payee === "guarantor"));
  const nothing = Object.fromEntries((mode.unpaid?.kinds ?? []).map((kind) => [`${kind}Comp`, yuan(ZERO)]));
  return { ok: true, ...derived(scheme, mode.id, figuresOf(given)), payee: mode.payee, ...nothing };
};

/** Compensation of a bank for a loan of its own, in a document that sets the bands itself and caps by firm and year. */
const bank: Op = (scheme, given) => {
  const mode = part(modesOf(scheme.admission).find(({ payee, stands }) => payee === "bank" && stands?.kind === "by_band"));
  const bands = mode.stands?.kind === "by_band" ? mode.stands.bands : part<never>(undefined);
  const ratio = given.bandRatio;
  const read = must(readAs(scheme, bands.key, ratio === null || ratio === undefined ? [] : [{ ratio: String(ratio) }]));
  const [loss, paid] = [moneyOf(given, "bankLoss"), moneyOf(given, "enterprisePaid")];
  const figures = {
    loanAmount: loss,
    outstandingPrincipal: loss,
    enterprisePaid: paid,
    enterprisePaidYear: paid,
    enterprisePaidBank: paid,
    bankYearPrincipal: moneyOf(given, "yearPrincipal"),
    bankPaidYear: moneyOf(given, "bankPaidYear"),
  };
  return { ok: true, ...derived(read, mode.id, figures) };
};

const allocate: Op = (scheme, given) => {
  const rules = part(scheme.fund.allocation);
  const claims = (given.claims as readonly (readonly [string, string])[]).map(([id, amount]) => ({ id, amount: moneyOf({ amount }, "amount") }));
  const paid = { year: moneyOf(given, "paidThisYear"), life: moneyOf(given, "paidLifetime") };
  const { budget, parts, unpaid } = must(allocateAmong(rules, scheme.fund.limits ?? [], claims, paid, firstDay(scheme)));
  const alloc = Object.fromEntries(parts.map((one) => [one.id, yuan(one.paid)]));
  return { ok: true, budget: yuan(budget), alloc, unpaid: yuan(unpaid) };
};

const remit: Op = (scheme, given) => {
  const figures = {
    ratio: textOf(given, "ratio"),
    paid: moneyOf(given, "compPaid"),
    returned: moneyOf(given, "alreadyRemitted"),
    recovered: moneyOf(given, "recovered"),
    costs: moneyOf(given, "costs"),
  };
  const shared = must(shareRecovered(scheme.recovery.returns, figures, firstDay(scheme)));
  return { ok: true, toTreasury: yuan(shared.toPool), toInstitution: yuan(shared.toInstitution) };
};

const share: Op = (scheme, given) => {
  const loss = part(scheme.loss);
  const amount = moneyOf(given, "loss");
  const on = firstDay(scheme);
  if (!("fundAvailable" in given)) return { ok: true, ...named(must(shareOut(loss.bearing, amount, {}, on))) };
  const borne = must(bearLoss(loss, amount, moneyOf(given, "fundAvailable"), on));
  const pays = { [`${loss.fund}Pay`]: yuan(borne.fundPays), [`${loss.fund}Uncovered`]: yuan(borne.uncovered) };
  return { ok: true, ...named(borne.parts), ...pays };
};

/** Costs as one amount, or by kind. */
function costsOf(given: Given): readonly Cost[] {
  const { costs } = given;
  if (typeof costs !== "object" || costs === null) return [{ kind: "litigation", amount: moneyOf(given, "costs"), voucherNo: "1" }];
  return Object.keys(costs).map((kind) => ({ kind, amount: moneyOf(partsOf(given, "costs"), kind), voucherNo: "1" }));
}

const recovery: Op = (scheme, given) => {
  const { bearing } = part(scheme.recovery.returns.shares);
  const on = firstDay(scheme);
  const items = costsOf(given);
  if (items.some(({ amount }) => amount < 0)) must(refuse("amount_invalid", {}, undefined, "costs"));
  const costs = plus(...items.map(({ amount }) => amount));
  must(vouched(scheme.recovery.returns, costs, items, on));
  const carried = "carriedCost" in given ? moneyOf(given, "carriedCost") : ZERO;
  const { net, parts, costsLeft } = must(shareBack(bearing, { recovered: moneyOf(given, "recovered"), costs, carried }, on));
  return { ok: true, totalCosts: yuan(costs), net: yuan(net), ...named(parts), carryForwardCost: yuan(costsLeft) };
};

const mgmtFee: Op = (scheme, given) => {
  const { cap, otherCap } = must(
    keepingFee(part(scheme.fund.keepingFee), moneyOf(given, "annualIncome"), moneyOf(given, "auditCost"), firstDay(scheme)),
  );
  return { ok: true, feeCap: yuan(cap), otherCostsCap: yuan(otherCap) };
};

export const SHARING_OPS: Readonly<Record<string, Op>> = { guarantee, bank, allocate, remit, share, recovery, mgmtFee };
