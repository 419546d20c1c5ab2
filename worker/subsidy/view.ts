/** A premium subsidy as its readers see it, with what each may do on it now. */
import type { RouteName } from "../../shared/contract/paths";
import type { SubsidyView } from "../../shared/contract/subsidy";
import { openBack } from "../../shared/fund/subsidy-step";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen, yuan, ZERO } from "../../shared/money";
import { premiumWorth } from "../../shared/process/payment-due";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Actor } from "../actor";
import { shownDerived } from "../case/view-parts";
import { type SubsidyRow, subsidyOf } from "./store";

export type SubsidyShown = SubsidyRow & { readonly case_no: string; readonly enterprise: string };

function actionsOf({ fund }: Scheme, viewer: Pick<Actor, "orgId" | "orgKind">, row: SubsidyRow, back: Fen): RouteName[] {
  const desk = fund.payment.instructedBy.includes(viewer.orgKind);
  const stands = row.status !== "returned" && row.refunded < row.premium;
  return [
    ...(desk && row.status === "filed" ? (["approveSubsidy", "returnSubsidy"] as const) : []),
    ...(desk && back > ZERO ? (["receiveRefund"] as const) : []),
    ...(row.insurer_org === viewer.orgId && stands ? (["refundPremium"] as const) : []),
  ];
}

export function subsidyView(scheme: Scheme, viewer: Pick<Actor, "orgId" | "orgKind">, row: SubsidyShown, on: LocalDate): SubsidyView {
  const subsidy = subsidyOf(row);
  const worth = scheme.subsidy ? premiumWorth(scheme.subsidy, subsidy, on) : undefined;
  const today = worth?.ok ? worth.value : undefined;
  const open = scheme.subsidy && row.status === "paid" ? openBack(scheme.subsidy, subsidy, on) : undefined;
  const back = open?.ok ? open.value : ZERO;
  const amount = row.status === "paid" ? subsidy.paid : (today?.amount ?? ZERO);
  return {
    id: row.id,
    caseId: row.case_id,
    caseNo: row.case_no,
    enterprise: row.enterprise,
    policyNo: row.policy_no,
    receiptNo: row.receipt_no,
    premium: yuan(fen(row.premium)),
    subsidy: yuan(amount),
    // the way to an amount that is no longer the one that was paid would only mislead
    ...(today?.amount === amount ? { derivation: shownDerived(today) } : {}),
    status: row.status,
    reason: row.reason,
    filedOn: row.filed_on,
    refunded: yuan(subsidy.refunded),
    returned: yuan(subsidy.returned),
    back: yuan(back),
    actions: actionsOf(scheme, viewer, row, back),
  };
}
