/** A recommender sends a draft back to the enterprise with reasons. */
import { api } from "../../shared/contract/api";
import { returnToEnterprise } from "../../shared/process/recommend";
import { caseVerb } from "../case/case-verb";

export const returnApplication = caseVerb(api.returnApplication, {
  decide: ({ body }, now) => returnToEnterprise(now.scheme, now.state, body.reason, now.act),
});
