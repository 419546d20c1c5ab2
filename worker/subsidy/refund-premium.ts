/** The insurer has given premium back: what was not paid yet goes by what stays, what was paid comes back in part. */
import { api } from "../../shared/contract/api";
import { refundPremium as decide, REFUNDED_WHOLE } from "../../shared/fund/subsidy-step";
import { parseDate } from "../../shared/local-date";
import { parseYuan } from "../../shared/money";
import { accept, refuseAll } from "../../shared/outcome";
import { supersedes } from "../payment/supersede";
import { insertRefund, moveSubsidy } from "./store";
import { subsidyVerb } from "./subsidy-verb";

export const refundPremium = subsidyVerb(api.refundPremium, (ctx, { now, rules, row, subsidy, policy, refunds }) => {
  const { db, body, actor, now: at } = ctx;
  const read = [parseYuan(body.refunded, "refunded"), parseDate(body.on, "on")] as const;
  const [amount, on] = read;
  if (!amount.ok || !on.ok) return refuseAll(read.flatMap((one) => (one.ok ? [] : one.refusals)));
  const decided = decide(rules, subsidy, policy.insurer_org, { amount: amount.value, on: on.value }, now.act);
  if (!decided.ok) return decided;
  const { after, ends } = decided.value;
  const open = now.instructions.find(({ payable_id: payableId }) => payableId === subsidy.id);
  // what it pays is no longer what is due
  const ended = supersedes(ctx, now, subsidy.id, open);
  if (!ended.ok) return ended;
  const moved = { refunded: after.refunded, ...(ends ? { status: "returned" as const, reason: REFUNDED_WHOLE } : {}) };
  const desks = now.desks.filter(({ kind }) => now.scheme.fund.payment.instructedBy.includes(kind)).map(({ id }) => id);
  return accept({
    after: { ...row, ...moved, instruction_status: open ? null : row.instruction_status },
    ledger: ended.value.ledger,
    statements: [
      ...ended.value.statements,
      ...moveSubsidy(db, subsidy, moved, at),
      insertRefund(db, {
        subsidyId: subsidy.id,
        place: refunds.length + 1,
        what: "refunded",
        amount: amount.value,
        on: on.value,
        personId: actor.personId,
        now: at,
      }),
    ],
    notices: [...desks, row.firm_org].map((toOrg) => ({ toOrg, code: "premium_refunded" })),
  });
});
