/** Who decides agrees to the plan: every claim with a part in it is consented to at that part and becomes payable, all in one batch or none. */
import { api } from "../../shared/contract/api";
import type { LedgerEvent } from "../../shared/fund/ledger";
import { fen, yuan, ZERO } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { amountHolds, planHolds } from "../../shared/process/allocation-plan";
import { consentClaim, payableOf } from "../../shared/process/claim";
import { noticesOfFile } from "../case/file-notify";
import { desksQuery } from "../case/store";
import { booksOf, booksQueries } from "../fund/books";
import { writeBooks } from "../fund/write-books";
import { insertNotices } from "../notice/store";
import { verb } from "../verb";
import { actOf, filesOf, moveAll, planQueries, seenOf, standsNow, usedOf, writtenOf } from "./files";
import { allocationShown } from "./shown";
import { allocationQuery, casesOfPlan, insertDecision, linesQuery, promisedUnmoved } from "./store";

export const agreeAllocation = verb(api.agreeAllocation, {
  load: (ctx) => ({
    ...booksQueries(ctx.db, ctx.schemeId),
    plan: allocationQuery(ctx.db, ctx.schemeId, ctx.params.allocationId),
    lines: linesQuery(ctx.db, ctx.schemeId, ctx.params.allocationId),
    desks: desksQuery(ctx.db, ctx.schemeId),
    ...planQueries(ctx, casesOfPlan(ctx.params.allocationId), ctx.params.allocationId),
  }),
  decide: async (ctx, found) => {
    const { scheme, today, body, db, actor, now, schemeId } = ctx;
    const [plan] = found.plan;
    const { allocation: rules } = scheme.fund;
    if (!plan || !rules) return refuse("not_found");
    if (plan.agreed !== null) return refuse("already_exists", { document: plan.decision_no ?? "" }, rules.cites);
    const lines = found.lines.map((line) => ({ ...line, asked: fen(line.asked), allocated: fen(line.allocated) }));
    const holds = planHolds(scheme, lines, fen(plan.available), usedOf(found, today), today);
    if (!holds.ok) return holds;
    const parts = new Map(lines.map((line) => [line.case_id, line]));
    const act = actOf(ctx);
    const moved = moveAll(filesOf(scheme, found), act, ({ file }) => {
      const standing = standsNow(ctx, file, found);
      if (!standing.ok) return standing;
      const { lowered } = standing.value;
      const read = amountHolds(scheme, { file, ...(lowered === undefined ? {} : { lowered }) }, today);
      if (!read.ok) return read;
      const line = parts.get(file.caseId);
      if (line?.claim_id !== file.claim?.id) return refuse("alloc_state", { claim: file.claim?.id ?? "" }, rules.cites);
      return consentClaim(scheme, file, body.documentNo, standing.value, act, { allocated: line?.allocated ?? ZERO });
    });
    if (!moved.ok) return moved;
    const ledger: LedgerEvent[] = [];
    for (const { after } of moved.value) {
      const payable = payableOf(scheme, after);
      if (!payable.ok) return payable;
      ledger.push({ type: "payable_approved", payable: payable.value });
    }
    const books = await writeBooks({ db, now }, scheme, booksOf(found), ledger);
    if (!books.ok) return books;
    const written = writtenOf(ctx, moved.value, found);
    const told = moved.value.flatMap(({ at, events, after }) => noticesOfFile(at.caseId, at.no, events, after, [], actor.orgId, scheme.claim));
    const figures = { period: plan.period, claims: String(moved.value.length), asked: yuan(fen(plan.asked)), amount: yuan(fen(plan.allocated)) };
    const desks = found.desks.filter(({ kind }) => kind === "office" || kind === "finance" || kind === "manager");
    const decision = { agreed: true, documentNo: body.documentNo, reason: "" };
    return accept({
      append: written.append,
      statements: [
        insertDecision(db, plan.id, decision, { personId: actor.personId, orgId: actor.orgId, on: today, now }),
        promisedUnmoved(db, schemeId, seenOf(found), plan.id),
        ...written.statements,
        ...books.value.statements,
        ...insertNotices(db, [...told, ...desks.map(({ id: toOrg }) => ({ toOrg, code: "allocation_agreed", figures }))], now),
      ],
      reply: allocationShown(ctx, { ...plan, agreed: 1, decision_no: body.documentNo, reason: "", decided_name: actor.orgName, decided_on: today }),
    });
  },
});
