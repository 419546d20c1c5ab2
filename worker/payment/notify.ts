/** Who is told of a payment's way: whoever has the next step, and the account bank when an order to it no longer stands. */
import { amountOf, type Instruction, type PaymentRules, takesOwn } from "../../shared/fund/payment";
import { yuan } from "../../shared/money";
import type { OrgKind } from "../../shared/process/party";
import type { Desk } from "../case/store";
import type { NewNotice } from "../notice/store";

export type PaymentNotice =
  | "instruction_drawn_up"
  | "instruction_ready"
  | "draw_applied"
  | "draw_approved"
  | "draw_transferred"
  | "instruction_cancelled"
  | "instruction_lapsed"
  | "subsidy_paid";

interface Told {
  readonly caseId: string;
  readonly enterprise: string;
  readonly rules: PaymentRules;
  /** Whom the payment is for. */
  readonly payee: string;
  readonly desks: readonly Desk[];
  /** The banks that execute instructions: they know the order, not the case. */
  readonly payers: readonly { readonly id: string }[];
  /** The firm whose premium is subsidised; a claim's payment tells its readers by its own event. */
  readonly firm?: string | undefined;
}

/** Beside what a case's own event tells its readers. */
export function noticesOfPayment(
  { caseId, enterprise, rules, payee, desks, payers, firm }: Told,
  before: Instruction | undefined,
  after: Instruction,
  lapsed: boolean,
): NewNotice[] {
  const figures = { no: after.no, enterprise, amount: yuan(amountOf(after)) };
  const desk = (kinds: readonly OrgKind[], code: PaymentNotice) =>
    desks.filter(({ kind }) => kinds.includes(kind)).map(({ id }): NewNotice => ({ toOrg: id, caseId, code, figures }));
  const bank = (code: PaymentNotice) => payers.map(({ id }): NewNotice => ({ toOrg: id, code, figures }));
  const { instructedBy, quota, own } = rules;
  // where each draws up its own, whoever is paid is told and no other of its kind
  const drawers = (code: PaymentNotice): NewNotice[] => (own ? [{ toOrg: payee, caseId, code, figures }] : desk(instructedBy, code));
  const quotaBy = quota?.by ?? [];
  switch (after.status) {
    case "DRAWN_UP":
      return drawers("instruction_drawn_up");
    case "INSTRUCTED":
      return takesOwn(after) ? drawers("instruction_ready") : bank("instruction_ready");
    case "APPLIED":
      return desk(quotaBy, "draw_applied");
    case "FIN_APPROVED":
      return drawers("draw_approved");
    case "TRANSFERRED":
      return [...drawers("draw_transferred"), ...bank("instruction_ready")];
    case "PAID":
      return firm === undefined
        ? []
        : [{ toOrg: firm, caseId, code: "subsidy_paid", figures }, ...desk([...instructedBy, ...quotaBy], "subsidy_paid")];
    case "CANCELLED": {
      const code = lapsed ? "instruction_lapsed" : "instruction_cancelled";
      const ordered = before?.status === "INSTRUCTED" || before?.status === "TRANSFERRED";
      return [
        ...drawers(code),
        ...desk(after.plan.path === "QUOTA" ? quotaBy.filter((kind) => !instructedBy.includes(kind)) : [], code),
        ...(ordered ? bank(code) : []),
      ];
    }
  }
}
