/** The ops of worked examples about loans and those who make them: limits, fees, entry, cover, arrears, bad-loan ratios. */

import type { LocalDate } from "../local-date";
import { type Fen, yuan, ZERO } from "../money";
import { refuse, refuseAll } from "../outcome";
import { guarantorInTime as inTime } from "../process/claim-faults";
import { modesOf } from "../process/procedure";
import { marksPassed, mayCover, mayResume } from "../process/watch";
import { oldEnough } from "../process/write-off";
import type { Facts, LoanFacts } from "../rule/facts";
import { type Limit, withinLimit } from "../rule/limit";
import { type Checkpoint, decideEligibility, type Finding, refusalOf } from "../rule/rule";
import { readAs } from "./reading";
import type { Scheme } from "./scheme";
import { countOf, dateOf, firstDay, type Given, moneyOf, must, type Op, part, Refused, textOf } from "./worked-given";

/** The finding that carries a figure, among all rules of the document, on the facts' own day or the scheme's first where that is later. */
function findingOn(scheme: Scheme, figure: string, facts: Facts): Finding {
  const day = facts.loan?.disbursedOn ?? facts.appliedOn;
  const on = day < firstDay(scheme) ? firstDay(scheme) : day;
  const each = scheme.rules.flatMap((rule) => decideEligibility([rule], facts, rule.at[0] as Checkpoint, on, scheme.ruleSet).findings);
  return part(each.find(({ figures }) => figure in figures));
}

/** The same, and what it refuses is the answer. */
function asked(scheme: Scheme, figure: string, facts: Facts): Finding {
  const finding = findingOn(scheme, figure, facts);
  if (finding.verdict !== "met" && finding.verdict !== "warning") throw new Refused(refusalOf(finding));
  return finding;
}

const loanOf = (scheme: Scheme, loan: Partial<LoanFacts>): LoanFacts => ({
  mode: modesOf(scheme.admission)[0]?.id ?? "",
  principal: ZERO,
  disbursedOn: firstDay(scheme),
  ...loan,
});

/** Every limit on the loans of one kind of borrower, in the order of the document: the first that is passed for good refuses, the others are told. */
function againstLimits(scheme: Scheme, of: Limit["of"], already: Fen, more: Fen, bases: Readonly<Record<string, Fen>>) {
  const limits = (scheme.limits ?? []).filter((limit) => limit.of === of);
  if (limits.length === 0) must(refuse("not_found"));
  const within = limits.map((limit) => must(withinLimit(limit, already, more, bases, firstDay(scheme))));
  const told = within.find((one) => one.warning)?.warning;
  return { ok: true, totalAfter: yuan(part(within[0]).totalAfter), limit: yuan(part(within[0]).limit), warn: told?.code ?? null };
}

const baseOf = (given: Given): Record<string, Fen> => {
  const size = given.fundSize === undefined ? undefined : moneyOf(given, "fundSize");
  return size === undefined ? {} : { fundNominal: size, fundBalance: size };
};

const enterpriseCap: Op = (scheme, given) => againstLimits(scheme, "enterprise", moneyOf(given, "coveredTotal"), moneyOf(given, "newLoan"), {});
const loanCap: Op = (scheme, given) => againstLimits(scheme, "enterprise", ZERO, moneyOf(given, "enterpriseTotal"), baseOf(given));
const leverage: Op = (scheme, given) => againstLimits(scheme, "fund", moneyOf(given, "outstanding"), moneyOf(given, "newLoan"), baseOf(given));

const covered = (scheme: Scheme, disbursedOn: LocalDate) => {
  asked(scheme, "disbursedOn", { appliedOn: disbursedOn, loan: loanOf(scheme, { disbursedOn }) });
  return { ok: true };
};
/** The longest term is the rule's; beyond the usual one a reason may be asked for. */
const term: Op = (scheme, given) => {
  const loan = loanOf(scheme, { termMonths: countOf(given, "months") });
  const finding = findingOn(scheme, "term", { appliedOn: firstDay(scheme), loan });
  const reasonRequired = finding.code === "exception_missing";
  return finding.verdict === "met" || reasonRequired ? { ok: true, reasonRequired } : must(refuseAll([refusalOf(finding)]));
};

/** Every published rate that the document goes by takes the given value. */
const rate: Op = (scheme, given) => {
  const benchmarks = part(scheme.benchmarks);
  const under = benchmarks.reduce((read, { key }) => must(readAs(read, key, textOf(given, "lpr"))), scheme);
  const loan = loanOf(under, { rate: textOf(given, "rate") });
  return { ok: true, max: asked(under, "max", { appliedOn: firstDay(scheme), loan }).figures.max };
};

const coverage: Op = (scheme, given) => covered(scheme, dateOf(given, "loanDisbursedOn"));
const insideWindow: Op = (scheme, given) => covered(scheme, dateOf(given, "disbursedOn"));

const guaranteeFee: Op = (scheme, given) => {
  const loan = loanOf(scheme, { fees: [{ kind: "guarantee_fee", rate: textOf(given, "rate") }] });
  asked(scheme, "fee", { appliedOn: firstDay(scheme), loan });
  return { ok: true };
};

const employment: Op = (scheme, given) => {
  const facts = {
    appliedOn: firstDay(scheme),
    monthlyStaff: given.monthlyStaff as readonly number[],
    localStaffRatio: textOf(given, "xinjiangRatio"),
  };
  return { ok: true, via: asked(scheme, "via", facts).figures.via };
};

const registrationAge: Op = (scheme, given) => {
  const facts = { appliedOn: dateOf(given, "applicationOn"), establishedOn: dateOf(given, "registeredOn"), registeredDistrict: scheme.district };
  asked(scheme, "enoughOn", facts);
  return { ok: true };
};

const guarantorDeadline: Op = (scheme, given) => {
  const rules = part(scheme.claim.guarantor?.time);
  const { daysOverdue, status } = must(inTime(rules, dateOf(given, "dueOn"), dateOf(given, "compensatedOn"), firstDay(scheme)));
  return { daysOverdue, status, ...(status === "REJECT" ? { error: "guarantor_late" } : {}) };
};

const npl: Op = (scheme, given) => {
  const passed = must(marksPassed(part(scheme.watch), textOf(given, "partnerNpl"), textOf(given, "cityAvgNpl"), firstDay(scheme)));
  const has = (effect: string) => passed.some(({ mark }) => mark.effect === effect);
  return { warnAvg: has("tells"), reportRequired: has("asks") };
};

const resume: Op = (scheme, given) => {
  const rules = part(scheme.watch);
  const decision = given.decision === true ? { by: part(rules.resume?.by[0]), documentNo: "1" } : undefined;
  return { ok: must(mayResume(rules, textOf(given, "partnerNpl"), decision, firstDay(scheme))) };
};

const bankNpl: Op = (scheme, given) => ({ ok: must(mayCover(part(scheme.watch), textOf(given, "npl"), firstDay(scheme))) });

const writeoffAge: Op = (scheme, given) => ({
  ok: must(oldEnough(scheme.recovery.writeOff, dateOf(given, "compPaidOn"), dateOf(given, "onDate"))),
});

export const LOAN_OPS: Readonly<Record<string, Op>> = {
  enterpriseCap,
  loanCap,
  term,
  rate,
  leverage,
  coverage,
  window: insideWindow,
  guaranteeFee,
  employment,
  registrationAge,
  guarantorDeadline,
  npl,
  resume,
  bankNpl,
  writeoffAge,
};
