/** News of a listed firm, and the review of its place on the list. Both join the case's history and leave what it waits for as it is. */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { reviewPlace as decideReview, type FeedbackRules, feedBack, standsListed } from "../../shared/process/list-review";
import { type CaseNow, type HistoryRows, historyQueries, nowOf } from "../case/case-verb";
import { insertNotices } from "../notice/store";
import type { Ctx, LoadCtx } from "../verb";
import { verb } from "../verb";
import { removeEntry } from "./store";

/** Whoever looks after listed firms is told of each by its place on the list, a party to its case or not. */
function listedNow(ctx: Pick<Ctx, "actor" | "today" | "schemeId" | "scheme">, found: HistoryRows): Outcome<{ now: CaseNow; rules: FeedbackRules }> {
  const file = found.file[0];
  const { feedback } = ctx.scheme;
  if (!file || file.scheme_id !== ctx.schemeId || !feedback) return refuse("not_found");
  return accept({ now: nowOf(ctx, file, found), rules: feedback });
}

const ruleSetOf = ({ scheme }: CaseNow) => `${scheme.id}@${scheme.ruleSet}`;

export const giveFeedback = verb(api.giveFeedback, {
  load: (ctx) => historyQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const opened = listedNow(ctx, found as unknown as HistoryRows);
    if (!opened.ok) return opened;
    const { now, rules } = opened.value;
    const on = parseDate(ctx.body.on, "on");
    if (!on.ok) return on;
    const told = feedBack(rules, { ...ctx.body, on: on.value }, now.act);
    if (!told.ok) return told;
    const placed = standsListed(rules, now.scheme, now.state);
    if (!placed.ok) return placed;
    const { adverse, says } = told.value;
    const figures = { no: now.file.no, enterprise: now.file.enterprise_name };
    const readers = adverse ? now.desks.filter(({ kind }) => kind === "office") : [];
    return accept({
      append: [
        {
          caseId: now.file.id,
          head: now.head,
          events: [{ type: "feedback_given", data: { on: on.value, adverse, says }, occurredOn: now.act.on, ruleSet: ruleSetOf(now) }],
        },
      ],
      statements: insertNotices(
        ctx.db,
        readers.map(({ id: toOrg }) => ({ toOrg, caseId: now.file.id, code: "feedback_given", figures })),
        ctx.now,
      ),
      reply: { caseId: now.file.id, flagged: adverse },
    });
  },
});

export const reviewPlace = verb(api.reviewPlace, {
  load: (ctx) => historyQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const opened = listedNow(ctx, found as unknown as HistoryRows);
    if (!opened.ok) return opened;
    const { now, rules } = opened.value;
    const decided = decideReview(rules, now.scheme, now.state, ctx.body, now.act);
    if (!decided.ok) return decided;
    const [{ type, ...data }] = decided.value;
    const figures = { no: now.file.no, enterprise: now.file.enterprise_name };
    const readers = [now.file.enterprise_org, ...(now.state.recommendation ? [now.state.recommendation.by.id] : [])];
    return accept({
      append: [{ caseId: now.file.id, head: now.head, events: [{ type, data, occurredOn: now.act.on, ruleSet: ruleSetOf(now) }] }],
      statements: [
        ...(ctx.body.keeps ? [] : removeEntry(ctx.db, now.file.id, now.act.on)),
        ...insertNotices(
          ctx.db,
          readers.map((toOrg) => ({ toOrg, caseId: now.file.id, code: type, figures })),
          ctx.now,
        ),
      ],
      reply: { caseId: now.file.id, removedOn: ctx.body.keeps ? null : now.act.on },
    });
  },
});
