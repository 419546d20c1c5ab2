/** The ops of worked examples about admission and its money: each names an engine function and the words that examples use for its parts. */
import { quarterOf } from "../calendar/deadline";
import { compute } from "../fund/formula";
import { dateOf as dayOf, type LocalDate } from "../local-date";
import { yuan } from "../money";
import { refuse } from "../outcome";
import { after } from "../process/act";
import { ballotFits, carried, panelReady, type Seat, tally } from "../process/ballot";
import { splitBetween } from "../process/loan";
import { stepOf } from "../process/procedure";
import { mayPush, type PushRecord } from "../process/push-history";
import { readNeed } from "../process/read-application";
import { slotFree } from "../process/slot";
import { againstTarget } from "../process/target";
import type { Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { type Checkpoint, decideEligibility, refusalOf } from "../rule/rule";
import type { Scheme } from "./scheme";
import { countOf, dateOf, figuresOf, firstDay, type Given, kindOf, moneyOf, must, type Op, part, partsOf, Refused, textOf } from "./worked-given";

const NEXT = { approve: "PENDING_GOV", push: "READY_TO_PUSH" } as const;

function seatOf(unit: string, title: string): Seat {
  return { unit: { id: unit, kind: kindOf(unit), name: unit }, delegate: { personId: unit, name: unit, title } };
}

/** What the scheme's rules say of these facts, asked only for the rules that give one of these figures or codes. */
function findingOn(scheme: Scheme, facts: Facts, checkpoint: Checkpoint, word: string) {
  const { findings } = decideEligibility(scheme.rules, facts, checkpoint, facts.appliedOn, scheme.ruleSet);
  return findings.find((finding) => word in finding.figures || finding.code === word);
}

const compensated = (scheme: Scheme, given: Given) =>
  must(compute(scheme.compensation, { figures: figuresOf(given), choice: textOf(given, "tier"), mode: textOf(given, "loanType") }, firstDay(scheme)));

const compensation: Op = (scheme, given) => {
  const { amount, derivation } = compensated(scheme, given);
  return { ok: true, ratio: derivation.at(-1)?.ratio, amount: yuan(amount) };
};

const need: Op = (scheme, given) => {
  const amount = must(readNeed(textOf(given, "amount")));
  const found = part(findingOn(scheme, { appliedOn: firstDay(scheme), need: amount }, "application", "need"));
  if (found.verdict !== "met") throw new Refused(refusalOf(found));
  return { ok: true };
};

const highSlot: Op = (scheme, given) => {
  const slot = part(scheme.admission.steps.find((step) => step.kind === "approve" && step.slot));
  const taken = (given.supportedOn as readonly string[]).map((on) => dateOf({ on }, "on"));
  const rule = part("slot" in slot ? slot.slot : undefined);
  return { ok: true, usedAfter: must(slotFree(rule, taken, dateOf(given, "decisionOn"))).usedAfter };
};

const guaranteeSplit: Op = (scheme, given) => {
  const mode = part(stepOf(scheme.admission, "loan")?.modes.find((candidate) => candidate.splits));
  const { amount } = compensated(scheme, given);
  const parts = must(splitBetween(mode, amount, partsOf(given, "shares") as Record<string, string>));
  const split = Object.fromEntries(Object.entries(parts).map(([party, share]) => [party, yuan(share)]));
  return { ok: true, compensation: yuan(amount), payee: mode.payee, split };
};

const premiumSubsidy: Op = (scheme, given) => {
  const mode = part(stepOf(scheme.admission, "loan")?.modes.find((candidate) => candidate.needs === "insurer"));
  const { amount } = must(compute(part(scheme.subsidy).formula, { figures: { premiumPaid: moneyOf(given, "premiumPaid") } }, firstDay(scheme)));
  return { ok: true, subsidy: yuan(amount), payee: mode.payee };
};

const vote: Op = (scheme, given) => {
  const step = part(stepOf(scheme.admission, "ballot"));
  const votes = partsOf(given, "votes");
  const seats = Object.keys(votes).map((unit) => seatOf(unit, step.delegate.titles[0] ?? ""));
  const recommender = seats.find(({ unit }) => unit.kind === "department" || unit.kind === "township");
  const units = must(panelReady(step, seats, recommender?.unit.id, firstDay(scheme)));
  const choices = step.choices.map((choice) => choice.id);
  const ballots = units.map(({ unit }) => ({ unit: unit.id, choice: textOf(votes, unit.id), reason: unit.name }));
  for (const ballot of ballots) must(ballotFits(step, choices, ballot));
  const result = must(carried(step, tally(choices, ballots), units.length, 1, firstDay(scheme)));
  if (result.kind !== "decided") return { ok: false, error: "no_majority", ...result };
  const choice = step.choices.find((candidate) => candidate.id === result.choice);
  if (!choice?.ratio) return { ok: true, result: result.choice, next: "NOT_SUPPORTED" };
  const { status } = after(scheme.admission, step.id, result.choice);
  return {
    ok: true,
    result: result.choice,
    ratio: must(valueOn(choice.ratio, firstDay(scheme))),
    next: status === "approve" || status === "push" ? NEXT[status] : status,
  };
};

/** Without `reReviewedOn` a review is taken as held; `null` says that there was none. */
const pushAttempt: Op = (scheme, given) => {
  const on = dateOf(given, "attemptOn");
  const pushes = (given.pushes as readonly Given[]).map(
    (push): PushRecord => ({ on: dateOf(push, "on"), result: textOf(push, "result") as PushRecord["result"] }),
  );
  const reviewedOn: LocalDate | undefined =
    given.reReviewedOn === undefined ? on : given.reReviewedOn === null ? undefined : dateOf(given, "reReviewedOn");
  const funded = pushes.filter((push) => push.result === "FUNDED").map((push) => ({ creditCode: "", name: "", path: "", disbursedOn: push.on }));
  const used = findingOn(scheme, { appliedOn: on, ownLoans: funded }, "push", "one_loan_only");
  if (used) throw new Refused(refusalOf(used));
  return { ok: true, ...must(mayPush(part(stepOf(scheme.admission, "push")), pushes, on, reviewedOn)) };
};

const lookback: Op = (scheme, given) => {
  const [appliedOn, occurredOn] = [dateOf(given, "applicationOn"), dateOf(given, "violationOn")];
  const facts: Facts = { appliedOn, conduct: [{ subject: "enterprise", occurredOn, detail: "", major: true }] };
  const found = part(findingOn(scheme, facts, "application", "windowFrom"));
  if (found.verdict !== "met") throw new Refused(refusalOf(found));
  return { ok: true, ...found.figures };
};

/** A quarter such as `2026Q1`, counted on its last day; streets and townships go by their names. */
const kpi: Op = (scheme, given) => {
  const named = /^(\d{4})Q([1-4])$/.exec(textOf(given, "quarter"));
  if (!named) return must(refuse("field_invalid", { given: textOf(given, "quarter") }, undefined, "quarter"));
  const { last } = quarterOf(dayOf(Number(named[1]), Number(named[2]) * 3, 1));
  const unit = /(街道|街道办事处|镇|乡|镇政府|乡政府)$/.test(textOf(given, "dept")) ? "township" : "department";
  const { shortfall, warning } = must(againstTarget(scheme.recommendation.perQuarter, unit, countOf(given, "recommended"), last));
  return { status: warning ? "WARN" : "OK", shortfall, ...(warning ? { warning: warning.code } : {}) };
};

export const ADMISSION_OPS: Readonly<Record<string, Op>> = {
  compensation,
  need,
  highSlot,
  guaranteeSplit,
  premiumSubsidy,
  vote,
  pushAttempt,
  lookback,
  kpi,
};
