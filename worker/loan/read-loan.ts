/** Amounts and days of a loan as somebody typed them, read together so that every fault is told at once with its field. */
import { type LocalDate, parseDate } from "../../shared/local-date";
import { type Fen, parseYuan } from "../../shared/money";
import { accept, type Outcome, type Refusal, refuseAll } from "../../shared/outcome";

export interface Typed<A extends string, D extends string> {
  readonly amounts: Readonly<Record<A, Fen>>;
  readonly days: Readonly<Record<D, LocalDate>>;
}

/** `readTyped(body, ["principal", "interest"], ["on"])`; `within` leads the fields of one among many, as in `instalments.3.dueOn`. */
export function readTyped<A extends string, D extends string>(
  text: Readonly<Record<A | D, string>>,
  amounts: readonly A[],
  days: readonly D[],
  within = "",
): Outcome<Typed<A, D>> {
  const faults: Refusal[] = [];
  const read = <F extends A | D, T>(fields: readonly F[], parse: (given: string, field: string) => Outcome<T>) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const one = parse(text[field], within + field);
        if (!one.ok) faults.push(...one.refusals);
        return one.ok ? [[field, one.value]] : [];
      }),
    ) as Record<F, T>;
  const typed = { amounts: read(amounts, parseYuan), days: read(days, parseDate) };
  return faults.length > 0 ? refuseAll(faults) : accept(typed);
}
