/** The enterprise takes its case back. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { withdraw } from "../../shared/process/submit";
import { settleSlot } from "../approval/store";
import { caseVerb } from "../case/case-verb";

export const withdrawApplication = caseVerb(api.withdrawApplication, {
  decide: ({ body, actor }, { file, state }) => (file.enterprise_org === actor.orgId ? withdraw(state, body.reason) : refuse("not_found")),
  effects: ({ db }, { file }, [event]) => ({ statements: event && "slotReleased" in event ? [settleSlot(db, file.id, "released")] : [] }),
  reply: (after) => ({ status: after.status }),
});
