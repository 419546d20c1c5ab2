/** The office has checked what a firm filed: it goes among what waits to be paid, without panel or consent (三（八）). */
import { api } from "../../shared/contract/api";
import { receiptOf } from "../../shared/fund/subsidy";
import { approveSubsidy as decide } from "../../shared/fund/subsidy-step";
import { accept } from "../../shared/outcome";
import { moveSubsidy } from "./store";
import { policyIn, requestOf, subsidyVerb } from "./subsidy-verb";

export const approveSubsidy = subsidyVerb(api.approveSubsidy, ({ db, now: at }, { now, rules, row, subsidy, policy, papers }) => {
  const { scheme, file, act } = now;
  const computed = decide(rules, scheme.fund.payment.instructedBy, subsidy, requestOf(now, row, papers), policyIn(policy), act);
  if (!computed.ok) return computed;
  const payable = {
    id: subsidy.id,
    reason: "subsidy" as const,
    of: receiptOf(subsidy),
    caseId: file.id,
    payeeId: row.firm_org,
    amount: computed.value.amount,
    approvedOn: act.on,
  };
  return accept({
    after: { ...row, status: "approved" as const },
    ledger: [{ type: "payable_approved" as const, payable }],
    statements: moveSubsidy(db, subsidy, { status: "approved" }, at),
    notices: [{ toOrg: row.firm_org, code: "subsidy_approved" }],
  });
});
