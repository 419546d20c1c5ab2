/** Instructions, newest movement first; the account bank is shown what it has to execute and what it has executed. */
import { api } from "../../shared/contract/api";
import { amountOf, type PaymentPlan } from "../../shared/fund/payment";
import { yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { readCursor } from "../case/list-cases";
import { verb } from "../verb";
import { type InstructionListed, instructionCountsQuery, instructionsQuery } from "./store";
import { ORDERED, ownOnly } from "./view";

const shownRow = (row: InstructionListed) => {
  const plan = JSON.parse(row.plan) as PaymentPlan;
  return {
    no: row.no,
    on: row.on_day,
    status: row.status,
    caseNo: row.case_no,
    enterprise: row.enterprise,
    reason: row.reason,
    payee: { id: row.payee_org, name: row.payee },
    amount: yuan(amountOf({ plan })),
    path: plan.path,
  };
};

export const listInstructions = verb(api.listInstructions, {
  load: ({ db, schemeId, document, query, mine }) => {
    const narrow = { kinds: document.fund.payment.paidBy.kinds, statuses: ORDERED };
    const { status, limit } = query;
    const filter = { schemeId, status, narrow, own: ownOnly(document.fund.payment), after: readCursor(query.cursor), limit };
    return { found: instructionsQuery(db, filter, mine), counts: instructionCountsQuery(db, filter, mine) };
  },
  decide: ({ query }, { found, counts }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        instructions: page.map(shownRow),
        next: last ? `${last.moved_at}.${last.no}` : null,
        counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
      },
    });
  },
});
