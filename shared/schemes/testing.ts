/** What the tests of every document need: its citations and parameters wherever they hang, the months of its life, and a loan's file that takes accepted acts. */
import type { Citation } from "../citation";
import { addMonths, type LocalDate } from "../local-date";
import type { Outcome, Refusal } from "../outcome";
import type { Act } from "../process/act";
import { type CaseState, evolve, newCase } from "../process/case";
import type { CaseEvent } from "../process/event";
import { evolveFile, type FileEvent, fileOf, type LoanFile } from "../process/loan-file";
import type { OrgKind, OrgRef } from "../process/party";
import type { Parameter } from "../rule/parameter";
import { amended } from "./reading";
import type { Scheme } from "./scheme";

export const org = (id: string, kind: OrgKind, name: string): OrgRef => ({ id, kind, name });
export const act = (who: OrgRef, on: LocalDate, person = "1"): Act => ({
  actor: { personId: `${who.id}-${person}`, name: `${who.name}经办`, org: who },
  on,
});

/** The codes that an outcome refuses with; none when it is accepted. */
export const codes = (outcome: Outcome<unknown>): readonly string[] => (outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code));
export const first = (outcome: Outcome<unknown>): Refusal | undefined => (outcome.ok ? undefined : outcome.refusals[0]);
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(codes(outcome).join(" "));
  return outcome.value;
}

/** A document with a number that its own text does not allow, to ask a mechanism that other documents ask otherwise. */
export function writtenAs(scheme: Scheme, key: string, value: unknown): Scheme {
  const known = scheme.parameters.find((parameter) => parameter.key === key);
  if (!known) throw new RangeError(`no parameter ${key}`);
  return amended(scheme, { ...known, versions: known.versions.map((version) => ({ ...version, value })) });
}

const isCitation = (node: object): node is Citation => "article" in node && "clauses" in node;

/** Every citation that hangs anywhere on a scheme, with the way to it; the catalogue cites itself. */
export function citations(node: unknown, at = "scheme"): [string, Citation][] {
  if (node === null || typeof node !== "object" || at === "scheme.clauses") return [];
  if (isCitation(node)) return [[at, node]];
  return Object.entries(node).flatMap(([name, part]) => citations(part, `${at}.${name}`));
}

/** Every parameter that hangs anywhere on a scheme beside its own list. */
export function parametersIn(node: unknown): Parameter<unknown>[] {
  if (node === null || typeof node !== "object") return [];
  if ("key" in node && "versions" in node) return [node as Parameter<unknown>];
  return Object.values(node).flatMap(parametersIn);
}

/** First and last day and the first day of each month between. */
export function monthsOf(from: LocalDate, until: LocalDate): LocalDate[] {
  const months = [from, until];
  for (let month = addMonths(`${from.slice(0, 7)}-01` as LocalDate, 1); month <= until; month = addMonths(month, 1)) months.push(month);
  return months;
}

export const inForce = <T extends { readonly from: LocalDate; readonly until?: LocalDate }>(versions: readonly T[], on: LocalDate): readonly T[] =>
  versions.filter((version) => version.from <= on && (version.until === undefined || on <= version.until));

/** A case that takes accepted acts as events; a refused one throws with its codes, for the test expected otherwise. */
export class ToldCase {
  state: CaseState;

  constructor(id = "case-1") {
    this.state = newCase(id);
  }

  does(outcome: Outcome<readonly CaseEvent[]>, who: OrgRef, on: LocalDate): this {
    for (const event of must(outcome))
      this.state = evolve(this.state, { seq: this.state.seq + 1, event, actor: act(who, on).actor, occurredOn: on, recordedAt: this.state.seq });
    return this;
  }
}

/** A loan's file that takes accepted acts. */
export class ToldFile {
  constructor(public file: LoanFile) {}

  static of(told: ToldCase): ToldFile {
    return new ToldFile(must(fileOf(told.state)));
  }

  does(outcome: Outcome<readonly FileEvent[]>, who: OrgRef, on: LocalDate): this {
    for (const event of must(outcome)) this.file = evolveFile(this.file, { event, actor: act(who, on).actor, occurredOn: on });
    return this;
  }
}
