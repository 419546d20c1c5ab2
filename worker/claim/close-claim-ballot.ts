/** The office closes the ballot on a claim: the sealed votes are opened and counted, and the units' opinion goes on with it or sends it back. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { closeClaimBallot as decide } from "../../shared/process/claim-panel";
import type { FileEvent } from "../../shared/process/loan-file";
import { fileVerb } from "../loan/file-verb";
import { unseal } from "../review/seal";
import { moveReview } from "../review/store";

/** The row follows what the count carried; a refusal is a decision too. */
function moved(db: D1Database, reviewId: string, event: FileEvent | undefined): D1PreparedStatement[] {
  if (event?.type === "claim_revote_opened") return [moveReview(db, reviewId, "open", event.round)];
  return [moveReview(db, reviewId, event?.type === "claim_deferred" ? "deferred" : "decided", 0)];
}

function resultOf(events: readonly FileEvent[]): "decided" | "revote" | "deferred" | "returned" {
  if (events.some((event) => event.type === "claim_returned")) return "returned";
  const [event] = events;
  return event?.type === "claim_revote_opened" ? "revote" : event?.type === "claim_deferred" ? "deferred" : "decided";
}

export const closeClaimBallot = fileVerb(api.closeClaimBallot, {
  decide: async ({ db, body, settings }, { scheme, loanFile, act }) => {
    const panel = loanFile.claim?.verification;
    const { id = "", round = 0, cast = [] } = panel?.result ? {} : (panel ?? {});
    const ballots = await Promise.all(cast.map(({ unit, sealed }) => unseal(settings.BALLOT_KEY, { reviewId: id, round, unit }, sealed)));
    const closed = decide(scheme, loanFile, { ballots, opinion: body.opinion }, act);
    return closed.ok ? accept({ events: closed.value, statements: moved(db, id, closed.value[0]) }) : closed;
  },
  reply: (_, { events }) => {
    const [event] = events;
    return {
      result: resultOf(events),
      counts: event && "counts" in event ? { ...event.counts } : {},
      ...(event?.type === "claim_opinion_given" ? { choice: event.choice } : {}),
    };
  },
});
