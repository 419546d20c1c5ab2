/** Instructions, newest movement first; the account bank is shown what it has to execute and what it has executed. */
import { api } from "../../shared/contract/api";
import { amountOf, type PaymentPlan } from "../../shared/fund/payment";
import { yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { schemeOf } from "../../shared/schemes/registry";
import { readCursor } from "../case/list-cases";
import { verb } from "../verb";
import { type InstructionListed, instructionCountsQuery, instructionsQuery } from "./store";
import { EVERY_STATUS, shownTo } from "./view";

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
  load: ({ db, schemeId, query }) => {
    const statuses = query.status ? [query.status] : EVERY_STATUS;
    return {
      found: instructionsQuery(db, { schemeId, statuses, after: readCursor(query.cursor), limit: query.limit }),
      counts: instructionCountsQuery(db, schemeId),
    };
  },
  decide: ({ query, schemeId, actor }, { found, counts }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const shown = shownTo(schemeOf(schemeId).fund.payment, actor);
    const seen = found.filter(({ status }) => shown.includes(status));
    const page = seen.slice(0, query.limit);
    const last = seen.length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        instructions: page.map(shownRow),
        next: last ? `${last.moved_at}.${last.no}` : null,
        counts: Object.fromEntries(counts.filter(({ status }) => shown.includes(status)).map(({ status, count }) => [status, count])),
      },
    });
  },
});
