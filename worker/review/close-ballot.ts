/** The office closes the ballot: the sealed votes are opened and counted, and what they carry happens. */
import { api } from "../../shared/contract/api";
import { openReview } from "../../shared/process/case";
import { closeBallot as decide } from "../../shared/process/review";
import { settleSlot } from "../approval/store";
import { caseVerb, factsOfCase, movedReply } from "../case/case-verb";
import { addParty } from "../case/store";
import { unseal } from "./seal";
import { moveReview } from "./store";

const RESULTS = { review_decided: "decided", revote_opened: "revote", review_deferred: "deferred" } as const;

export const closeBallot = caseVerb(api.closeBallot, {
  decide: async ({ body, settings }, now) => {
    const facts = factsOfCase(now);
    if (!facts.ok) return facts;
    const review = openReview(now.state);
    const ballots = await Promise.all(
      (review?.cast ?? []).map(({ unit, sealed }) =>
        unseal(settings.BALLOT_KEY, { reviewId: review?.id ?? "", round: review?.round ?? 0, unit }, sealed),
      ),
    );
    const recoveryOwner = review?.seats.find((seat) => seat.unit.id === body.recoveryOwner)?.unit;
    return decide(now.scheme, now.state, { ballots, recoveryOwner }, facts.value, now.act);
  },
  effects: ({ db }, { file, desks }, [event]) => {
    if (event?.type === "revote_opened") return { statements: [moveReview(db, event.reviewId, "open", event.round)] };
    if (event?.type === "review_deferred") return { statements: [moveReview(db, event.reviewId, "deferred", 0)] };
    if (event?.type !== "review_decided") return {};
    const approvers = event.next.status === "approve" ? desks.filter((desk) => desk.kind === "government") : [];
    // a place held from an earlier approval goes back when the new result needs none
    const released = event.slotReleased ? [settleSlot(db, file.id, "released")] : [];
    return {
      statements: [moveReview(db, event.reviewId, "decided", 0), ...released, ...approvers.map((desk) => addParty(db, file.id, desk.id, "approver"))],
    };
  },
  reply: (after, [event]) => ({
    ...movedReply(after),
    result: RESULTS[(event?.type ?? "review_deferred") as keyof typeof RESULTS],
    counts: event && "counts" in event ? { ...event.counts } : {},
    ...(event?.type === "review_decided" ? { choice: event.choice } : {}),
  }),
});
