/** A delegate votes for the unit; the ballot is sealed before it is written and opened only when the review closes. */
import { api } from "../../shared/contract/api";
import { openReview } from "../../shared/process/case";
import { castBallot as decide } from "../../shared/process/review";
import { caseVerb } from "../case/case-verb";
import { seal } from "./seal";
import { insertBallot } from "./store";

export const castBallot = caseVerb(api.castBallot, {
  decide: async ({ body, settings }, now) => {
    const review = openReview(now.state);
    const place = { reviewId: review?.id ?? "", round: review?.round ?? 0, unit: now.act.actor.org.id };
    return decide(now.scheme, now.state, { ...body, sealed: await seal(settings.BALLOT_KEY, place, body) }, now.act);
  },
  effects: ({ db }, _, [event]) =>
    event?.type === "ballot_cast"
      ? { statements: [insertBallot(db, { reviewId: event.reviewId, round: event.round, orgId: event.unit.id, sealed: event.sealed })] }
      : {},
});
