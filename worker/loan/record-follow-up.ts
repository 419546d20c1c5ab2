/** The recommending unit notes its look at a funded firm, the insurer what it knows; what is abnormal reaches the office at once. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { noteOnFile } from "../../shared/process/follow-up";
import { caseNow, caseQueries } from "../case/case-verb";
import { insertNotice } from "../notice/store";
import { type LoadCtx, verb } from "../verb";
import { insertFollowUp } from "./follow-up-store";
import { readTyped } from "./read-loan";

/** As much of a note as a notice shows. */
const SHOWN = 200;

export const recordFollowUp = verb(api.recordFollowUp, {
  load: (ctx) => caseQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const { body, db, now: at, actor } = ctx;
    const now = caseNow(ctx, found);
    if (!now.ok) return now;
    const { loanFile, scheme, act, file, desks, state } = now.value;
    if (!loanFile) return refuse("wrong_step", { status: state.status });
    const read = readTyped(body, [], ["on"]);
    if (!read.ok) return read;
    const { on } = read.value.days;
    const note = noteOnFile(scheme.reports.followUp?.cites, loanFile, { on, text: body.text, abnormal: body.abnormal }, act);
    if (!note.ok) return note;
    const told = note.value.abnormal ? desks.filter((desk) => desk.kind === "office") : [];
    const figures = { no: file.no, enterprise: file.enterprise_name, by: actor.orgName, text: body.text.slice(0, SHOWN) };
    return accept({
      statements: [
        insertFollowUp(db, { schemeId: scheme.id, caseId: file.id, personId: actor.personId, note: note.value, now: at }),
        ...told.map((desk) => insertNotice(db, { toOrg: desk.id, caseId: file.id, code: "follow_up_abnormal", figures }, at)),
      ],
      reply: { caseId: file.id },
    });
  },
});
