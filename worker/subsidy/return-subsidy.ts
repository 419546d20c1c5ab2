/** The office sends a request for the subsidy back, with its reason; the receipt may be asked for again. */
import { api } from "../../shared/contract/api";
import { returnSubsidy as decide } from "../../shared/fund/subsidy-step";
import { accept } from "../../shared/outcome";
import { moveSubsidy } from "./store";
import { subsidyVerb } from "./subsidy-verb";

export const returnSubsidy = subsidyVerb(api.returnSubsidy, ({ db, body, now: at }, { now, rules, row, subsidy }) => {
  const returned = decide(rules, now.scheme.fund.payment.instructedBy, subsidy, body.reason, now.act);
  if (!returned.ok) return returned;
  return accept({
    after: { ...row, status: "returned" as const, reason: body.reason },
    statements: moveSubsidy(db, subsidy, { status: "returned", reason: body.reason }, at),
    notices: [{ toOrg: row.firm_org, code: "subsidy_returned" }],
  });
});
