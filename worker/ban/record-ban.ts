/** A finding is entered by whoever the document names: it bars, tells those whom the document tells, and draws up what is taken back for a second person. */
import { api } from "../../shared/contract/api";
import { parseCreditCode } from "../../shared/enterprise/credit-code";
import { parseDate } from "../../shared/local-date";
import { yuan, ZERO } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { type Banned, type BanRule, ban } from "../../shared/process/ban";
import { answerable } from "../../shared/process/breach";
import { returnedSoFar } from "../../shared/process/recovery-state";
import { newId } from "../clock";
import type { Rows } from "../database";
import { organisationByCodeQuery, organisationQuery } from "../identity/store";
import { type FileNow, fileNow, fileQueries } from "../loan/file-verb";
import { insertNotices } from "../notice/store";
import { caseUnmoved } from "../payment/store";
import { clawbackVoucher } from "../sanction/clawback";
import { insertMeasure, type MeasureRow, measuresQuery } from "../sanction/store";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { shownBan } from "./shown";
import { type BanRow, bansQuery, insertBan, toldQuery } from "./store";

type Route = typeof api.recordBan;

const ruleOf = (bans: readonly BanRule[] | undefined, id: string): BanRule | undefined => bans?.find((rule) => rule.id === id);

const queries = (ctx: LoadCtx<Route>) => {
  const { db, schemeId, body, document } = ctx;
  const kinds = ruleOf(document.sanctions.bans, body.rule)?.tells.flatMap(({ to }) => to) ?? [];
  return {
    ...fileQueries(ctx as unknown as LoadCtx, body.caseId ?? ""),
    org: organisationQuery(db, body.orgId ?? "", schemeId),
    firm: organisationByCodeQuery(db, body.creditCode ?? "", schemeId),
    before: bansQuery(db, schemeId),
    told: toldQuery(db, schemeId, kinds, body.creditCode ?? ""),
    measures: measuresQuery(db, schemeId),
  };
};
type Found = Rows<ReturnType<typeof queries>>;

interface Subject {
  readonly orgId: string | null;
  readonly creditCode: string | null;
  readonly name: string;
  /** Whose inbox tells it. */
  readonly inbox: string | null;
}

/** The institution, or the firm by its code, as the rule asks. */
function subjectOf({ body }: Ctx<Route>, rule: BanRule, { org: [org], firm: [firm] }: Found): Outcome<Subject> {
  if (rule.of === "institution") {
    if (!org || !["bank", "guarantor", "insurer", "lender"].includes(org.kind)) return refuse("org_unknown", {}, rule.cites, "orgId");
    return accept({ orgId: org.orgId, creditCode: null, name: org.name, inbox: org.orgId });
  }
  const code = parseCreditCode(body.creditCode ?? "", "creditCode");
  if (!code.ok) return code;
  const name = firm?.name ?? body.name?.trim();
  return name ? accept({ orgId: null, creditCode: code.value, name, inbox: firm?.orgId ?? null }) : refuse("field_required", {}, rule.cites, "name");
}

/** The loan that something is taken back of: of this institution, and paid. */
function loanOf(ctx: Ctx<Route>, rule: BanRule, subject: Subject, found: Found): Outcome<FileNow | undefined> {
  if (!ctx.body.caseId) return accept(undefined);
  const now = fileNow(ctx as unknown as Ctx, found as never);
  if (!now.ok) return now;
  if (rule.of === "enterprise") return now.value.file.credit_code === subject.creditCode ? now : refuse("not_found", {}, rule.cites, "caseId");
  const behind = answerable(now.value.loanFile, now.value.mode, subject.orgId ?? "");
  return behind.ok ? now : behind;
}

function foundOf(ctx: Ctx<Route>, rule: BanRule, loan: FileNow | undefined): Outcome<Banned> {
  const verifiedOn = parseDate(ctx.body.verifiedOn, "verifiedOn");
  if (!verifiedOn.ok) return verifiedOn;
  const { claim, recovery } = loan?.loanFile ?? {};
  const { conduct, documentNo } = ctx.body;
  const finding = { conduct, verifiedOn: verifiedOn.value, by: ctx.actor.orgKind, documentNo };
  return ban(rule, finding, claim?.paid?.amount ?? ZERO, recovery ? returnedSoFar(recovery) : ZERO, ctx.today);
}

/** Taking back: the measure that says so, and its voucher. */
function takenBack(ctx: Ctx<Route>, rule: BanRule, loan: FileNow | undefined, banned: Banned, row: BanRow, found: Found) {
  if (!loan || !rule.clawback || banned.clawback === ZERO || row.org_id === null) return accept(undefined);
  const measure: MeasureRow = {
    id: newId(),
    org_id: row.org_id,
    kind: "measure",
    what: "full_clawback",
    on_day: ctx.today,
    until_day: null,
    reason: row.reason,
    case_id: loan.file.id,
    loan_id: loan.loanFile.loan.loanId,
    ratio: null,
    article: rule.clawback.cites.article,
    recorded_at: ctx.now,
  };
  const voucher = clawbackVoucher(ctx as unknown as Ctx, loan, found.measures, {
    row: measure,
    clawback: banned.clawback,
    documentNo: row.document_no,
  });
  if (!voucher.ok) return voucher;
  return accept({
    id: voucher.value.id,
    statements: [
      caseUnmoved(ctx.db, loan.file.id, loan.head?.seq ?? 0),
      insertMeasure(ctx.db, ctx.schemeId, { ...measure, made_by: ctx.actor.personId }),
      ...voucher.value.statements,
    ],
  });
}

/** To the one it is about, to the desks, and to those whom the document tells, of what it tells them. */
function notices(ctx: Ctx<Route>, rule: BanRule, subject: Subject, found: Found): D1PreparedStatement[] {
  const figures = { [rule.of]: subject.name, documentNo: ctx.body.documentNo };
  const made = [...(subject.inbox ? [subject.inbox] : []), ...found.desks.map(({ id }) => id)];
  const told = rule.tells.flatMap(({ says, to, cites }) =>
    found.told
      .filter(({ kind }) => (to as readonly string[]).includes(kind))
      .map(({ id }) => ({ toOrg: id, code: "ban_told", figures: { ...figures, says, article: cites.article } })),
  );
  return insertNotices(
    ctx.db,
    [...made.map((toOrg) => ({ toOrg, code: "ban_found", figures: { ...figures, says: rule.says, article: rule.cites.article } })), ...told],
    ctx.now,
  );
}

export const recordBan = verb(api.recordBan, {
  load: queries,
  decide: (ctx, found) => {
    const { db, schemeId, scheme, body, actor, now, today } = ctx;
    const rule = ruleOf(scheme.sanctions.bans, body.rule);
    if (!rule) return refuse("sanction_invalid", { given: body.rule }, undefined, "rule");
    const subject = subjectOf(ctx, rule, found);
    if (!subject.ok) return subject;
    const loan = loanOf(ctx, rule, subject.value, found);
    if (!loan.ok) return loan;
    const banned = foundOf(ctx, rule, loan.value);
    if (!banned.ok) return banned;
    const { orgId, creditCode, name } = subject.value;
    if (
      found.before.some(
        (one) =>
          one.withdrawn_on === null &&
          one.rule === rule.id &&
          one.org_id === orgId &&
          one.credit_code === creditCode &&
          one.document_no === body.documentNo,
      )
    )
      return refuse("already_exists", { documentNo: body.documentNo }, rule.cites, "documentNo");
    const row: BanRow = {
      id: newId(),
      rule: rule.id,
      conduct: body.conduct,
      org_id: orgId,
      credit_code: creditCode,
      name,
      from_day: banned.value.from,
      through_day: banned.value.through ?? null,
      first_allowed: banned.value.firstAllowedOn ?? null,
      case_id: loan.value?.file.id ?? null,
      clawback: rule.clawback ? banned.value.clawback : ZERO,
      document_no: body.documentNo,
      reason: body.reason,
      by_org: actor.orgId,
      made_by: actor.personId,
      recorded_at: now,
    };
    const back = takenBack(ctx, rule, loan.value, banned.value, row, found);
    if (!back.ok) return back;
    const shown = shownBan(rule, { ...row, withdrawn_on: null, withdrawn_document: null, withdrawn_reason: null }, [], {
      personId: actor.personId,
      today,
    });
    return accept({
      statements: [...(back.value?.statements ?? []), insertBan(db, schemeId, row), ...notices(ctx, rule, subject.value, found)],
      reply: { ...shown, clawback: yuan(banned.value.clawback), voucherId: back.value?.id ?? null },
      status: 201,
    });
  },
});
