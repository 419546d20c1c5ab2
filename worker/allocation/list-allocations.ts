/** The plans of periods' money, and what the period that waits for one would get if it were drawn up now. */

import { periodOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import { yuan } from "../../shared/money";
import { accept, type Refusal, refuse } from "../../shared/outcome";
import { gatheringSteps, planOf, planStep, roomsOf } from "../../shared/process/allocation-plan";
import { valueOn } from "../../shared/rule/parameter";
import { verb } from "../verb";
import { askingOf, filesOf, planQueries, READ_MOST, usedOf } from "./files";
import { allocationShown, givenOf, planLines, roomShown } from "./shown";
import { allocationsQuery, casesGathering, waitingQuery } from "./store";

const toldOf = ({ code, figures, cites }: Refusal) => ({ code, figures: { ...figures }, ...(cites ? { article: cites.article } : {}) });

export const listAllocations = verb(api.listAllocations, {
  load: (ctx) => ({
    allocations: allocationsQuery(ctx.db, ctx.schemeId),
    waiting: waitingQuery(ctx.db, ctx.schemeId, gatheringSteps(ctx.document.claim)),
    ...planQueries(ctx, casesGathering(ctx.schemeId, gatheringSteps(ctx.document.claim), ctx.query.period, READ_MOST)),
  }),
  decide: (ctx, found) => {
    const { scheme, today, query, actor } = ctx;
    const { allocation: rules } = scheme.fund;
    const { batch } = scheme.claim;
    if (!rules || !batch) return refuse("role_forbidden");
    const allocations = found.allocations.map((row) => allocationShown(ctx, row));
    const files = filesOf(scheme, found);
    const [oldest] = files.map(({ file }) => file.claim?.batch ?? "").sort();
    const period = query.period ?? oldest ?? periodOf(batch.every, today).name;
    if (allocations.some((one) => one.period === period && one.decision?.agreed !== false))
      return accept({ reply: { allocations, waiting: found.waiting, open: null } });
    const asking = askingOf(ctx, files, found);
    if (!asking.ok) return asking;
    const used = usedOf(found, today);
    const plan = planOf(scheme, asking.value, period, used, today);
    if (!plan.ok) return plan;
    const carries = valueOn(rules.carriesOver, today);
    if (!carries.ok) return carries;
    const { lines, asked, available, allocated, bound, obstacles } = plan.value;
    const open = {
      period,
      claims: lines.length,
      asked: yuan(asked),
      available: yuan(available),
      ...givenOf(allocated, asked),
      bound: bound?.says ?? null,
      article: rules.cites.article,
      lines: planLines(plan.value, files),
      obstacles: obstacles.map(toldOf),
      mayDrawUp: obstacles.length === 0 && (planStep(scheme.claim)?.by.includes(actor.orgKind) ?? false),
      rooms: roomsOf(scheme, used, today).map(({ limit, ...room }) => roomShown({ ...room, says: limit.says, article: limit.cites.article })),
      carriesOver: carries.value,
      carryArticle: rules.carriesOver.cites.article,
    };
    return accept({ reply: { allocations, waiting: found.waiting, open } });
  },
});
