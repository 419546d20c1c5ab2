/** The office passes a screened case on to joint review, or returns it to its recommender. */
import { api } from "../../shared/contract/api";
import { pass, returnFromCheck } from "../../shared/process/check";
import { settleSlot } from "../approval/store";
import { caseVerb, factsOfCase, movedReply } from "../case/case-verb";

export const passScreening = caseVerb(api.passScreening, {
  decide: ({ body }, now) => {
    const facts = factsOfCase(now);
    return facts.ok ? pass(now.scheme, now.state, body.summary, facts.value, now.act) : facts;
  },
  reply: (after) => ({ ...movedReply(after), decision: after.decision as never }),
});

export const returnScreening = caseVerb(api.returnScreening, {
  decide: ({ body }, now) => returnFromCheck(now.scheme, now.state, body.reason, now.act),
  effects: ({ db }, { file }, [event]) => ({ statements: event && "slotReleased" in event ? [settleSlot(db, file.id, "released")] : [] }),
});
