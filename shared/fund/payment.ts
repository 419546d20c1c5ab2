/** Paying an approved amount: cash first, the shortfall through finance; drawn up by one person, checked by another, paid by the account bank. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, split, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import { type FundLimit, payableWithin } from "./allocation";
import { type Funds, freeFunds } from "./balances";
import { type BreakerRules, type BreakerState, mayCross, mayGoOn, measuresOf } from "./breaker";
import type { Chart } from "./chart";
import { compute } from "./formula";
import type { LedgerEvent, LedgerView } from "./ledger";
import { type Opined, secondOpinion } from "./second-opinion";

export interface PaymentRules {
  readonly direct: Citation;
  /** Absent where the fund has no quota: then there is only cash. */
  readonly quota?: {
    readonly need: Parameter<"shortfall" | "whole">;
    readonly cites: Citation;
    /** Who agrees to the draw and moves the money. */
    readonly by: readonly OrgKind[];
  };
  /** That the fund answers with what it has and no more. */
  readonly limited: Citation;
  /** The word for a fund with nothing in it; `fund_insufficient` where absent. */
  readonly empty?: RefusalCode;
  readonly instructedBy: readonly OrgKind[];
  /** Each draws up what is paid to itself and nothing else: a bank takes from its own deposit. Absent where one desk draws up for all. */
  readonly own?: Citation;
  /** What that own money does not cover: asked of the money of all, or of nothing. Only where each draws up its own. */
  readonly beyond?: Parameter<"main_account" | "deposit_only">;
  /** Who sees and confirms instructions, and creates none; where all of the money lies with its payee, it is the payee's own to confirm. */
  readonly paidBy: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
}

export interface PaymentPlan {
  readonly path: "DIRECT" | "QUOTA";
  readonly account: Fen;
  readonly quota: Fen;
  /** How much of the account's part lies with its payee already. Only where each draws up its own. */
  readonly own?: Fen;
  /** Written down, owed by nobody. */
  readonly unfunded: Fen;
  readonly flag: "fund_insufficient" | null;
}

/** The cash that may pay it: that of all, or what lies with its payee alone where the document is read so. */
function cashFor({ beyond }: PaymentRules, { cash, own = ZERO }: Funds, on: LocalDate): Outcome<Fen> {
  const from = beyond ? valueOn(beyond, on) : accept("main_account" as const);
  return from.ok ? accept(from.value === "deposit_only" ? own : cash) : from;
}

/** Which money pays. An amount equal to the cash is still paid from cash alone. Refuses `amount_invalid` below nothing. */
export function planPayment(rules: PaymentRules, asked: Fen, funds: Funds, on: LocalDate): Outcome<PaymentPlan> {
  if (asked < 0) return refuse("amount_invalid", { given: yuan(asked) }, rules.direct);
  const counted = cashFor(rules, funds, on);
  if (!counted.ok) return counted;
  const { value: cash } = counted;
  const done = (path: PaymentPlan["path"], account: Fen, quota: Fen): Outcome<PaymentPlan> => {
    const unfunded = minus(asked, plus(account, quota));
    const first = rules.own ? { own: lesser(account, funds.own ?? ZERO) } : {};
    return accept({ path, account, quota, ...first, unfunded, flag: unfunded > ZERO ? "fund_insufficient" : null });
  };
  if (asked <= cash) return done("DIRECT", asked, ZERO);
  if (!rules.quota) return done("DIRECT", cash, ZERO);
  const need = valueOn(rules.quota.need, on);
  if (!need.ok) return need;
  const drawn = lesser(need.value === "whole" ? asked : minus(asked, cash), funds.quota);
  return done("QUOTA", lesser(minus(asked, drawn), cash), drawn);
}

export type InstructionStatus = "DRAWN_UP" | "INSTRUCTED" | "APPLIED" | "FIN_APPROVED" | "TRANSFERRED" | "PAID" | "CANCELLED";

/** A numbered order to the account bank; its reservations carry its number. */
export interface Instruction {
  readonly no: string;
  readonly on: LocalDate;
  readonly payableId: string;
  readonly plan: PaymentPlan;
  /** What payee and lender have agreed to make of it, in the order in which the article names them. */
  readonly parts?: readonly Fen[];
  readonly status: InstructionStatus;
  readonly madeBy: string;
  readonly checkedBy?: string;
  /** The government's paper that lets it go while the fund is paused. */
  readonly governmentDocument?: string;
}

export interface Payer {
  readonly personId: string;
  readonly kind: OrgKind;
  /** Asked for where each draws up its own. */
  readonly orgId?: string;
}

/** The fund as an instruction needs it. */
export interface Till {
  readonly chart: Chart;
  readonly rules: PaymentRules;
  readonly breaker?: BreakerRules;
  readonly state: BreakerState;
  readonly view: LedgerView;
  /** Those that wait because of a pause, in the order of approval; none that was approved after the one at hand is asked about. */
  readonly queue: readonly string[];
  /** Ceilings of the year and of the whole life, with what was paid in each so far and what orders have set aside. */
  readonly limits?: { readonly rules: readonly FundLimit[]; readonly paid: Readonly<Record<FundLimit["per"], Fen>> };
}

export interface Moved {
  readonly instruction: Instruction;
  readonly ledger: readonly LedgerEvent[];
}

/** What it pays. */
export const amountOf = ({ plan }: Pick<Instruction, "plan">): Fen => plus(plan.account, plan.quota);

/** That all of it lies with its payee, who then takes it without anybody between. */
export const takesOwn = ({ plan }: Pick<Instruction, "plan">): boolean => plan.own !== undefined && plan.own === amountOf({ plan });

/** Whether the one who acts is of a kind that may. */
export const mayAct = (kinds: readonly OrgKind[], by: Payer, cites: Citation): Outcome<true> =>
  kinds.includes(by.kind) ? accept(true) : refuse("role_forbidden", { kind: by.kind }, cites);

/** Whether the one who acts may draw up and check orders for this payment. Refuses `role_forbidden`, `payee_wrong` for what is another's own. */
export function mayInstruct({ rules, view }: Pick<Till, "rules" | "view">, payableId: string, by: Payer): Outcome<true> {
  const role = mayAct(rules.instructedBy, by, rules.direct);
  const payee = view.payable(payableId)?.payable.payeeId;
  if (!role.ok || !rules.own || by.orgId === undefined || payee === undefined || payee === by.orgId) return role;
  return refuse("payee_wrong", { payee, given: by.orgId }, rules.own);
}

export interface PaymentOrder {
  readonly no: string;
  readonly payableId: string;
  readonly asked: Fen;
  /** What the amount was computed from, for the second opinion. */
  readonly basis: Pick<Opined, "base" | "ratio" | "loss" | "covered" | "formula" | "approved">;
  /** Agreed shares, payee first; they sum to 1. */
  readonly shares?: readonly Ratio[];
  /** The government's paper that lets this one go while the fund is paused. */
  readonly governmentDocument?: string;
}

/** Where a limit has nothing left the amount of the day is nothing, and that limit is the reason. */
function nothingDue({ basis: { formula }, asked }: PaymentOrder, cites: Citation): Outcome<true> {
  const computed = formula && compute(formula.tree, formula.facts, formula.on);
  const derived = computed?.ok ? computed.value.derivation : [];
  const bounds = derived.flatMap(({ bound }) => bound ?? []);
  const limit = derived.find(({ id, amount }) => bounds.includes(id) && amount === ZERO);
  return limit
    ? refuse("nothing_due", { limitOf: limit.says, left: yuan(ZERO) }, limit.cites)
    : refuse("amount_mismatch", { amount: yuan(asked) }, cites);
}

/** May this payable be paid now, in its turn? */
function inTurnToPay(till: Till, order: PaymentOrder, on: LocalDate): Outcome<true> {
  const { rules, view, chart, breaker, state } = till;
  const { payableId, asked, governmentDocument } = order;
  const found = view.payable(payableId);
  if (!found) return refuse("gov_consent_required", { payable: payableId }, rules.direct);
  if (found.settledBy !== undefined) return refuse("paid_twice", { payable: payableId, by: found.settledBy }, rules.direct);
  if (asked <= ZERO) return nothingDue(order, rules.direct);
  if (asked > found.payable.amount) return refuse("amount_mismatch", { amount: yuan(asked), approved: yuan(found.payable.amount) }, rules.direct);
  const room = till.limits ? payableWithin(till.limits.rules, till.limits.paid, asked, on) : accept(true as const);
  if (!room.ok) return room;
  const going = mayGoOn(breaker, state, "payment", on, governmentDocument);
  if (!going.ok) return going;
  const [first] = till.queue;
  if (first !== undefined && first !== payableId && !governmentDocument) return refuse("queue_order", { first }, rules.limited);
  return mayCross(breaker, state, measuresOf(chart, view), asked, on);
}

/**
 * Draws up an instruction for an approved amount. Refuses `gov_consent_required`, `paid_twice`, `nothing_due` where a limit has nothing left, `amount_mismatch` where more is asked than was
 * approved or the second opinion differs (saying where), `scheme_paused` without a government paper, `queue_order` while an earlier one waits, and
 * `fund_insufficient` where there is nothing at all.
 */
export function drawUp(till: Till, order: PaymentOrder, by: Payer, on: LocalDate): Outcome<Moved> {
  const { rules, view, chart } = till;
  const role = mayInstruct(till, order.payableId, by);
  if (!role.ok) return role;
  const turn = inTurnToPay(till, order, on);
  if (!turn.ok) return turn;
  const funds = freeFunds(chart, view, view.payable(order.payableId)?.payable.subs);
  const plan = planPayment(rules, order.asked, funds, on);
  if (!plan.ok) return plan;
  const cash = cashFor(rules, funds, on);
  if (!cash.ok) return cash;
  const need = rules.quota ? valueOn(rules.quota.need, on) : accept("shortfall" as const);
  if (!need.ok) return need;
  const paid = plus(plan.value.account, plan.value.quota);
  if (paid === ZERO) return refuse(rules.empty ?? "fund_insufficient", { asked: yuan(order.asked), available: yuan(paid) }, rules.limited);
  const parts = order.shares ? split(paid, order.shares) : undefined;
  const [difference] = secondOpinion({
    ...order.basis,
    asked: order.asked,
    plan: { ...plan.value, cash: cash.value, undrawn: funds.quota, need: need.value },
    ...(order.shares && parts ? { split: { shares: order.shares, parts } } : {}),
  });
  if (difference) return refuse("amount_mismatch", { ...difference }, rules.direct);
  const { no, payableId, governmentDocument } = order;
  const more = { ...(parts ? { parts } : {}), ...(governmentDocument ? { governmentDocument } : {}) };
  return accept({ instruction: { no, on, payableId, plan: plan.value, ...more, status: "DRAWN_UP", madeBy: by.personId }, ledger: [] });
}

/** What is paid without an order has its second opinion too. Refuses `amount_mismatch`. */
export function opined(basis: Omit<Opined, "asked" | "plan">, asked: Fen, cites: Citation): Outcome<true> {
  const [difference] = secondOpinion({ ...basis, asked });
  return difference ? refuse("amount_mismatch", { ...difference }, cites, "amount") : accept(true);
}

export const UNPAID: readonly InstructionStatus[] = ["DRAWN_UP", "INSTRUCTED", "APPLIED", "FIN_APPROVED", "TRANSFERRED"];
/** Is it still on its way to being paid? */
export const isOpen = ({ status }: Pick<Instruction, "status">): boolean => UNPAID.includes(status);
