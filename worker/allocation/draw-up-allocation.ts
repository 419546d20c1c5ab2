/** The plan of a period's money is drawn up: every claim with a part in it goes before whoever decides, in one batch. */
import { api } from "../../shared/contract/api";
import { yuan } from "../../shared/money";
import { accept, refuse, refuseAll } from "../../shared/outcome";
import { gatheringSteps, PLAN_CLAIMS_MOST, planOf, roomsOf } from "../../shared/process/allocation-plan";
import { reportClaim } from "../../shared/process/claim";
import { addParty, desksQuery } from "../case/store";
import { shownDerived } from "../case/view-parts";
import { newId } from "../clock";
import { insertNotices } from "../notice/store";
import { verb } from "../verb";
import { actOf, askingOf, filesOf, moveAll, planQueries, READ_MOST, seenOf, usedOf, writtenOf } from "./files";
import { allocationShown } from "./shown";
import { type AllocationRow, allocationsQuery, casesGathering, insertAllocation, promisedUnmoved } from "./store";

export const drawUpAllocation = verb(api.drawUpAllocation, {
  load: (ctx) => ({
    allocations: allocationsQuery(ctx.db, ctx.schemeId),
    desks: desksQuery(ctx.db, ctx.schemeId),
    ...planQueries(ctx, casesGathering(ctx.schemeId, gatheringSteps(ctx.document.claim), ctx.body.period, READ_MOST)),
  }),
  decide: (ctx, found) => {
    const { scheme, today, body, db, actor, now, schemeId } = ctx;
    const { allocation: rules } = scheme.fund;
    if (!rules) return refuse("role_forbidden");
    const earlier = found.allocations.filter(({ period }) => period === body.period);
    if (earlier.some(({ agreed }) => agreed !== 0)) return refuse("already_exists", { batch: body.period }, rules.cites);
    // a plan of a part of the year's claims would take from those that were not read
    if (found.named.length >= READ_MOST)
      return refuse("alloc_state", { claims: String(found.named.length), most: String(PLAN_CLAIMS_MOST) }, rules.cites);
    const files = filesOf(scheme, found);
    const asking = askingOf(ctx, files, found);
    if (!asking.ok) return asking;
    const used = usedOf(found, today);
    const plan = planOf(scheme, asking.value, body.period, used, today);
    if (!plan.ok) return plan;
    const { lines, obstacles, asked, available, allocated, bound } = plan.value;
    if (obstacles.length > 0) return refuseAll(obstacles);
    const given = new Set(lines.filter(({ allocated: part }) => part > 0).map(({ caseId }) => caseId));
    const act = actOf(ctx);
    const moved = moveAll(
      files.filter(({ caseId }) => given.has(caseId)),
      act,
      ({ file }) => reportClaim(scheme, file, body.documentNo, act),
    );
    if (!moved.ok) return moved;
    const kinds = scheme.claim.steps.flatMap((step) => (step.kind === "approve" ? step.by : []));
    const approvers = found.desks.filter(({ kind }) => kinds.includes(kind));
    const written = writtenOf(ctx, moved.value, found);
    const id = newId();
    const row = { id, period: body.period, round: earlier.length + 1, asked, available, allocated, bound: bound?.says ?? null };
    const figures = { period: body.period, claims: String(lines.length), asked: yuan(asked), amount: yuan(allocated) };
    const notices = approvers.map(({ id: toOrg }) => ({ toOrg, code: "allocation_drawn_up", figures }));
    const shown: AllocationRow = {
      ...row,
      document_no: body.documentNo,
      drawn_name: actor.orgName,
      drawn_org: actor.orgId,
      drawn_on: today,
      article: rules.cites.article,
      claims: lines.length,
      agreed: null,
      decision_no: null,
      reason: null,
      decided_name: null,
      decided_on: null,
    };
    return accept({
      append: written.append,
      statements: [
        promisedUnmoved(db, schemeId, seenOf(found)),
        ...insertAllocation(
          db,
          {
            ...row,
            schemeId,
            drawnBy: actor.personId,
            drawnOrg: actor.orgId,
            on: today,
            documentNo: body.documentNo,
            article: rules.cites.article,
            clauses: rules.cites.clauses.join(" "),
            ruleSet: `${scheme.id}@${scheme.ruleSet}`,
            now,
          },
          lines.map(({ claimId, caseId, asked: of, allocated: part, computed }) => ({
            claimId,
            caseId,
            asked: of,
            allocated: part,
            derivation: JSON.stringify(shownDerived(computed).derivation),
          })),
          roomsOf(scheme, used, today).map(({ limit, ...room }) => ({ ...room, says: limit.says, article: limit.cites.article })),
        ),
        ...written.statements,
        ...moved.value.flatMap(({ at }) => approvers.map(({ id: org }) => addParty(db, at.caseId, org, "approver"))),
        ...insertNotices(db, notices, now),
      ],
      reply: allocationShown(ctx, shown),
      status: 201,
    });
  },
});
