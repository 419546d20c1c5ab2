/** A unit stands aside from a case. */
import { api } from "../../shared/contract/api";
import { recuse as decide } from "../../shared/process/review";
import { caseVerb } from "../case/case-verb";

export const recuse = caseVerb(api.recuse, {
  decide: ({ body }, now) => decide(now.scheme, now.state, body.reason, now.act),
});
