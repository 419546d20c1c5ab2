/** The office opens the ballot on a claim: who votes is fixed from here on. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { openClaimBallot as decide } from "../../shared/process/claim-panel";
import { fileVerb } from "../loan/file-verb";
import { moveReview } from "../review/store";

export const openClaimBallot = fileVerb(api.openClaimBallot, {
  decide: ({ db }, { scheme, loanFile, act }) => {
    const opened = decide(scheme, loanFile, act);
    if (!opened.ok) return opened;
    return accept({ events: opened.value, statements: [moveReview(db, loanFile.claim?.verification?.id ?? "", "open", 1)] });
  },
});
