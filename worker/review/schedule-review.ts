/** The office puts a case on a meeting's agenda with its units and their delegates; repeated until the ballot opens. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { refuse } from "../../shared/outcome";
import { openReview } from "../../shared/process/case";
import { panelObstacles, schedule } from "../../shared/process/review";
import { caseVerb, movedReply } from "../case/case-verb";
import { addParty } from "../case/store";
import { newId } from "../clock";
import { seatsFor } from "./seats";
import { delegatesQuery, meetingQuery, scheduleReviewRows } from "./store";

export const scheduleReview = caseVerb(api.scheduleReview, {
  newBusiness: "ballot",
  load: ({ db, schemeId, body }) => ({ meetings: meetingQuery(db, schemeId, body.meetingId), people: delegatesQuery(db, schemeId) }),
  decide: ({ body }, now, { meetings, people }) => {
    const meeting = meetings[0];
    if (!meeting) return refuse("meeting_missing", {}, undefined, "meetingId");
    const seats = seatsFor(body.seats, people);
    if (!seats.ok) return seats;
    const plan = { reviewId: newId(), meetingId: meeting.id, heldOn: meeting.held_on as LocalDate, seats: seats.value };
    return schedule(now.scheme, now.state, plan, now.act);
  },
  effects: ({ db }, { file, state }, [event]) => {
    if (event?.type !== "review_scheduled") return {};
    const units = event.seats.map((seat) => seat.unit.id);
    return {
      statements: [
        ...units.map((unit) => addParty(db, file.id, unit, "panel")),
        ...scheduleReviewRows(db, {
          id: event.reviewId,
          caseId: file.id,
          meetingId: event.meetingId,
          about: "rating",
          units,
          replaces: openReview(state)?.id,
        }),
      ],
    };
  },
  reply: (after, _, now) => ({
    ...movedReply(after),
    obstacles: panelObstacles(now.scheme, after, openReview(after)?.seats ?? [], now.act.on).map(({ code, figures, cites }) => ({
      code,
      figures: { ...figures },
      ...(cites ? { article: cites.article } : {}),
    })),
  }),
});
