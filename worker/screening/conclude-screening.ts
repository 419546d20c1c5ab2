/** The office passes a screened case on to joint review, or returns it to its recommender. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { pass, returnFromCheck } from "../../shared/process/check";
import { settleSlot } from "../approval/store";
import { caseVerb, factsOfCase, movedReply } from "../case/case-verb";
import { booksQueries } from "../fund/books";
import { coverLoan } from "../loan/cover-loan";
import { markRegistration } from "../loan/registration-store";
import { transitionQueries } from "../loan/transition";
import type { Ctx } from "../verb";

/** Of a loan that an institution entered, the check is the last step: it is covered from then on. */
export const passScreening = caseVerb(api.passScreening, {
  load: ({ db, schemeId, params }) => ({
    ...booksQueries(db, schemeId, { caseId: params.caseId }),
    ...transitionQueries(db, schemeId, params.caseId),
  }),
  decide: ({ body }, now) => {
    const facts = factsOfCase(now);
    return facts.ok ? pass(now.scheme, now.state, body.summary, facts.value, now.act) : facts;
  },
  effects: async (ctx, now, _, after, found) => {
    const covered = await coverLoan(ctx as Ctx, now, after, found);
    return covered.ok ? accept({ statements: covered.value }) : covered;
  },
  reply: (after) => ({ ...movedReply(after), decision: after.decision as never }),
});

export const returnScreening = caseVerb(api.returnScreening, {
  decide: ({ body }, now) => returnFromCheck(now.scheme, now.state, body.reason, now.act),
  effects: ({ db }, { file }, [event]) => ({
    statements: [
      ...(event && "slotReleased" in event ? [settleSlot(db, file.id, "released")] : []),
      ...(event?.type === "check_returned" ? [markRegistration(db, file.id, "returned")] : []),
    ],
  }),
});
