/** A unit that rated the loan determines a breach, by itself; the office acts when a majority has (四（二）). */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { answerable, determine, ratersOf } from "../../shared/process/breach";
import { type FileRows, fileNow, fileQueries } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import { type LoadCtx, verb } from "../verb";
import { determinationsQuery, determinedOf, insertDetermination } from "./store";

export const determineBreach = verb(api.determineBreach, {
  load: (ctx) => ({ ...fileQueries(ctx as unknown as LoadCtx, ctx.params.caseId), before: determinationsQuery(ctx.db, ctx.params.caseId) }),
  decide: (ctx, found) => {
    const now = fileNow(ctx, found as unknown as FileRows);
    if (!now.ok) return now;
    const { scheme, loanFile, mode, act, desks, file } = now.value;
    const { db, body, actor } = ctx;
    const against = answerable(loanFile, mode, body.orgId);
    if (!against.ok) return against;
    const before = found.before.map(determinedOf);
    const determined = determine(scheme.sanctions.breach, loanFile, { ...body, against: against.value }, before, act);
    if (!determined.ok) return determined;
    const { type, unit } = determined.value;
    const row = {
      caseId: file.id,
      type,
      unit,
      against: against.value.id,
      documentNo: body.documentNo,
      detail: body.detail,
      on: act.on,
      by: actor.personId,
    };
    const figures = { no: file.no, enterprise: file.enterprise_name, institution: against.value.name };
    const office = desks.filter(({ kind, id }) => kind === "office" && id !== actor.orgId);
    return accept({
      statements: [
        insertDetermination(db, { ...row, now: ctx.now }),
        ...office.map((desk) => insertNotice(db, { toOrg: desk.id, caseId: file.id, code: "breach_determined", figures }, ctx.now)),
      ],
      reply: {
        caseId: file.id,
        units: 1 + before.filter((one) => one.type === type && one.against === against.value.id).length,
        of: ratersOf(loanFile).length,
      },
    });
  },
});
