/** Worked examples of a document against the real engine: an op names the engine's function, a reading in `config` replaces a parameter, nothing is computed here. */
import { parseDate } from "../local-date";
import type { Refusal } from "../outcome";
import { readAs } from "./reading";
import { SCHEMES } from "./registry";
import type { Scheme } from "./scheme";
import { ADMISSION_OPS } from "./worked-admission";
import { DAY_OPS } from "./worked-days";
import { type Given, must, partsOf, Refused } from "./worked-given";
import { LOAN_OPS } from "./worked-loan";
import { MONEY_OPS } from "./worked-money";
import { POOL_OPS } from "./worked-pool";
import { SHARING_OPS } from "./worked-sharing";

export interface WorkedExample {
  readonly id: string;
  readonly scheme: string;
  readonly clause: string;
  readonly op: string;
  /** What the calculation is given; `config` holds the readings assumed. */
  readonly given: Given;
  /** Every key has to be found in the answer, equal in depth. */
  readonly expect: Given;
  readonly why: string;
}

const OPS = { ...ADMISSION_OPS, ...DAY_OPS, ...LOAN_OPS, ...MONEY_OPS, ...POOL_OPS, ...SHARING_OPS };

const among =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

interface ReadingWord {
  readonly parameter: string;
  readonly knows: (value: unknown) => boolean;
  /** The example's value in the parameter's own words, where they differ. */
  readonly as?: (value: unknown) => unknown;
}

const isDate = (value: unknown): boolean => typeof value === "string" && parseDate(value).ok;
const mapped = (words: Readonly<Record<string, string>>): Pick<ReadingWord, "knows" | "as"> => ({
  knows: (value) => typeof value === "string" && Object.hasOwn(words, value),
  as: (value) => words[String(value)],
});
const FUND_BASES = mapped({ nominal: "fundNominal", balance: "fundBalance" });

/** Readings by the examples' words, or by `op.word` where a word means another thing for one op: the parameter that carries each, and the values that the engine knows. */
const READINGS: Readonly<Record<string, ReadingWord>> = {
  year: { parameter: "tier.high.year", knows: (value) => value === "calendar" || value === "rolling" },
  threshold: { parameter: "vote.threshold", knows: (value) => value === "absolute_majority" || value === "plurality" },
  validTo: { parameter: "validity.until", knows: isDate },
  from: { parameter: "cover.from", knows: isDate },
  to: { parameter: "validity.until", knows: isDate },
  "compensation.method": { parameter: "band.method", knows: among("whole", "marginal") },
  bandMethod: { parameter: "band.method", knows: among("whole", "marginal") },
  "compensation.by": { parameter: "band.by", ...mapped({ loanAmount: "loanAmount", nplPrincipal: "outstandingPrincipal" }) },
  bandBy: { parameter: "band.by", ...mapped({ loanAmount: "loanAmount", nplPrincipal: "outstandingPrincipal" }) },
  "allocate.method": { parameter: "allocation.method", knows: among("pro_rata", "fifo") },
  formula: {
    parameter: "remit.formula",
    ...mapped({
      net_then_ratio: "net_then_ratio",
      ratio_then_cost: "ratio_then_cost",
      ratio_only: "gross",
      gross: "gross",
      treasury_first: "fund_first",
    }),
  },
  priority: { parameter: "remit.formula", ...mapped({ pro_rata: "net_then_ratio", treasury_first: "fund_first" }) },
  "enterpriseCap.basis": { parameter: "enterprise.totalCovered.basis", ...mapped({ live: "enterpriseLive", lifetime: "enterpriseLifetime" }) },
  annualBaseYear: {
    parameter: "bank.annualCap.year",
    ...mapped({
      claim_year: "claim",
      payment_year: "payment",
      vintage: "vintage",
      vintage_year: "vintage",
      loan_vintage: "vintage",
      loan_year: "vintage",
    }),
  },
  "guarantee.totalLoss": { parameter: "guarantee.totalLoss", ...mapped({ whole: "whole", whole_loan: "whole", guarantee_side: "guarantee_side" }) },
  "rate.tenor": { parameter: "lpr.tenor", ...mapped({ "1Y": "1y", "5Y": "5y", "1y": "1y", "5y": "5y" }) },
  "npl.op": { parameter: "npl.pause.passes", knows: among(">", ">=") },
  "resume.op": { parameter: "npl.resume.passes", knows: among("<", "<=") },
  "bankNpl.op": { parameter: "bank.npl.passes", knows: among(">", ">=") },
  "window.op": { parameter: "window.op", ...mapped({ "<": "exclusive", "<=": "inclusive", exclusive: "exclusive", inclusive: "inclusive" }) },
  "leverage.base": { parameter: "leverage.base", ...FUND_BASES },
  "loanCap.base": { parameter: "loan.singleEnterprise.base", ...FUND_BASES },
  "loanCap.mode": { parameter: "rule.mode", knows: among("hard", "exception", "warn") },
  "employment.join": { parameter: "jobs.join", ...mapped({ OR: "or", AND: "and", or: "or", and: "and" }) },
  "share.shortfall": { parameter: "shortfall", knows: among("bank") },
  "mgmtFee.mode": { parameter: "fee.mode", knows: among("ceiling", "flat") },
  "debit.base": { parameter: "comp.base", knows: among("principal", "principal_and_interest") },
  "debit.source": {
    parameter: "debit.source",
    ...mapped({ deposit_then_pool: "main_account", main_account: "main_account", deposit_only: "deposit_only" }),
  },
  "debit.minOverdueDays": { parameter: "debit.minOverdueDays", knows: (value) => Number.isSafeInteger(value) && Number(value) >= 0 },
  "pause.measure": { parameter: "pool.measure", ...mapped({ paid_in: "capital", capital: "capital", balance: "balance" }) },
  "pause.denominator": { parameter: "pool.measure", ...mapped({ paid_in: "capital", capital: "capital", balance: "balance" }) },
  "areaLeverage.mode": { parameter: "area.leverage.mode", ...mapped({ soft: "exception", exception: "exception", warn: "warn", hard: "hard" }) },
  quotaNeed: { parameter: "quota.need", knows: among("shortfall", "whole") },
  pauseBasis: { parameter: "pause.basis", knows: among("gross_then_balance", "net", "gross") },
  pauseScope: { parameter: "pause.scope", knows: among("all", "new_business") },
  includeSubsidy: { parameter: "pause.includeSubsidy", knows: among(true, false) },
  restartMeasure: { parameter: "restart.measure", knows: among("account+quota", "account") },
  capAtPaid: { parameter: "recovery.capAtPaid", knows: among(true, false) },
  deductCosts: {
    parameter: "recovery.deductCosts",
    knows: among(true, false),
    as: (value) => (value ? "net_then_ratio" : "gross"),
  },
};
/** Words that mean another thing for one op: the year of a department's cases is a calendar year by every reading so far. */
const OP_READINGS: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  deptCompCases: { year: among("calendar") },
};
/** Readings that the op itself takes, and those with one value so far. */
const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  rollover: (value) => value === "none" || value === "next_working_day",
  calendarThrough: isDate,
  parityBasis: (value) => value === "units",
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

/** The scheme under the readings given; the name of one that the engine does not have. */
function schemeUnder(scheme: Scheme, op: string, config: Given): { readonly scheme: Scheme } | { readonly unknown: string } {
  let read = scheme;
  for (const [name, value] of Object.entries(config)) {
    const special = own(own(OP_READINGS, op) ?? {}, name);
    const reading = special ? undefined : (own(READINGS, `${op}.${name}`) ?? own(READINGS, name));
    const carried = reading && scheme.parameters.some(({ key }) => key === reading.parameter);
    if (!(special ?? (carried ? reading.knows : undefined) ?? own(PLAIN, name))?.(value)) return { unknown: name };
    if (reading && carried) read = must(readAs(read, reading.parameter, reading.as?.(value) ?? value));
  }
  return { scheme: read };
}

/** A refusal as an answer: its code, and its figures with counts as numbers. */
const refused = ({ code, figures }: Refusal): Given => ({
  ok: false,
  error: code,
  ...Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : text])),
});

function answer(example: WorkedExample): Given {
  const scheme = own(SCHEMES, example.scheme);
  if (!scheme) return { error: "scheme_unknown" };
  const op = own(OPS, example.op);
  if (!op) return { error: "op_unknown" };
  try {
    const under = schemeUnder(scheme, example.op, partsOf(example.given, "config"));
    return "unknown" in under ? { error: "reading_unknown", reading: under.unknown } : op(under.scheme, example.given);
  } catch (thrown) {
    if (thrown instanceof Refused) return refused(thrown.refusal);
    throw thrown;
  }
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as Given];
  return left.length === Object.keys(b).length && left.every(([key, value]) => Object.hasOwn(right, key) && same(value, right[key]));
}

/** Runs one example; `failed` carries what the engine said instead, `op_unknown` or `scheme_unknown` where it has nothing to say. */
export function runExample(example: WorkedExample): { readonly status: "passed" } | { readonly status: "failed"; readonly actual: unknown } {
  const actual = answer(example);
  const holds = Object.entries(example.expect).every(([key, value]) => Object.hasOwn(actual, key) && same(value, actual[key]));
  return holds ? { status: "passed" } : { status: "failed", actual };
}
