/** A number of a document with its article, the dates it is in force, and the reading chosen where the text is unclear. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";

/** A choice made where the text is silent or unclear: data that the office may change from a date on, shown beside its clause. */
export interface Reading {
  /** Id of the reading, e.g. `YQ-A20`. */
  readonly id: string;
  readonly chosen: string;
  /** The other options, in plain Chinese. */
  readonly others: readonly string[];
}

export interface Version<T> {
  readonly from: LocalDate;
  /** Last day in force, inclusive; absent while open-ended. */
  readonly until?: LocalDate;
  readonly value: T;
  /** The paper that set it, where it is not the document's own. */
  readonly documentNo?: string;
}

/** The form of a value that does not show it itself, because nobody has given one yet or it stands for a choice. */
export type ValueForm = "amount" | "ratio" | "day" | "bands" | "steps" | "weights" | "names";

export interface Parameter<T> {
  /** Dotted key, e.g. `need.max`. */
  readonly key: string;
  /** What it is, in plain Chinese. */
  readonly says: string;
  readonly cites: Citation;
  readonly versions: readonly Version<T>[];
  readonly reading?: Reading;
  /** The values that the engine knows; any of the type where absent. A reading with one option is a choice that no other is built for; else those beside the document's own stand in the order of the reading's others. */
  readonly options?: readonly T[];
  readonly form?: ValueForm;
}

/** The value in force on a day. Refuses `parameter_not_in_force`: never the latest value, never a guess. */
export function valueOn<T>(parameter: Parameter<T>, on: LocalDate): Outcome<T> {
  for (const version of parameter.versions) {
    if (version.from <= on && (version.until === undefined || on <= version.until)) return accept(version.value);
  }
  return refuse("parameter_not_in_force", { parameter: parameter.key, on }, parameter.cites);
}

/** How the document is read at this value, in plain Chinese; undefined where no reading tells it. */
export function readingOf({ reading, options, versions }: Parameter<unknown>, value: unknown): string | undefined {
  const own = versions[0]?.value;
  if (!reading || !options) return undefined;
  if (value === own) return reading.chosen;
  const at = options.filter((option) => option !== own).indexOf(value);
  return at < 0 ? undefined : reading.others[at];
}
