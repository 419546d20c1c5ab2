/** Who has a claim before it sends a claim back from the step at which it waits, with reasons. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { movesAlone } from "../../shared/process/allocation-plan";
import { returnClaim as decide } from "../../shared/process/claim";
import { fileVerb } from "../loan/file-verb";
import { staysParty } from "./store";
import { dropVerification } from "./verification";

export const returnClaim = fileVerb(api.returnClaim, {
  decide: ({ db, body: { reason, documentNo } }, { scheme, loanFile, file, act }) => {
    const alone = movesAlone(scheme, loanFile, "return");
    if (!alone.ok) return alone;
    const sent = decide(scheme, loanFile, { reason, ...(documentNo ? { documentNo } : {}) }, act);
    return sent.ok ? accept({ events: sent.value, statements: [...staysParty(db, file.id, act), ...dropVerification(db, loanFile.claim)] }) : sent;
  },
});
