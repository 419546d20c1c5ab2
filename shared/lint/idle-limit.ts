/** Limits that never bind: another one, on the same sum or on a larger one, is always reached first or at the same fen. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, fen, yuan } from "../money";
import { type Limit, limitOn } from "../rule/limit";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Scheme } from "../schemes/scheme";
import { bandsOf } from "./cliff";
import { finding, type LintFinding, once } from "./finding";
import { nodesOf } from "./formula-walk";
import { momentsOf } from "./moments";

type Limited = Pick<Scheme, "validity" | "compensation" | "admission" | "limits" | "fund">;

interface Ceiling {
  readonly says: string;
  readonly cites: Citation;
  /** What is held against it: one loan, or a sum by its name; `year` is a part of `life`. */
  readonly sum: string;
  readonly top: Fen;
  /** Whether it refuses, or lets a paper through. */
  readonly hard: boolean;
}

const read = <T>(value: T | Parameter<T>, on: LocalDate): T | undefined => {
  if (value === null || typeof value !== "object" || !("versions" in value)) return value as T;
  const found = valueOn(value, on);
  return found.ok ? found.value : undefined;
};

/** A share is taken of what the document itself names as its base; a base that only the records know gives nothing to compare. */
function ofLimit(limit: Limit, on: LocalDate): readonly Ceiling[] {
  const top = limitOn(limit, {}, on);
  const counts = limit.counts === undefined ? undefined : read(limit.counts, on);
  if (!top.ok) return [];
  const sum = limit.of === "loan" || counts === undefined ? "loan" : `${limit.of} ${counts}`;
  return [{ says: limit.says, cites: limit.cites, sum, top: top.value, hard: read(limit.mode, on) === "hard" }];
}

/** The last band is the largest loan that is paid for at all, where it has an end. */
function ofBands({ compensation }: Limited, on: LocalDate): readonly Ceiling[] {
  return [...new Set(nodesOf(compensation))].flatMap((node) =>
    bandsOf(node).flatMap((parameter) => {
      const top = valueOn(parameter, on);
      const last = top.ok ? top.value.at(-1)?.upTo : undefined;
      return last === undefined ? [] : [{ says: `${parameter.says}的最高一档`, cites: parameter.cites, sum: "loan", top: fen(last), hard: true }];
    }),
  );
}

function ceilingsOf(scheme: Limited, on: LocalDate): readonly Ceiling[] {
  const caps = scheme.admission.steps.flatMap((step) => {
    const top = step.kind === "loan" && step.cap ? valueOn(step.cap, on) : undefined;
    return step.kind === "loan" && top?.ok ? [{ says: "单笔贷款上限", cites: step.capCites, sum: "loan", top: fen(top.value), hard: true }] : [];
  });
  const yearly = (scheme.fund.limits ?? []).flatMap(({ says, cites, per, at, unset }) => {
    const top = valueOn(at, on);
    return top.ok && !(unset && top.value === 0) ? [{ says, cites, sum: `paid ${per}`, top: fen(top.value), hard: true }] : [];
  });
  const all = [...(scheme.limits ?? []).flatMap((limit) => ofLimit(limit, on)), ...caps, ...ofBands(scheme, on), ...yearly];
  // a requirement that is asked in two places is still one
  const same = (one: Ceiling, other: Ceiling) => one.top === other.top && one.cites.clauses.every((id) => other.cites.clauses.includes(id));
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
}

/** Whether whatever counts against the one counts against the other as well: one loan is a part of every sum that it is added to. */
const within = (inner: Ceiling, outer: Ceiling): boolean =>
  inner.sum === outer.sum || (inner.sum === "loan" && !outer.sum.startsWith("paid ")) || (inner.sum === "paid year" && outer.sum === "paid life");

function idleOn(scheme: Limited, on: LocalDate): readonly LintFinding[] {
  const all = ceilingsOf(scheme, on);
  return all.flatMap((one, at) => {
    const first = all.find((other, place) => {
      if (other === one || !other.hard || other.top > one.top || !within(one, other)) return false;
      // two that say the very same: the one named first stands
      const alike = one.hard && other.sum === one.sum && other.top === one.top;
      return !alike || place < at;
    });
    if (!first) return [];
    const figures = { limit: yuan(one.top), first: yuan(first.top), firstArticle: first.cites.article, firstClauses: first.cites.clauses.join(" ") };
    const paper = one.hard ? "" : "，有同意的文件也放不过去";
    const says = `“${one.says}”是 ${yuan(one.top)} 元，而${first.cites.article}的“${first.says}”是 ${yuan(first.top)} 元，总是先到或者同时到，前者单独不起作用${paper}。`;
    return [finding("idle_limit", one.cites, figures, says)];
  });
}

export function idleLimits(scheme: Limited): readonly LintFinding[] {
  const part = [scheme.compensation, scheme.admission, scheme.limits, scheme.fund.limits];
  return once(momentsOf(scheme, part).flatMap((on) => idleOn(scheme, on)));
}
