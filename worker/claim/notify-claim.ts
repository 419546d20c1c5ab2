/** What was approved is told to who pays, by a numbered notice. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { notifyClaim as decide } from "../../shared/process/claim";
import { fileVerb } from "../loan/file-verb";
import { staysParty } from "./store";

export const notifyClaim = fileVerb(api.notifyClaim, {
  decide: ({ db, body }, { scheme, loanFile, file, act }) => {
    const told = decide(scheme, loanFile, body.documentNo, act);
    return told.ok ? accept({ events: told.value, statements: staysParty(db, file.id, act) }) : told;
  },
});
