/** A claim is put before the next authority, which takes part in the case from here on. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { movesAlone } from "../../shared/process/allocation-plan";
import { reportClaim as decide } from "../../shared/process/claim";
import { addParty } from "../case/store";
import { fileVerb } from "../loan/file-verb";
import { staysParty } from "./store";

export const reportClaim = fileVerb(api.reportClaim, {
  decide: ({ db, body }, { scheme, loanFile, file, desks, act }) => {
    const alone = movesAlone(scheme, loanFile, "report");
    if (!alone.ok) return alone;
    const reported = decide(scheme, loanFile, body.documentNo, act);
    if (!reported.ok) return reported;
    const kinds = scheme.claim.steps.flatMap((step) => (step.kind === "approve" ? step.by : []));
    const approvers = desks.filter((desk) => kinds.includes(desk.kind));
    return accept({
      events: reported.value,
      statements: [...staysParty(db, file.id, act), ...approvers.map((desk) => addParty(db, file.id, desk.id, "approver"))],
    });
  },
});
