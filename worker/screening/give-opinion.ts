/** A consulted partner says what it thinks of a case in screening; a later opinion takes the place of its earlier one. */
import { api } from "../../shared/contract/api";
import { giveOpinion as decide } from "../../shared/process/check";
import { caseVerb } from "../case/case-verb";

export const giveOpinion = caseVerb(api.giveOpinion, {
  decide: ({ body }, now) => decide(now.scheme, now.state, { org: now.act.actor.org, ...body }, now.act),
});
