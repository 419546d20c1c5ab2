/** Short ways to write a document's numbers and time limits, each with its article. */
import type { Deadline, DeadlineLength } from "../calendar/deadline";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import type { Parameter, Reading, ValueForm } from "../rule/parameter";

/** Numbers in force from a document's first day: `const parameter = parametersFrom(FROM)`. `options` are the values that the engine knows, `form` that of one which nobody has given yet. */
export const parametersFrom =
  (from: LocalDate) =>
  <T>(key: string, says: string, cites: Citation, value: T, reading?: Reading, options?: readonly T[], form?: ValueForm): Parameter<T> => ({
    key,
    says,
    cites,
    versions: [{ from, value }],
    ...(reading ? { reading } : {}),
    ...(options ? { options } : {}),
    ...(form ? { form } : {}),
  });

/** A limit that is only told when it is missed (reading G-11); it never rolls over rest days, for working days are counted as such. */
export const limit = (id: string, cites: Citation, anchor: string, length: DeadlineLength, says: string): Deadline => ({
  id,
  cites,
  anchor,
  length,
  rollover: "none",
  onMiss: "flag",
  says,
});

/** The same, counted back from its anchor. */
export const limitBefore = (id: string, cites: Citation, anchor: string, length: DeadlineLength, says: string): Deadline => ({
  ...limit(id, cites, anchor, length, says),
  direction: "before",
  rollover: "none",
});
