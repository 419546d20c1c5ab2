/** A recommender makes a firm's draft its own, with a numbered letter where the document asks for one. */
import { quarterOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { stepOf } from "../../shared/process/procedure";
import { adopt } from "../../shared/process/recommend";
import { caseVerb, factsOfCase, movedReply } from "../case/case-verb";
import { insertLetter, letterUsedQuery } from "./store";

export const adoptApplication = caseVerb(api.adoptApplication, {
  load: ({ db, mine, body }) => ({ letters: letterUsedQuery(db, mine.orgId, body.letterNo) }),
  decide: ({ body }, now, { letters }) => {
    if (letters.length > 0)
      return refuse("letter_used", { letterNo: body.letterNo }, stepOf(now.scheme.admission, "recommend")?.letter.cites, "letterNo");
    const facts = factsOfCase(now);
    if (!facts.ok) return facts;
    const { justification, ...command } = body;
    return adopt(now.scheme, now.state, { ...command, ...(justification ? { justification } : {}) }, facts.value, now.act);
  },
  effects: ({ db, body }, { file, act }) => ({
    statements: body.letterNo
      ? [
          insertLetter(db, {
            schemeId: file.scheme_id,
            orgId: act.actor.org.id,
            letterNo: body.letterNo,
            caseId: file.id,
            creditCode: file.credit_code,
            quarter: quarterOf(act.on).name,
            on: act.on,
          }),
        ]
      : [],
  }),
  reply: (after) => ({ ...movedReply(after), decision: after.decision as never }),
});
