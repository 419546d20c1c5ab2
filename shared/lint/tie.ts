/** Ties: the votes that a panel of an allowed size can cast of which none carries, and those that may stay so after every re-vote. */
import type { LocalDate } from "../local-date";
import { carried, tally } from "../process/ballot";
import type { BallotStep } from "../process/procedure";
import { valueOn } from "../rule/parameter";
import type { Scheme } from "../schemes/scheme";
import { finding, type LintFinding, once } from "./finding";
import { momentsOf } from "./moments";

/** Every way in which so many votes fall on at most so many choices, the most first; which choice gets which is all the same here. */
export function spreads(votes: number, choices: number, most = votes): readonly (readonly number[])[] {
  if (votes === 0) return [[]];
  if (choices === 0) return [];
  const first = Array.from({ length: Math.min(votes, most) }, (_, at) => Math.min(votes, most) - at);
  return first.flatMap((own) => spreads(votes - own, choices - 1, own).map((rest) => [own, ...rest]));
}

const countsFor = (choices: readonly string[], spread: readonly number[]): Readonly<Record<string, number>> => ({
  ...tally(choices, []),
  ...Object.fromEntries(spread.map((votes, at) => [choices[at] ?? "", votes])),
});

type Open = "decided" | "reopened" | "deferred";

/** What becomes of these votes: decided at once, brought to an end by some re-vote whatever is cast, or possibly left to another meeting. */
function fate(step: BallotStep, choices: readonly string[], spread: readonly number[], round: number, on: LocalDate): Open {
  const units = spread.reduce((sum, votes) => sum + votes, 0);
  const outcome = carried(step, countsFor(choices, spread), units, round, on);
  if (!outcome.ok || outcome.value.kind === "decided") return "decided";
  if (outcome.value.kind === "deferred") return "deferred";
  const { between } = outcome.value;
  return spreads(units, between.length).some((again) => fate(step, between, again, round + 1, on) === "deferred") ? "deferred" : "reopened";
}

/** Sizes from the fixed seats alone to one unit of every kind that may join. */
function sizesOf({ panel }: BallotStep, on: LocalDate): readonly number[] {
  const parity = valueOn(panel.parity, on);
  const sizes = Array.from({ length: panel.optional.length + 1 }, (_, more) => panel.fixed.length + more);
  return parity.ok ? sizes.filter((units) => parity.value === "any" || units % 2 === 1) : [];
}

function tiesOf(step: BallotStep, units: number, on: LocalDate): LintFinding | undefined {
  const choices = step.choices.map(({ id }) => id);
  const fates = spreads(units, choices.length).map((spread) => ({ votes: spread.join(":"), fate: fate(step, choices, spread, 1, on) }));
  const open = fates.filter((one) => one.fate !== "decided").map(({ votes }) => votes);
  const deferred = fates.filter((one) => one.fate === "deferred").map(({ votes }) => votes);
  if (open.length === 0) return undefined;
  const after = deferred.length === 0 ? "重投后总有一项通过" : `其中 ${deferred.join("、")} 重投后仍可能没有结果，要留到下次会议`;
  return finding(
    "tie",
    step.majority.cites,
    { step: step.id, units: String(units), choices: String(choices.length), open: open.join(" "), deferred: deferred.join(" ") || "—" },
    `${step.says}由 ${units} 家单位在 ${choices.length} 个选项中表决，票数为 ${open.join("、")} 时没有一项通过；${after}。`,
  );
}

/** Every ballot of a document, at every size that its panel may have. */
export function ties(scheme: Pick<Scheme, "validity" | "admission" | "claim">): readonly LintFinding[] {
  const steps = [...scheme.admission.steps, ...scheme.claim.steps].filter(
    (step): step is BallotStep & { onReturn: string } => step.kind === "ballot",
  );
  const found = steps.flatMap((step) => momentsOf(scheme, step).flatMap((on) => sizesOf(step, on).flatMap((units) => tiesOf(step, units, on) ?? [])));
  return once(found);
}
