/** What an institution does with a lead: asks, declines with a reason, offers; and the answers to its questions. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { answer, ask, decline, offer } from "../../shared/process/push";
import { settleSlot } from "../approval/store";
import { caseVerb } from "../case/case-verb";
import { closeRound, markLead, pushHistoryQuery } from "./store";

export const askLead = caseVerb(api.askLead, {
  decide: ({ body, params }, now) => ask(now.state, params.leadId, body.question, now.act),
});

export const answerLead = caseVerb(api.answerLead, {
  decide: ({ body, params, actor }, { file, state }) =>
    actor.orgKind === "office" || file.enterprise_org === actor.orgId ? answer(state, params.leadId, body.answer) : refuse("not_found"),
});

export const declineLead = caseVerb(api.declineLead, {
  load: ({ db, schemeId, params }) => ({ history: pushHistoryQuery(db, params.caseId, schemeId) }),
  decide: ({ body, params }, now, { history }) => decline(now.scheme, now.state, { leadId: params.leadId, ...body }, history, now.act),
  effects: ({ db, params }, { file }, events) => {
    const failed = events.find((event) => event.type === "push_failed");
    const cooling = events.find((event) => event.type === "cooling_started");
    return {
      statements: [
        markLead(db, params.leadId, "declined"),
        ...(failed ? [closeRound(db, file.id, failed.round, "FAILED")] : []),
        ...(cooling?.slotReleased ? [settleSlot(db, file.id, "released")] : []),
      ],
    };
  },
});

export const offerLead = caseVerb(api.offerLead, {
  decide: ({ body, params }, now) => offer(now.scheme, now.state, params.leadId, body, now.act),
  effects: ({ db, params }) => ({ statements: [markLead(db, params.leadId, "offered")] }),
});
