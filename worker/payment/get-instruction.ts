/** One instruction, to read and to print. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { reply, verb } from "../verb";
import { instructionQuery, stepsQuery } from "./store";
import { instructionView, mayRead } from "./view";

export const getInstruction = verb(api.getInstruction, {
  load: ({ db, schemeId, params }) => ({ found: instructionQuery(db, schemeId, params.no), steps: stepsQuery(db, schemeId, params.no) }),
  decide: ({ scheme, actor }, { found: [row], steps }) => {
    const rules = scheme.fund.payment;
    return row && mayRead(rules, actor, row) ? reply(instructionView(rules, actor, row, steps)) : refuse("not_found");
  },
});
