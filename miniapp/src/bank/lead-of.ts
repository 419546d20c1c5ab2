/** One institution's own leads of a case, and how it may lend in the scheme. */
import type { CaseView } from "../../../shared/contract/case";
import type { OrgKind } from "../../../shared/process/party";
import { type LoanMode, type LoanStep, modesOf, stepOf } from "../../../shared/process/procedure";
import { schemeOf } from "../scheme";

export type Lead = CaseView["leads"][number];

/** The one that is asked for, else the newest of this institution. */
export const leadOf = (view: CaseView, orgId: string, leadId: string | undefined): Lead | undefined => {
  const own = view.leads.filter((lead) => lead.org.id === orgId);
  return own.find((lead) => lead.id === leadId) ?? own[own.length - 1];
};

/** Throws where a scheme has no loan step: every scheme ends in one. */
export function loanStepOf(schemeId: string): LoanStep {
  const step = stepOf(schemeOf(schemeId).admission, "loan");
  if (!step) throw new RangeError(`no loan step in ${schemeId}`);
  return step;
}

/** The modes in which an organisation of this kind lends or stands beside the lender. */
export const modesFor = (schemeId: string, kind: OrgKind): readonly LoanMode[] =>
  loanStepOf(schemeId).modes.filter((mode) => mode.lenders.includes(kind) || mode.needs === kind);

/** A mode's name, as its document says it. */
export const modeSays = (schemeId: string, mode: string): string => modesOf(schemeOf(schemeId).admission).find(({ id }) => id === mode)?.says ?? "";

export const open = (lead: Lead): boolean => lead.status === "open" || lead.status === "offered";
