/** The office has looked at a claim's papers: it goes into its batch and on to the units. */
import { api } from "../../shared/contract/api";
import { checkClaim as decide } from "../../shared/process/claim";
import { events, fileVerb } from "../loan/file-verb";

export const checkClaim = fileVerb(api.checkClaim, {
  decide: ({ body }, { scheme, loanFile, act }) => events(decide(scheme, loanFile, body.summary, act)),
  reply: (after) => ({ batch: after.claim?.batch ?? "" }),
});
