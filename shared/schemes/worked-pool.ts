/** The ops of worked examples about a fund that several pay into and that lies with banks: contributions, deposits, debits, its pause, refilling. */
import { takenFrom, topUpFor } from "../fund/bank-deposit";
import { RUNNING, stepBreaker } from "../fund/breaker";
import { carriedBy, mayContribute, refillAfter, refillBy } from "../fund/contribution";
import { compute } from "../fund/formula";
import { isRatio, minus, timesRatio, yuan, ZERO } from "../money";
import { refuse } from "../outcome";
import { maturedLong } from "../process/claim-faults";
import { withinLimit } from "../rule/limit";
import { valueOn } from "../rule/parameter";
import { dateOf, firstDay, type Given, moneyOf, must, type Op, part, textOf } from "./worked-given";

const yes = (given: Given, key: string): boolean =>
  typeof given[key] === "boolean" ? given[key] : must<boolean>(refuse("field_invalid", { given: textOf(given, key).slice(0, 40) }, undefined, key));
const ratioIn = (given: Given, key: string): string => {
  const ratio = textOf(given, key);
  return isRatio(ratio) ? ratio : must<string>(refuse("field_invalid", { given: ratio.slice(0, 40) }, undefined, key));
};

const injection: Op = (scheme, given) => {
  const rules = part(scheme.fund.contributions);
  const promise = { source: rules.least.by, amount: moneyOf(given, "amount"), hardship: yes(given, "hardship") ? "1" : "" };
  const { warning } = must(mayContribute(rules, promise, firstDay(scheme)));
  return { ok: true, warn: warning?.code ?? null };
};

const topup: Op = (scheme, given) => {
  const { required, amount, least } = must(
    topUpFor(part(scheme.fund.deposits), moneyOf(given, "deposit"), moneyOf(given, "credit"), firstDay(scheme)),
  );
  return { ok: true, required, topup: yuan(amount), minimum: yuan(least) };
};

const debit: Op = (scheme, given) => {
  const on = firstDay(scheme);
  const daysOverdue = must(maturedLong(part(scheme.claim.matured), dateOf(given, "maturityOn"), dateOf(given, "onDate")));
  const figures = {
    outstandingPrincipal: moneyOf(given, "unpaidPrincipal"),
    outstandingInterest: "unpaidInterest" in given ? moneyOf(given, "unpaidInterest") : ZERO,
  };
  const { amount } = must(compute(scheme.compensation, { figures }, on));
  const taken = must(takenFrom(part(scheme.fund.deposits), amount, moneyOf(given, "depositAtBank"), on));
  return {
    daysOverdue,
    ok: true,
    poolShare: yuan(amount),
    fromDeposit: yuan(taken.fromDeposit),
    fromMainPool: yuan(taken.fromMainAccount),
    unpaid: yuan(taken.unpaid),
  };
};

const pause: Op = (scheme, given) => {
  const rules = part(scheme.fund.breaker);
  const state = textOf(given, "state");
  if (state !== "ACTIVE" && state !== "PAUSED") return must(refuse("field_invalid", { given: state.slice(0, 40) }, undefined, "state"));
  const [capital, paid, returned] = [moneyOf(given, "poolCapital"), moneyOf(given, "paid"), moneyOf(given, "recovered")];
  const net = minus(paid, returned);
  const available = minus(capital, net);
  const measures = { capital, paid, returned, subsidised: ZERO, cash: available, available };
  return { net: yuan(net), state: must(stepBreaker(rules, { ...RUNNING, state }, measures, firstDay(scheme))).state.state };
};

/** The part is the document's own where the share that is given is; another share is taken as it is. */
const replenish: Op = (scheme, given) => {
  const rules = part(scheme.fund.contributions);
  const on = firstDay(scheme);
  const [paid, share] = [moneyOf(given, "poolPaid"), ratioIn(given, "areaShare")];
  const own = must(valueOn(rules.refill.of.among, on)).find(({ party }) => party === rules.least.by)?.share;
  const facts = { before: moneyOf(given, "areaBalanceBefore"), least: moneyOf(given, "areaMin") };
  const same = own !== undefined && Number(own) === Number(share);
  const refill = must(same ? refillAfter(rules, { paid, ...facts }, on) : refillBy(rules, { charge: timesRatio(paid, share, "half_up"), ...facts }));
  return {
    ok: true,
    areaCharge: yuan(refill.charge),
    balanceAfterCharge: yuan(refill.afterCharge),
    replenish: yuan(refill.owed),
    balanceAfter: yuan(refill.after),
  };
};

const areaLeverage: Op = (scheme, given) => {
  const limit = part((scheme.limits ?? []).find((one) => one.of === "area"));
  const bases = { areaContribution: moneyOf(given, "injection") };
  const within = must(withinLimit(limit, moneyOf(given, "outstanding"), moneyOf(given, "newLoan"), bases, firstDay(scheme)));
  return { ok: true, limit: yuan(within.limit), totalAfter: yuan(within.totalAfter), warn: within.warning?.code ?? null };
};

const leverageReconcile: Op = (_, given) => {
  const { fund, capacity, multiple } = must(carriedBy(moneyOf(given, "areaInjection"), ratioIn(given, "areaShare"), textOf(given, "poolLeverage")));
  return { ok: true, impliedPool: yuan(fund), creditCapacity: yuan(capacity), multipleOfInjection: multiple };
};

export const POOL_OPS: Readonly<Record<string, Op>> = { injection, topup, debit, pause, replenish, areaLeverage, leverageReconcile };
