/** The office opens the ballot: who may vote is fixed from here on. */
import { api } from "../../shared/contract/api";
import { openBallot as decide } from "../../shared/process/review";
import { caseVerb, factsOfCase } from "../case/case-verb";
import { moveReview } from "./store";

export const openBallot = caseVerb(api.openBallot, {
  newBusiness: "ballot",
  decide: (_, now) => {
    const facts = factsOfCase(now);
    return facts.ok ? decide(now.scheme, now.state, facts.value, now.act) : facts;
  },
  effects: ({ db }, _, [event]) => (event?.type === "review_opened" ? { statements: [moveReview(db, event.reviewId, "open", 1)] } : {}),
});
