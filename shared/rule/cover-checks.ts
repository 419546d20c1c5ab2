/** Questions of a loan that is to be covered: the papers it stands on, its kind, what may secure it, and what is asked of firms of some sizes only. */
import { type SizeClass, sizeClass } from "../enterprise/size-class";
import type { RefusalCode } from "../refusal-code";
import type { Facts } from "./facts";
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

const MET: Answer = { verdict: "met" };
const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });
const unmet = (code: RefusalCode, figures: Readonly<Record<string, string>>, field: string): Answer => ({ verdict: "unmet", code, figures, field });

/** It stands on a paper of others, whose number is told with it. */
export const backedBy =
  (paper: string, code: RefusalCode): Test =>
  ({ loan }) => {
    if (!loan) return missing("loan");
    const number = loan.papers?.[paper]?.trim();
    return number ? { ...MET, figures: { documentNo: number } } : unmet(code, {}, `papers.${paper}`);
  };

/** Of a kind that is on the list of the day. */
export const typeAmong =
  (types: Parameter<readonly string[]>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan?.type) return missing("type");
    return value(types).includes(loan.type) ? MET : unmet(code, { given: loan.type.slice(0, 40) }, "type");
  };

/** Secured by nothing but these, and guaranteed by no company: what is on no list is not allowed either. */
export const securedOnlyBy =
  (allowed: Parameter<readonly string[]>, code: RefusalCode): Test =>
  ({ loan, guarantor }, value) => {
    if (!loan?.collateral) return missing("collateral");
    if (guarantor) return unmet(code, { given: guarantor.kind }, "guarantor");
    const other = loan.collateral.find((one) => !value(allowed).includes(one));
    return other === undefined ? MET : unmet(code, { given: other.slice(0, 40) }, "collateral");
  };

/** The size class by the latest complete fiscal year. */
function sizeOf({ industry, years }: Facts): SizeClass | undefined {
  const year = [...(years ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear)[0];
  if (!industry || !year) return undefined;
  const { headcount, revenue, assets } = year;
  const found = sizeClass({
    industry,
    ...(headcount === undefined ? {} : { headcount }),
    ...(revenue === undefined ? {} : { revenue }),
    ...(assets === undefined ? {} : { assets }),
  });
  return found.ok ? found.value.class : undefined;
}

/** Asked only of firms of these sizes; of a firm whose size is not known it cannot be judged. */
export const ofSize =
  (classes: readonly SizeClass[], test: Test): Test =>
  (facts, value) => {
    const size = sizeOf(facts);
    if (size === undefined) return { verdict: "missing", code: "size_inputs_missing", figures: {}, field: "years" };
    return classes.includes(size) ? test(facts, value) : MET;
  };
