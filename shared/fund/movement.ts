/** What a fund moves of its own accord, for no case: money that comes in, is placed and comes back, what it earns and what its keeping costs. Each by the rules that the document has for it. */
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, fen, minus, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import { valueOn } from "../rule/parameter";
import { type FundLimit, payableWithin } from "./allocation";
import { type BankDepositRules, cameBack, mayAdjust, mayBeFirst } from "./bank-deposit";
import { accountOf, type Chart, type Reason, type ReasonId, reasonOf } from "./chart";
import { type ContributionRules, mayContribute, mayRefill, refillOwed } from "./contribution";
import { entriesFor, entriesInParts } from "./entries";
import type { FundRules } from "./fund";
import { chargeFee, mayPlace } from "./keeping";
import type { LedgerEvent, LedgerView, Payable, Persons } from "./ledger";
import { opined } from "./payment";
import { post } from "./posting";
import type { Reward } from "./reward";

export interface Movement {
  readonly kind: "movement";
  readonly reason: ReasonId;
  readonly amount: Fen;
  readonly on: LocalDate;
  readonly documentNo: string;
  /** Whose money it is where an account is kept apart: an institution, an area. */
  readonly of?: string;
  /** What kind of product it is placed in, and until when. */
  readonly product?: string;
  readonly maturesOn?: LocalDate;
  /** The placement that comes back. */
  readonly placement?: string;
  /** Comes back because the cooperation has ended: whole, with what it earned. */
  readonly ended?: boolean;
  readonly earned?: Fen;
  /** What the source promises in all, and why that is less than the rule asks. */
  readonly promised?: Fen;
  readonly hardship?: string;
  /** Fills up what the fund paid for the source's firms. */
  readonly refill?: boolean;
  /** The year whose income bears the cost, and how much of it is for its audit; the year that is rewarded. */
  readonly year?: number;
  readonly audit?: Fen;
}

/** Whose money a movement keeps apart. */
export type Kept = "institution" | "area" | "enterprise";

/** What the books and the records know besides, when it is decided. */
export interface MovementKnown {
  readonly by: OrgKind;
  /** Whoever `of` names, by what the accounts are kept apart by; absent for nobody of this district. */
  readonly named?: { readonly per: Kept; readonly agreed: boolean };
  /** What whoever is named still owes of loans that the fund stands behind. */
  readonly owing?: Fen;
  /** Moved for the same reason so far, in the year of the movement and in all. */
  readonly moved: Readonly<Record<FundLimit["per"], Fen>>;
  /** Approved and not paid yet. */
  readonly owed: Fen;
  /** What the fund earned in the year that bears the cost, and what that year bears already. */
  readonly income: Fen;
  readonly charged: { readonly carried: Fen; readonly other: Fen };
  /** What the source has promised before. */
  readonly promised?: Fen;
  readonly hardship?: string;
  /** The placement that is named, while it has not come back. */
  readonly placed?: { readonly amount: Fen };
  /** What the fund paid for the source's firms, what the source paid in beside refills, and what it has filled up. */
  readonly refilling?: { readonly paid: Fen; readonly paidIn: Fen; readonly refilled: Fen };
  /** Of a reward: what the year comes to by the records, and what counts against the ceilings so far. */
  readonly reward?: Outcome<Reward>;
  readonly spent?: Readonly<Record<FundLimit["per"], Fen>>;
}

/** Under which reasons a fund earns: what its keeping may cost goes by them. */
export const EARNS: readonly ReasonId[] = ["income", "interest"];

/** Under which reasons new money comes to a fund. */
export const BRINGS: readonly ReasonId[] = ["deposit", "grant", "contribution"];

/** Reasons for which the fund moves money without a case, as the document lists them, with who draws them up. */
export const movable = ({ reasons }: Chart): readonly (Reason & { readonly by: readonly OrgKind[] })[] =>
  reasons.flatMap((reason) => (reason.by === undefined ? [] : [{ ...reason, by: reason.by }]));

/** By whom the account that a reason moves is kept apart; absent where it is one account. */
export function keptBy(chart: Chart, { debits, credits }: Reason): Kept | undefined {
  for (const id of [...debits, ...credits]) {
    const per = accountOf(chart, id)?.per;
    if (per === "institution" || per === "area" || per === "enterprise") return per;
  }
  return undefined;
}

function nameIt(chart: Chart, reason: Reason, movement: Movement, known: MovementKnown): Outcome<true> {
  const per = keptBy(chart, reason);
  if (per === undefined)
    return movement.of === undefined ? accept(true) : refuse("account_mismatch", { account: reason.says, of: "—" }, reason.cites, "of");
  if (movement.of === undefined) return refuse("field_required", {}, reason.cites, "of");
  if (known.named?.per !== per) return refuse("account_mismatch", { account: reason.says, of: "—" }, reason.cites, "of");
  // money of a bank whose agreement is over may still come back
  return per !== "institution" || known.named.agreed || reason.id !== "placement" ? accept(true) : refuse("no_agreement", {}, reason.cites, "of");
}

/** What is appropriated stays within the year's and the whole fund's ceilings, or within the size that the document gives. */
function appropriated(rules: FundRules, view: LedgerView, reason: Reason, { amount, on }: Movement, known: MovementKnown): Outcome<true> {
  if (rules.limits) return payableWithin(rules.limits, known.moved, amount, on);
  const size = valueOn(rules.size, on);
  if (!size.ok) return size;
  const sum = plus(view.balance(reason.credits[0]), amount);
  return size.value > 0 && sum > size.value
    ? refuse("fund_sum_mismatch", { sum: yuan(sum), size: yuan(fen(size.value)) }, rules.size.cites, "amount")
    : accept(true);
}

const free = (view: LedgerView, account: string, of?: string): Fen => minus(view.balance(account, of), view.held(account, of));

function atBank(rules: BankDepositRules, view: LedgerView, reason: Reason, movement: Movement, { by }: MovementKnown): Outcome<true> {
  const { amount, of, on, ended, earned = ZERO } = movement;
  if (reason.id === "placement") {
    const may = mayAdjust(rules, by);
    return may.ok ? mayBeFirst(rules, view.balance(reason.debits[0], of), amount, on) : may;
  }
  return ended ? cameBack(rules, view.balance(reason.credits[0], of), earned, amount) : mayAdjust(rules, by);
}

function placed(rules: FundRules, view: LedgerView, reason: Reason, movement: Movement, known: MovementKnown): Outcome<true> {
  const { placement, deposits } = rules;
  if (deposits) return atBank(deposits, view, reason, movement, known);
  if (!placement) return accept(true);
  const { amount, on, product = "", maturesOn } = movement;
  if (reason.id === "placement") {
    const may = mayPlace(placement, { kind: product, amount }, free(view, reason.credits[0]), known.owed, on);
    if (!may.ok) return may;
    return maturesOn === undefined || maturesOn <= on
      ? refuse("date_invalid", { given: maturesOn ?? "—", since: on }, placement.cites, "maturesOn")
      : accept(true);
  }
  if (!known.placed) return refuse("not_found", { placement: movement.placement ?? "—" }, placement.cites, "placement");
  return known.placed.amount === amount
    ? accept(true)
    : refuse("amount_mismatch", { given: yuan(amount), expected: yuan(known.placed.amount) }, placement.cites, "amount");
}

function charged(rules: FundRules, movement: Movement, { income, charged: before }: MovementKnown): Outcome<true> {
  const { keepingFee } = rules;
  if (!keepingFee) return accept(true);
  const { amount, on, year, audit = ZERO } = movement;
  if (year === undefined || year > partsOf(on).year) return refuse("field_invalid", { given: String(year ?? "—") }, keepingFee.cites, "year");
  if (audit < 0 || audit > amount) return refuse("amount_invalid", { given: yuan(audit) }, keepingFee.carriesCites, "audit");
  const costs = { carried: plus(before.carried, audit), other: plus(before.other, minus(amount, audit)) };
  const fee = chargeFee(keepingFee, income, costs, on);
  if (!fee.ok) return { ...fee, refusals: fee.refusals.map((one) => ({ ...one, field: "amount" })) };
  const sum = plus(costs.carried, costs.other);
  return sum === fee.value ? accept(true) : refuse("amount_mismatch", { given: yuan(sum), expected: yuan(fee.value) }, keepingFee.cites, "amount");
}

/** At once, and all that is owed: what the fund paid for its firms, or up to its least. */
function refilled(rules: ContributionRules, { amount, on }: Movement, { refilling, hardship }: MovementKnown): Outcome<true> {
  const { refilled: before = ZERO, paid = ZERO, paidIn = ZERO } = refilling ?? {};
  if (paid === ZERO) return refuse("wrong_step", { status: "—" }, rules.refill.cites, "refill");
  const owed = refillOwed(rules, { paid, paidIn, ...(hardship ? { hardship } : {}) }, on);
  return owed.ok ? mayRefill(rules, owed.value, plus(before, amount)) : owed;
}

/** A promise is judged whole when it is made; what is paid towards it comes in parts. */
function contributed(rules: FundRules, movement: Movement, source: string, known: MovementKnown): Outcome<true> {
  const { contributions } = rules;
  if (!contributions) return accept(true);
  if (movement.refill) return refilled(contributions, movement, known);
  const whole = movement.promised ?? known.promised ?? movement.amount;
  const hardship = movement.promised === undefined ? known.hardship : movement.hardship;
  const judged = mayContribute(contributions, { source, amount: whole, ...(hardship ? { hardship } : {}) }, movement.on);
  if (!judged.ok)
    return { ...judged, refusals: judged.refusals.map((one) => ({ ...one, field: movement.promised === undefined ? "amount" : "promised" })) };
  return movement.amount > whole && movement.promised !== undefined
    ? refuse("amount_mismatch", { given: yuan(movement.amount), expected: yuan(whole) }, contributions.cites, "amount")
    : accept(true);
}

/** Only for a year that is over, what the rule makes of it to the fen, within what may still be paid. */
function rewarded(rules: FundRules, { amount, on, year }: Movement, { reward, spent }: MovementKnown, { cites, says }: Reason): Outcome<true> {
  if (!reward || !spent) return refuse("fund_use_forbidden", { reason: says }, cites, "reason");
  if (year === undefined || year >= partsOf(on).year) return refuse("field_invalid", { given: String(year ?? "—") }, cites, "year");
  if (!reward.ok) return reward;
  const { amount: due, basis } = reward.value;
  if (amount !== due) return refuse("amount_mismatch", { given: yuan(amount), expected: yuan(due) }, cites, "amount");
  const second = opined(basis, amount, cites);
  return second.ok ? payableWithin(rules.limits ?? [], spent, amount, on) : second;
}

/** A firm has its own deposit back once it owes nothing of what the deposit stands for. */
function givenBack({ chart }: FundRules, reason: Reason, { owing = ZERO }: MovementKnown): Outcome<true> {
  return keptBy(chart, reason) === "enterprise" && owing > ZERO
    ? refuse("loan_not_repaid", { outstanding: yuan(owing) }, reason.cites, "of")
    : accept(true);
}

function judged(rules: FundRules, view: LedgerView, reason: Reason, movement: Movement, known: MovementKnown): Outcome<true> {
  switch (reason.id) {
    case "deposit":
      return appropriated(rules, view, reason, movement, known);
    case "contribution":
      return contributed(rules, movement, rules.contributions?.least.by ?? "", known);
    case "contribution_return":
      return givenBack(rules, reason, known);
    case "placement":
    case "placement_back":
      return placed(rules, view, reason, movement, known);
    case "reward":
      return rewarded(rules, movement, known, reason);
    case "management_fee":
      return charged(rules, movement, known);
    default:
      return accept(true);
  }
}

/** One approval for each institution and year: what was paid by mistake and taken back is paid by the same. */
export const rewardPayable = (of: string, year: number): string => `reward-${of}-${year}`;

/** What a reward is paid by is approved with it, so that the books pay it once. */
function rewardTransfer({ chart }: FundRules, view: LedgerView, movement: Movement, id: string, persons: Persons): Outcome<LedgerEvent[]> {
  const { on, documentNo, of = "", year = 0, amount } = movement;
  const payable: Payable = { id: rewardPayable(of, year), reason: "reward", of, payeeId: of, amount, approvedOn: on, documentNo };
  const before = view.payable(payable.id);
  const after: LedgerView = {
    balance: (account, sub) => view.balance(account, sub),
    held: (account, sub) => view.held(account, sub),
    standing: (one) => view.standing(one),
    count: (name) => view.count(name),
    payable: (one) => (one === payable.id ? (before ?? { payable, drawn: ZERO }) : view.payable(one)),
  };
  const entries = entriesFor(chart, "reward", amount, of);
  const paid = post(chart, after, { id, reason: "reward", on, persons, entries, documentNo, payableId: payable.id });
  return paid.ok && !before ? accept([{ type: "payable_approved", payable }, ...paid.value]) : paid;
}

/** The transfers of a movement: one, or two where money comes back with what it earned. */
function transfersOf(rules: FundRules, view: LedgerView, reason: Reason, movement: Movement, id: string, persons: Persons): Outcome<LedgerEvent[]> {
  const { on, documentNo, of, ended, earned = ZERO, amount } = movement;
  const { chart } = rules;
  const own = ended ? minus(amount, earned) : amount;
  const entries = entriesInParts(chart, reason, own, of, on);
  if (!entries.ok) return entries;
  const first = post(chart, view, { id, reason: reason.id, on, persons, entries: entries.value, documentNo });
  if (!first.ok || !ended || earned === ZERO) return first;
  const second = post(chart, view, {
    id: `${id}-earned`,
    reason: "interest",
    on,
    persons,
    entries: entriesFor(chart, "interest", earned),
    documentNo,
  });
  return second.ok ? accept([...first.value, ...second.value]) : second;
}

/** Refuses `fund_use_forbidden` for what is no movement of the document, `role_forbidden` for who does not draw it up, and what the rules of its reason refuse. */
export function bookMovement(
  rules: FundRules,
  view: LedgerView,
  movement: Movement,
  known: MovementKnown,
  { id, persons }: { readonly id: string; readonly persons: Persons },
): Outcome<LedgerEvent[]> {
  const reason = reasonOf(rules.chart, movement.reason);
  if (!reason?.by) return refuse("fund_use_forbidden", { reason: reason?.says ?? movement.reason }, rules.chart.cites, "reason");
  if (!reason.by.includes(known.by)) return refuse("role_forbidden", { kind: known.by }, reason.cites, "reason");
  if (movement.amount <= ZERO) return refuse("amount_invalid", { given: yuan(movement.amount) }, reason.cites, "amount");
  const named = nameIt(rules.chart, reason, movement, known);
  if (!named.ok) return named;
  const may = judged(rules, view, reason, movement, known);
  if (may.ok && reason.id === "reward") return rewardTransfer(rules, view, movement, id, persons);
  return may.ok ? transfersOf(rules, view, reason, movement, id, persons) : may;
}
