/** Somebody around a loan enters what it has done by the document: a filing, a reminder, a collection, a notice. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { anchorsOf } from "../../shared/process/anchors";
import { fulfil, owedFor } from "../../shared/process/obligation";
import { mayFulfil } from "../../shared/process/obligation-view";
import { addParty } from "../case/store";
import { fileVerb } from "../loan/file-verb";
import { readTyped } from "../loan/read-loan";

export const fulfilObligation = fileVerb(api.fulfilObligation, {
  decide: ({ body, db }, { scheme, loanFile, file, act }) => {
    const read = readTyped(body, [], ["on"]);
    if (!read.ok) return read;
    const owed = owedFor(scheme.obligations, loanFile.loan.mode).find(({ id }) => id === body.obligation);
    if (!owed) return refuse("field_invalid", { given: body.obligation }, undefined, "obligation");
    const { org } = act.actor;
    if (owed.by.includes(org.kind) && !mayFulfil(owed, loanFile, org)) return refuse("role_forbidden", { step: owed.says }, owed.cites);
    const { way, detail, documentNo } = body;
    const given = { on: read.value.days.on, detail, ...(way ? { way } : {}), ...(documentNo ? { documentNo } : {}) };
    const done = fulfil(owed, given, anchorsOf(loanFile, act.on), loanFile.fulfilled ?? [], act);
    if (!done.ok) return done;
    const { lender, partner } = loanFile.loan;
    const visits = org.id !== lender.id && org.id !== partner?.id;
    return accept({ events: done.value, statements: visits ? [addParty(db, file.id, org.id, "reviewer")] : [] });
  },
});
