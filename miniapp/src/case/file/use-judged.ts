/** A form that the phone's own rules judge while it is typed: what is empty, what does not read, what the worker would refuse, one line a field. */
import { useState } from "react";
import { parseYuan } from "../../../../shared/money";
import type { Outcome } from "../../../../shared/outcome";
import { errorAt, ruleErrors } from "../../failure";
import type { FieldError } from "../../ui/errors";
import { needed, useAct } from "../../use-act";

type Typed = Record<string, string>;

/** `[field, what to say while it is empty]`. */
export const emptyOf = (form: Typed, asked: readonly (readonly [string, string])[]): FieldError[] =>
  asked.flatMap(([field, message]) => needed(form[field], field, message));

/** Amounts that were typed and do not read. */
export const unreadOf = (form: Typed, amounts: readonly string[]): FieldError[] =>
  amounts.flatMap((field) => {
    const read = parseYuan(form[field] ?? "", field);
    return form[field]?.trim() && !read.ok ? ruleErrors(read.refusals) : [];
  });

interface Judge {
  empty: FieldError[];
  unread: FieldError[];
  /** What the rules say of the form as it is read. */
  ruled: Outcome<unknown>;
}

export function useJudged<F extends Typed>(form: F, { empty, unread, ruled }: Judge, fieldOf?: (field: string) => string | undefined) {
  const act = useAct(fieldOf);
  const [checked, setChecked] = useState<F | null>(null);
  const renamed = (errors: readonly FieldError[]): FieldError[] =>
    errors.map((error) => {
      const { field, ...rest } = error;
      const to = field && (fieldOf ? fieldOf(field) : field);
      return to ? { ...rest, field: to } : rest;
    });
  const refused = ruled.ok ? [] : renamed(ruleErrors(ruled.refusals));
  const first = [...empty, ...unread];
  // While something is missing, what the rules say of the form as a whole would only confuse.
  const faults = [...first, ...refused.filter((error) => (error.field ? !first.some((each) => each.field === error.field) : first.length === 0))];
  // What was changed since the last check no longer shows that check's words.
  const at = (field: keyof F & string): FieldError | null =>
    (form[field] && !unread.length ? errorAt(refused, field) : null) ??
    (checked && checked[field] !== form[field] ? null : errorAt(act.errors, field));
  const check = (): boolean => {
    setChecked(form);
    return act.check(faults);
  };
  return { act, at, check, ok: faults.length === 0 };
}
