/** A delegate votes on a claim for the unit; the ballot is sealed before it is written and opened only when the verification closes. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { castClaimBallot as decide } from "../../shared/process/claim-panel";
import { fileVerb } from "../loan/file-verb";
import { seal } from "../review/seal";
import { insertBallot } from "../review/store";

export const castClaimBallot = fileVerb(api.castClaimBallot, {
  decide: async ({ db, body, settings }, { scheme, loanFile, act }) => {
    const panel = loanFile.claim?.verification;
    const place = { reviewId: panel?.id ?? "", round: panel?.round ?? 0, unit: act.actor.org.id };
    const sealed = await seal(settings.BALLOT_KEY, place, body);
    const cast = decide(scheme, loanFile, { ...body, sealed }, act);
    if (!cast.ok) return cast;
    return accept({
      events: cast.value,
      statements: [insertBallot(db, { reviewId: place.reviewId, round: place.round, orgId: place.unit, sealed })],
    });
  },
});
