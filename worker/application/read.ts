/** An application as its owner works on it: the draft, the tasks, the papers, and what the rules say of it today. */

import type { Tie } from "../../shared/enterprise/affiliates";
import { parseDate } from "../../shared/local-date";
import { accept, type Outcome } from "../../shared/outcome";
import { askedYears } from "../../shared/process/asked-years";
import type { Draft } from "../../shared/process/draft";
import { draftFacts } from "../../shared/process/draft-facts";
import { stepOf } from "../../shared/process/procedure";
import type { DistrictFacts } from "../../shared/process/submit";
import { type Task, tasksOf, type WantedPaper } from "../../shared/process/task";
import { type Decision, decideEligibility } from "../../shared/rule/rule";
import { type CaseNow, groupOfCase } from "../case/case-verb";

/** The ties that a draft declares so far; only those whose both ends are known. */
export function tiesOfDraft(draft: Draft, firm: { readonly creditCode: string; readonly name: string }): Tie[] {
  const to = { kind: "firm" as const, id: firm.creditCode, name: firm.name };
  const ties: Tie[] = [];
  const person = (key: string | undefined, name: string | undefined) => (key ? { kind: "person" as const, id: key, name: name ?? "" } : undefined);
  const representative = person(draft.representativeKey, draft.representativeName);
  const controller = person(draft.controllerKey, draft.controllerName);
  if (representative) ties.push({ kind: "legal_rep", from: representative, to, basis: "declared" });
  if (controller) ties.push({ kind: "controller", from: controller, to, basis: "declared" });
  for (const holder of draft.holders ?? []) {
    const from = person(holder.key, holder.name) ?? (holder.id ? { kind: "firm" as const, id: holder.id, name: holder.name ?? "" } : undefined);
    const share = /^\d{1,3}(\.\d{1,4})?$/.test(holder.percent ?? "") ? shareText(holder.percent ?? "") : undefined;
    if (from && share) ties.push({ kind: "equity", from, to, share, basis: "declared" });
  }
  for (const other of draft.affiliates ?? [])
    if (other.creditCode)
      ties.push({ kind: "declared", from: to, to: { kind: "firm", id: other.creditCode, name: other.name ?? "" }, basis: "declared" });
  return ties;
}

/** Percent text as a ratio, digit by digit. */
function shareText(percent: string): string {
  const [whole = "", part = ""] = percent.split(".");
  const digits = `${whole.padStart(3, "0")}${part.padEnd(4, "0")}`;
  return `${digits[0]}.${digits.slice(1)}`;
}

export interface Desk {
  readonly draft: Draft;
  readonly fiscalYears: readonly number[];
  readonly young: boolean;
  readonly tasks: readonly Task[];
  readonly decision: Decision;
  readonly district: DistrictFacts;
}

/** What the owner sees beside the draft; the decision asks every rule of the application, group included. */
export function deskOf(now: CaseNow, draft: Draft): Outcome<Desk> {
  const { scheme, papers, act } = now;
  const established = parseDate(draft.establishedOn ?? "");
  const asked = askedYears(scheme.papers, act.on, established.ok ? established.value : undefined);
  if (!asked.ok) return asked;
  const { years, young } = asked.value;
  const wanted = scheme.papers.flatMap((one): WantedPaper[] =>
    one.years ? years.map((fiscalYear) => ({ kind: one.kind, fiscalYear })) : [{ kind: one.kind }],
  );
  const group = groupOfCase(now, tiesOfDraft(draft, { creditCode: now.file.credit_code, name: now.file.enterprise_name }));
  if (!group.ok) return group;
  const { ownLoans, groupLoans, suspectedTies } = group.value;
  const district: DistrictFacts = { ownLoans, groupLoans, suspectedTies, bars: now.barsFor(draft.representativeKey) };
  const facts = { ...draftFacts(draft, papers, act.on), creditCode: now.file.credit_code, ...district };
  return accept({
    draft,
    fiscalYears: years,
    young,
    tasks: tasksOf(draft, papers, wanted, years, stepOf(scheme.admission, "recommend")?.asks),
    decision: decideEligibility(scheme.rules, facts, "application", act.on, scheme.ruleSet),
    district,
  });
}
