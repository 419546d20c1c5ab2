/** Gaps and overlaps in time: of every number, of every rule, and of the document's own life. */
import type { Citation } from "../citation";
import { addDays, type LocalDate, parseDate } from "../local-date";
import { lifeOf } from "../process/act";
import type { Parameter } from "../rule/parameter";
import type { Rule } from "../rule/rule";
import type { Scheme } from "../schemes/scheme";
import { finding, type LintFinding } from "./finding";
import { parametersIn, spanOf } from "./moments";

interface Held {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

interface Life {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Subject {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly held: readonly Held[];
}

const between = (kind: "gap" | "overlap", { id, says, cites }: Subject, from: LocalDate, until: LocalDate): LintFinding =>
  finding(kind, cites, { of: id, from, until }, `“${says}”从 ${from} 到 ${until} ${kind === "gap" ? "没有规定" : "有两个版本"}。`);

const ordered = (held: readonly Held[]): readonly Held[] => [...held].sort((a, b) => (a.from < b.from ? -1 : 1));

/** Days of the life without a version, and days with two. */
export function holesOf(subject: Subject, life: Life): readonly LintFinding[] {
  const found: LintFinding[] = [];
  // the first day that no version has covered yet; nothing once one is open-ended
  let open: LocalDate | undefined = life.from;
  let covered = false;
  for (const { from, until } of ordered(subject.held)) {
    const last = until ?? life.until;
    if (covered && (open === undefined || from < open)) {
      const end = open === undefined ? last : addDays(open, -1);
      found.push(between("overlap", subject, from, last < end ? last : end));
    } else if (open !== undefined && from > open && open <= life.until)
      found.push(between("gap", subject, open, from > life.until ? life.until : addDays(from, -1)));
    if (until === undefined) open = undefined;
    else if (open !== undefined && addDays(until, 1) > open) open = addDays(until, 1);
    covered = true;
  }
  if (open !== undefined && open <= life.until) found.push(between("gap", subject, open, life.until));
  return found;
}

const ofParameter = ({ key, says, cites, versions }: Parameter<unknown>): Subject => ({ id: key, says, cites, held: versions });

/** Versions of a rule are rules of one id, asked at the same moments of the same modes. */
function ofRules(rules: readonly Rule[]): readonly Subject[] {
  const byId = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = [rule.id, ...rule.at, "/", ...(rule.modes ?? [])].join(" ");
    byId.set(key, [...(byId.get(key) ?? []), rule]);
  }
  return [...byId.values()].flatMap((held) => {
    const [first] = held;
    return first ? [{ id: first.id, says: first.says, cites: first.cites, held }] : [];
  });
}

/** A life that nobody has dated yet, one that ends before it begins, and days in the document that lie outside its life. */
function ofLife(scheme: Timed, life: Life, parameters: readonly Parameter<unknown>[]): readonly LintFinding[] {
  const { validity } = scheme;
  const found: LintFinding[] = [];
  const entered = lifeOf(scheme, life.from);
  if (!entered.ok)
    found.push(
      finding(
        "gap",
        validity.issued?.on.cites ?? validity.cites,
        { of: "validity", from: life.from, until: life.until },
        "文件没有写明自己从哪一天起有效，录入之前每一天都不在有效期内。",
      ),
    );
  if (life.until < life.from)
    found.push(
      finding(
        "gap",
        validity.cites,
        { of: "validity", from: life.from, until: life.until },
        `有效期的最后一天 ${life.until} 早于第一天 ${life.from}。`,
      ),
    );
  for (const { key, says, cites, versions } of parameters) {
    for (const { value } of key === validity.until.key ? [] : versions) {
      const named = typeof value === "string" ? parseDate(value) : undefined;
      if (!named?.ok || (named.value >= life.from && named.value <= life.until)) continue;
      const told = `“${says}”是 ${named.value}，不在有效期 ${life.from} 至 ${life.until} 之内。`;
      found.push(finding("gap", cites, { of: key, named: named.value, from: life.from, until: life.until }, told));
    }
  }
  return found;
}

type Timed = Pick<Scheme, "validity" | "parameters" | "benchmarks" | "rules">;

/** Everything dated that a scheme holds, against its life; a document without a last day is looked at on its first. */
export function timeline(scheme: Timed): readonly LintFinding[] {
  const { from, until = from } = spanOf(scheme);
  const life = { from, until };
  const byKey = new Map(parametersIn(scheme).map((parameter) => [parameter.key, parameter]));
  const parameters = [...byKey.values()];
  const subjects = [...parameters.map(ofParameter), ...ofRules(scheme.rules)];
  return [...ofLife(scheme, life, parameters), ...subjects.flatMap((subject) => holesOf(subject, life))];
}
