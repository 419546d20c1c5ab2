/** How an institution becomes a partner: what it has to put forward, who checks, who decides together, and for how long the agreement runs as a rule. */

import type { Citation } from "../citation";
import { addYears, type LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { OrgKind, OrgRef } from "./party";

export interface PartnershipRules {
  /** What its application says. */
  readonly asks: readonly { readonly kind: string; readonly says: string; readonly cites: Citation }[];
  readonly checkedBy: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** All who decide, each as often as it is named. */
  readonly decidedBy: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  readonly signedBy: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** As a rule not longer; longer with a reason. */
  readonly maxYears?: { readonly years: Parameter<number>; readonly cites: Citation };
  readonly cites: Citation;
}

export interface Candidacy {
  readonly said: readonly string[];
  readonly checkedBy?: OrgRef;
  readonly decidedBy: readonly OrgRef[];
  readonly signedBy: OrgKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly reason?: string;
}

/** Kinds that are asked for and lack, counting each organisation once. */
function lacking(asked: readonly OrgKind[], present: readonly OrgRef[]): readonly OrgKind[] {
  const left = [...new Map(present.map((org) => [org.id, org])).values()].map((org) => org.kind);
  return asked.filter((kind) => {
    const at = left.indexOf(kind);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** What its application has to say. Refuses `bank_app_incomplete` naming what lacks. */
export function mayApply(rules: PartnershipRules, said: Readonly<Record<string, string>>): Outcome<true> {
  const unsaid = rules.asks.filter(({ kind }) => !said[kind]?.trim());
  const figures = { missing: unsaid.map(({ says }) => says).join("、") };
  return unsaid[0] ? refuse("bank_app_incomplete", figures, unsaid[0].cites, unsaid[0].kind) : accept(true);
}

/** What an application that nobody turned down waits for. */
export function candidacyStage(
  rules: PartnershipRules,
  { checkedBy, decidedBy }: Pick<Candidacy, "checkedBy" | "decidedBy">,
): "check" | "decide" | "sign" {
  if (!checkedBy || !rules.checkedBy.kinds.includes(checkedBy.kind)) return "check";
  return lacking(rules.decidedBy.kinds, decidedBy).length > 0 ? "decide" : "sign";
}

/** May the agreement be signed? Refuses `bank_app_incomplete`, `bank_select`, `role_forbidden`; warns `agreement_term` for a longer term with a reason and refuses it without. */
export function maySign(rules: PartnershipRules, candidacy: Candidacy, on: LocalDate): Outcome<{ readonly warnings: readonly Refusal[] }> {
  const unsaid = rules.asks.filter(({ kind }) => !candidacy.said.includes(kind));
  if (unsaid.length > 0) return refuse("bank_app_incomplete", { missing: unsaid.map(({ says }) => says).join("、") }, rules.cites);
  if (!candidacy.checkedBy || !rules.checkedBy.kinds.includes(candidacy.checkedBy.kind))
    return refuse("bank_select", { missing: rules.checkedBy.kinds.join("、") }, rules.checkedBy.cites);
  const missing = lacking(rules.decidedBy.kinds, candidacy.decidedBy);
  if (missing.length > 0) return refuse("bank_select", { missing: missing.join("、") }, rules.decidedBy.cites);
  if (!rules.signedBy.kinds.includes(candidacy.signedBy)) return refuse("role_forbidden", { kind: candidacy.signedBy }, rules.signedBy.cites);
  if (candidacy.until < candidacy.from) return refuse("date_invalid", { given: candidacy.until, from: candidacy.from }, rules.cites, "until");
  if (!rules.maxYears) return accept({ warnings: [] });
  const years = valueOn(rules.maxYears.years, on);
  if (!years.ok) return years;
  const last = addYears(candidacy.from, years.value);
  if (candidacy.until < last) return accept({ warnings: [] });
  const figures = { until: candidacy.until, limit: last };
  return candidacy.reason?.trim()
    ? accept({ warnings: [{ code: "agreement_term", figures, cites: rules.maxYears.cites }] })
    : refuse("agreement_term", figures, rules.maxYears.cites, "reason");
}
