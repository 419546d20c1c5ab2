/** Who looks at a claim's papers has done so, with those that it has to hear: the claim goes into its batch where there are any, and on to its next step. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { checkClaim as decide } from "../../shared/process/claim";
import { addParty } from "../case/store";
import { fileVerb } from "../loan/file-verb";
import { staysParty } from "./store";

export const checkClaim = fileVerb(api.checkClaim, {
  decide: ({ db, body }, { scheme, loanFile, file, desks, act }) => {
    const heard = [...new Set(body.heard)].map((id) => desks.find((desk) => desk.id === id));
    const known = heard.flatMap((desk) => (desk ? [desk] : []));
    if (known.length < heard.length) return refuse("field_invalid", { given: body.heard.join("、") }, undefined, "heard");
    const checked = decide(scheme, loanFile, body.summary, act, known);
    if (!checked.ok) return checked;
    const parties = known.map((desk) => addParty(db, file.id, desk.id, "reviewer"));
    return accept({ events: checked.value, statements: [...staysParty(db, file.id, act), ...parties] });
  },
  reply: (after) => ({ batch: after.claim?.batch ?? "" }),
});
