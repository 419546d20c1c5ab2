/** The institution takes its claim back before it is reported. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { withdrawClaim as decide } from "../../shared/process/claim";
import { fileVerb } from "../loan/file-verb";
import { dropVerification } from "./verification";

export const withdrawClaim = fileVerb(api.withdrawClaim, {
  decide: ({ db, body }, { scheme, loanFile, act }) => {
    const taken = decide(scheme, loanFile, body.reason, act);
    return taken.ok ? accept({ events: taken.value, statements: dropVerification(db, loanFile.claim) }) : taken;
  },
});
