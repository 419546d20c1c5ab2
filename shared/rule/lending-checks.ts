/** Further questions that documents ask of a loan: how it is paid back, in which order its lender acted, and for how many years in a row a firm was supported. */
import { addMonths, addYears, type LocalDate } from "../local-date";
import type { RefusalCode } from "../refusal-code";
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

const MET: Answer = { verdict: "met" };
const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });
const unmet = (code: RefusalCode, figures: Readonly<Record<string, string>>, field: string): Answer => ({ verdict: "unmet", code, figures, field });

/** Paid back in one of the document's ways. */
export const repaidBy =
  (ways: Parameter<readonly string[]>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan?.repayment) return missing("repayment");
    return value(ways).includes(loan.repayment) ? MET : unmet(code, { given: loan.repayment.slice(0, 40) }, "repayment");
  };

/** Every one of these was done, none before the one that it follows, and all before the money went out. */
export const doneInOrder =
  (steps: readonly [string, ...string[]], code: RefusalCode): Test =>
  ({ loan }) => {
    if (!loan) return missing("loan");
    let before: LocalDate | undefined;
    for (const step of steps) {
      const on = loan.steps?.[step];
      if (on === undefined) return missing(`steps.${step}`);
      if ((before !== undefined && on < before) || on > loan.disbursedOn) return unmet(code, { step, on, after: before ?? "—" }, `steps.${step}`);
      before = on;
    }
    return MET;
  };

/** The first day of the support that a new loan goes on with: earlier loans count while no pause between two is longer than so many months. */
export function supportedSince(
  earlier: readonly { readonly from: LocalDate; readonly until: LocalDate }[],
  disbursedOn: LocalDate,
  gapMonths: number,
): LocalDate {
  let since = disbursedOn;
  for (const { from, until } of [...earlier].sort((a, b) => (a.until < b.until ? 1 : -1))) {
    if (addMonths(until, gapMonths) < since) break;
    if (from < since) since = from;
  }
  return since;
}

/**
 * At most so many years in a row, the new loan's own term included. Beyond them only with a reason and when every kind of party that the document names
 * agrees: `over` without the reason, `consent` while one has not agreed.
 */
export const supportedFor =
  (
    span: { readonly years: Parameter<number>; readonly gapMonths: Parameter<number>; readonly consents: Parameter<readonly string[]> },
    codes: { readonly over: RefusalCode; readonly consent: RefusalCode },
  ): Test =>
  ({ support, loan }, value) => {
    if (!loan) return missing("loan");
    if (support === undefined) return missing("support");
    if (!loan.termMonths) return missing("termMonths");
    const since = supportedSince(support, loan.disbursedOn, value(span.gapMonths));
    const [until, last] = [addMonths(loan.disbursedOn, loan.termMonths), addYears(since, value(span.years))];
    const figures = { since, until, limit: last };
    if (until <= last) return { ...MET, figures };
    if (!loan.exceptions?.support?.trim()) return unmet(codes.over, figures, "exceptions.support");
    const silent = value(span.consents).filter((party) => !loan.consents?.includes(party));
    if (silent.length > 0) return unmet(codes.consent, { ...figures, missing: silent.join("、") }, "consents");
    return { verdict: "warning", code: codes.over, figures, field: "support" };
  };
