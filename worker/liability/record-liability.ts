/** Whoever the document names finds that nobody answers for a loss, or what somebody answers for; one excludes the other. */
import { api } from "../../shared/contract/api";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { answersFor, type ExemptionRules, exempt } from "../../shared/process/exemption";
import { type CaseNow, caseNow, type HistoryRows, historyQueries } from "../case/case-verb";
import type { Rows } from "../database";
import { insertNotices } from "../notice/store";
import { type Ctx, type LoadCtx, verb, type Write } from "../verb";
import { answeredOf, exemptionOf, insertLiability, type LiabilityRow, liabilityQuery } from "./store";

const queries = (ctx: LoadCtx, caseId: string) => ({ ...historyQueries(ctx, caseId), liability: liabilityQuery(ctx.db, caseId) });
type Found = Rows<ReturnType<typeof queries>>;

interface On {
  readonly now: CaseNow;
  readonly rules: ExemptionRules;
}

/** A loan whose loss somebody may answer for. Refuses `not_found` where the document knows of no such finding, `wrong_step` before the loan. */
function onLoan(ctx: Ctx, found: Found): Outcome<On> {
  const now = caseNow(ctx, found as HistoryRows);
  if (!now.ok) return now;
  const rules = ctx.scheme.sanctions.exemption;
  if (!rules) return refuse("not_found");
  return now.value.loanFile ? accept({ now: now.value, rules }) : refuse("wrong_step", { status: now.value.state.status }, rules.cites);
}

/** The finding, told to the lender, to who recommended the firm, and to the desks. */
function written(
  ctx: Ctx,
  { now, rules }: On,
  row: Pick<LiabilityRow, "what" | "document_no" | "reason"> & { readonly found: readonly string[] },
): Outcome<Write<{ id: string }>> {
  const { db, schemeId, actor, today, now: at } = ctx;
  const caseId = now.file.id;
  const made = insertLiability(db, { ...row, schemeId, caseId, on_day: today, byOrg: actor.orgId, madeBy: actor.personId, now: at });
  const file = now.loanFile;
  const told = new Set([...(file ? [file.loan.lender.id, file.recommender.id] : []), ...now.desks.map(({ id }) => id)]);
  const { cites } = row.what === "exempt" ? rules : rules.misconduct;
  const figures = { enterprise: now.file.enterprise_name, documentNo: row.document_no, article: cites.article };
  const code = row.what === "exempt" ? "liability_exempted" : "liability_found";
  return accept({
    statements: [
      made.statement,
      ...insertNotices(
        db,
        [...told].map((toOrg) => ({ toOrg, caseId, code, figures })),
        at,
      ),
    ],
    reply: { id: made.id },
    status: 201,
  });
}

const once = (found: Found, documentNo: string, { cites }: ExemptionRules): Outcome<true> =>
  found.liability.some((row) => row.document_no === documentNo) ? refuse("already_exists", { documentNo }, cites, "documentNo") : accept(true);

export const exemptCase = verb(api.exemptCase, {
  load: (ctx) => queries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const on = onLoan(ctx as unknown as Ctx, found);
    if (!on.ok) return on;
    const { rules } = on.value;
    const { body, actor, today } = ctx;
    const before = exemptionOf(found.liability);
    if (before) return refuse("already_exists", { documentNo: before.documentNo }, rules.cites);
    const given = { found: body.found, documentNo: body.documentNo, on: today };
    const exempted = exempt(rules, given, actor.orgKind, answeredOf(found.liability));
    if (!exempted.ok) return exempted;
    const first = once(found, body.documentNo, rules);
    if (!first.ok) return first;
    const { documentNo, reason } = body;
    return written(ctx as unknown as Ctx, on.value, { what: "exempt", found: exempted.value.found, document_no: documentNo, reason });
  },
});

export const findLiable = verb(api.findLiable, {
  load: (ctx) => queries(ctx as unknown as LoadCtx, ctx.params.caseId),
  decide: (ctx, found) => {
    const on = onLoan(ctx as unknown as Ctx, found);
    if (!on.ok) return on;
    const { rules } = on.value;
    const { type, documentNo, reason } = ctx.body;
    const answers = answersFor(rules, exemptionOf(found.liability), { type, documentNo });
    if (!answers.ok) return answers;
    const first = once(found, documentNo, rules);
    if (!first.ok) return first;
    return written(ctx as unknown as Ctx, on.value, { what: "answers", found: [answers.value.type], document_no: documentNo, reason });
  },
});
