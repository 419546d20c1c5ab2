/** An instruction as its readers see it: printable, with what each may do on it now. The account bank sees what it has to execute and what it has executed. */
import type { RouteName } from "../../shared/contract/paths";
import type { InstructionView } from "../../shared/contract/payment";
import { amountOf, type InstructionStatus, isOpen, type PaymentRules, takesOwn } from "../../shared/fund/payment";
import { yuan } from "../../shared/money";
import type { OrgKind } from "../../shared/process/party";
import type { Actor } from "../actor";
import { type InstructionFound, instructionOf, type StepRow } from "./store";

/** What an executing bank is shown. */
export const ORDERED: readonly InstructionStatus[] = ["INSTRUCTED", "TRANSFERRED", "PAID"];

/** Kinds that know only of what is paid to themselves. */
export const ownOnly = ({ own, instructedBy }: PaymentRules): readonly OrgKind[] => (own ? instructedBy : []);

/** What waits before a payable: that something does is told to everybody, which it is only to those who may know of it. */
export const aheadFor = (rules: PaymentRules, { orgKind }: Pick<Actor, "orgKind">, ahead: readonly string[], payableId: string): readonly string[] =>
  ahead.map((id) => (id === payableId || !ownOnly(rules).includes(orgKind) ? id : ""));

type Read = { readonly status: InstructionStatus; readonly payee_org: string };

export const mayRead = (rules: PaymentRules, viewer: Pick<Actor, "orgKind" | "orgId">, { status, payee_org: payee }: Read): boolean =>
  (!rules.paidBy.kinds.includes(viewer.orgKind) || ORDERED.includes(status)) && (!ownOnly(rules).includes(viewer.orgKind) || payee === viewer.orgId);

/** The verbs that the rules would take from this viewer at this status. */
function actionsOf(rules: PaymentRules, viewer: Actor, row: InstructionFound): RouteName[] {
  const { status } = row;
  const draws = rules.quota?.by.includes(viewer.orgKind) ?? false;
  const office = rules.instructedBy.includes(viewer.orgKind);
  const actions: RouteName[] = [];
  if (status === "DRAWN_UP" && office && viewer.personId !== row.made_by) actions.push("countersignInstruction");
  if (status === "APPLIED" && draws) actions.push("approveDraw");
  if (status === "FIN_APPROVED" && draws) actions.push("recordDraw");
  const pays = takesOwn(instructionOf(row)) ? office : rules.paidBy.kinds.includes(viewer.orgKind);
  if ((status === "INSTRUCTED" || status === "TRANSFERRED") && pays) actions.push("confirmPaid");
  if (isOpen(row) && (office || draws)) actions.push("cancelInstruction");
  return actions;
}

export function instructionView(rules: PaymentRules, viewer: Actor, row: InstructionFound, steps: readonly StepRow[]): InstructionView {
  const { plan, parts } = instructionOf(row);
  const names = [row.payee, row.lender ?? ""];
  return {
    no: row.no,
    on: row.on_day,
    status: row.status,
    caseId: row.case_id,
    caseNo: row.case_no,
    enterprise: row.enterprise,
    reason: row.reason,
    payableId: row.payable_id,
    payee: { id: row.payee_org, name: row.payee },
    amount: yuan(amountOf({ plan })),
    path: plan.path,
    account: yuan(plan.account),
    quota: yuan(plan.quota),
    unfunded: yuan(plan.unfunded),
    ...(plan.own === undefined ? {} : { own: yuan(plan.own) }),
    ...(parts ? { parts: parts.map((amount, at) => ({ org: names[at] ?? "", amount: yuan(amount) })) } : {}),
    ...(row.government_document === null ? {} : { governmentDocument: row.government_document }),
    ...(row.consent_no === null ? {} : { consentNo: row.consent_no }),
    madeBy: row.maker,
    ...(row.checker === null ? {} : { checkedBy: row.checker }),
    history: steps.map(({ status, person, org, at, why }) => ({ status, by: person ?? "", org: org ?? "", at, ...(why === null ? {} : { why }) })),
    article: (plan.path === "QUOTA" ? rules.quota?.cites : undefined)?.article ?? rules.direct.article,
    ...(row.until_day === null || !isOpen(row) ? {} : { until: row.until_day }),
    actions: actionsOf(rules, viewer, row),
  };
}
