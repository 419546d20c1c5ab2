/** The office has seen on the account what a refund brings back; with the insurer who declared it, two persons stand behind the posting. */
import { api } from "../../shared/contract/api";
import { receiptOf } from "../../shared/fund/subsidy";
import { receiveRefund as decide } from "../../shared/fund/subsidy-step";
import { parseYuan, plus } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { insertRefund, moveSubsidy } from "./store";
import { subsidyVerb } from "./subsidy-verb";

export const receiveRefund = subsidyVerb(api.receiveRefund, ({ db, body, actor, now: at }, { now, rules, row, subsidy, refunds }) => {
  const amount = parseYuan(body.amount, "amount");
  if (!amount.ok) return amount;
  const place = refunds.length + 1;
  const transferId = `${subsidy.id}-back${place}`;
  const declaredBy = refunds.findLast(({ what }) => what === "refunded")?.person_id ?? "";
  const seen = { transferId, of: receiptOf(subsidy), caseId: now.file.id, amount: amount.value, documentNo: body.documentNo, declaredBy };
  const ledger = decide(rules, { chart: now.scheme.fund.chart, view: now.books.view }, subsidy, seen, now.act);
  if (!ledger.ok) return ledger;
  const returned = plus(subsidy.returned, amount.value);
  return accept({
    after: { ...row, returned },
    ledger: ledger.value,
    statements: [
      ...moveSubsidy(db, subsidy, { returned }, at),
      insertRefund(db, {
        subsidyId: subsidy.id,
        place,
        what: "received",
        amount: amount.value,
        on: now.act.on,
        documentNo: body.documentNo,
        transferId,
        personId: actor.personId,
        now: at,
      }),
    ],
    notices: [
      { toOrg: row.firm_org, code: "refund_received" },
      { toOrg: row.insurer_org, code: "refund_received" },
    ],
  });
});
