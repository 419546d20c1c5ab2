/** An institution that may go on at a bad-loan ratio at which it may be paused again the same day. */
import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import type { WatchMark, WatchRules } from "../process/watch";
import { marksPassed } from "../process/watch";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Scheme } from "../schemes/scheme";
import { finding, type LintFinding, once } from "./finding";
import { momentsOf } from "./moments";

const OPERATORS = { ">": "只把高于界限算超过", ">=": "把等于界限也算超过", "<": "只有低于界限才恢复", "<=": "把等于界限也算恢复" } as const;
/** A ratio is worked out to six decimals: the next one below a limit. */
const STEP = "0.000001";

const at = <T>(parameter: Parameter<T>, value: T): Parameter<T> => ({
  ...parameter,
  versions: parameter.versions.map((version) => ({ ...version, value })),
});

interface Read {
  readonly rules: WatchRules;
  readonly parameter: Parameter<unknown>;
  readonly value: keyof typeof OPERATORS;
}

/** One operator at a time at each of its values, with the mark that it belongs to. */
function readingsOf(rules: WatchRules, mark: WatchMark): readonly Read[] {
  const { resume } = rules;
  if (!resume) return [];
  const over = (mark.passes.options ?? [">", ">="]).map((value) => ({
    rules: { ...rules, marks: [{ ...mark, passes: at(mark.passes, value) }] },
    parameter: mark.passes,
    value,
  }));
  const below = (resume.passes.options ?? ["<", "<="]).map((value) => ({
    rules: { ...rules, marks: [mark], resume: { ...resume, passes: at(resume.passes, value) } },
    parameter: resume.passes,
    value,
  }));
  return [...over, ...below];
}

function againAt({ rules, parameter, value }: Read, on: LocalDate): LintFinding | undefined {
  const limit = rules.resume && valueOn(rules.resume.at, on);
  const passes = rules.resume && valueOn(rules.resume.passes, on);
  const now = valueOn(parameter, on);
  if (!rules.resume || !limit?.ok || !passes?.ok || !now.ok) return undefined;
  const highest = passes.value === "<=" ? limit.value : new Decimal(limit.value).minus(STEP).toFixed();
  const passed = marksPassed(rules, highest, undefined, on);
  const [mark] = passed.ok ? passed.value : [];
  if (!mark) return undefined;
  const chosen = now.value === value;
  return finding(
    "restart",
    rules.resume.cites,
    { parameter: parameter.key, value, chosen: chosen ? "yes" : "no", ratio: highest, limit: mark.figures.limit ?? "" },
    `${chosen ? "现在" : "如果"}${OPERATORS[value]}：不良率 ${highest} 可以恢复，同时又到了可以暂停的界限 ${mark.figures.limit}。`,
  );
}

/** Only marks that stop something; a warning pauses nobody. */
export function resumes(scheme: Pick<Scheme, "validity" | "watch">): readonly LintFinding[] {
  const { watch } = scheme;
  if (!watch) return [];
  const stopping = watch.marks.filter(({ effect }) => effect !== "tells");
  const found = momentsOf(scheme, watch).flatMap((on) =>
    stopping.flatMap((mark) => readingsOf(watch, mark).flatMap((read) => againAt(read, on) ?? [])),
  );
  return once(found);
}
