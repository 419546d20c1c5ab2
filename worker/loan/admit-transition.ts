/** The government agrees that a deal from before its agreement is let in (六): with review, disbursement and its own paper. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { admitFile } from "../../shared/process/transition";
import { caseNow } from "../case/case-verb";
import { firstSignedOn } from "../institution/store";
import { insertNotice } from "../notice/store";
import { insertTransition } from "../sanction/store";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { fileNow, fileQueries, writeFile } from "./file-verb";
import { standsBehind } from "./transition";

export const admitTransition = verb(api.admitTransition, {
  load: (ctx) => fileQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const { body, db, now: at } = ctx;
    const seen = caseNow(ctx, found);
    if (!seen.ok) return seen;
    const { scheme } = seen.value;
    if (!seen.value.loanFile) return refuse("transition_no_gov_consent", { missing: "disbursement" }, scheme.transition?.cites);
    const read = fileNow(ctx, found);
    if (!read.ok) return read;
    const now = read.value;
    const { loanFile, act, file, transition, desks } = now;
    const cites = scheme.transition?.cites;
    if (transition.consent) return refuse("already_exists", { documentNo: transition.consent.documentNo }, cites);
    const agreementSignedOn = firstSignedOn(found.signed, standsBehind(scheme, loanFile).id);
    const admitted = admitFile(scheme, loanFile, { governmentDocument: body.documentNo, agreementSignedOn }, act);
    if (!admitted.ok) return admitted;
    const { by } = admitted.value;
    const reply = { caseId: file.id, by };
    if (by === "agreement") return accept({ reply });
    const { lender, partner } = loanFile.loan;
    const told = [lender.id, ...(partner ? [partner.id] : []), ...desks.filter((desk) => desk.kind === "office").map((desk) => desk.id)];
    const figures = { no: file.no, enterprise: file.enterprise_name, documentNo: body.documentNo };
    return writeFile(
      ctx as unknown as Ctx,
      now,
      {
        events: [],
        transition: { ...transition, consent: { documentNo: body.documentNo, on: act.on } },
        statements: [
          insertTransition(db, {
            schemeId: scheme.id,
            caseId: file.id,
            documentNo: body.documentNo,
            on: act.on,
            personId: act.actor.personId,
            now: at,
          }),
          ...told.map((toOrg) => insertNotice(db, { toOrg, caseId: file.id, code: "transition_admitted", figures }, at)),
        ],
      },
      () => reply,
    );
  },
});
