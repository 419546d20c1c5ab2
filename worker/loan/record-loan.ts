/** The lender records the loan that it made. Two loans of one group collide in the records, whatever was read before. */
import { sql } from "drizzle-orm";
import { api } from "../../shared/contract/api";
import { mayGoOn } from "../../shared/fund/breaker";
import { type LocalDate, parseDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { declaredTies, oncePerGroup } from "../../shared/process/group";
import { recordLoan as decide } from "../../shared/process/loan";
import { stepOf } from "../../shared/process/procedure";
import type { Facts } from "../../shared/rule/facts";
import { settleSlot } from "../approval/store";
import type { CaseNow } from "../case/case-verb";
import { caseVerb, factsOfCase, groupOfCase, movedReply } from "../case/case-verb";
import { newId } from "../clock";
import type { Rows } from "../database";
import { booksOf, booksQueries } from "../fund/books";
import { organisationQuery } from "../identity/store";
import { agreementsInForceQuery } from "../institution/store";
import { closeOtherLeads, closeRound, markLead } from "../push/store";
import { measuresQuery } from "../sanction/store";
import type { Ctx, LoadCtx } from "../verb";
import { limitedOf, partnerFacts, partnerStandQueries, sumFacts } from "./lending-facts";
import { agreementsOfQuery, lentLoanOf, lentQuery, owedQuery, partnersQuery, sumsStand } from "./lending-store";
import { openLoanFile } from "./open-file";
import { contractUsedQuery, insertLoan } from "./store";
import { transitionQueries } from "./transition";

/** What the rules of a document ask of a loan beside the firm: who takes part, and what the records add up. */
const lendingQueries = (ctx: LoadCtx<typeof api.recordLoan>) => {
  const { db, schemeId, mine, params, body } = ctx;
  const code = sql`(SELECT credit_code FROM case_file WHERE id = ${params.caseId})`;
  const area = sql`(SELECT recommender_org FROM case_file WHERE id = ${params.caseId})`;
  const firm = sql`(SELECT enterprise_org FROM case_file WHERE id = ${params.caseId})`;
  const ids = body.partnerOrgId ? [body.partnerOrgId] : [];
  return {
    ...booksQueries(db, schemeId, { caseId: params.caseId, of: sql`SELECT ${mine.orgId} AS value UNION SELECT ${area} UNION SELECT ${firm}` }),
    partners: partnersQuery(db, schemeId, ids, mine.orgId),
    signings: agreementsOfQuery(db, schemeId, ids, mine.orgId),
    measures: measuresQuery(db, schemeId),
    ...partnerStandQueries(ctx),
    lent: lentQuery(db, schemeId, code),
    owed: owedQuery(db, schemeId, mine.orgId, area),
  };
};
type LendingRows = Rows<ReturnType<typeof lendingQueries>>;

const NOTHING_OWED = { fund: 0, lender: 0, area: 0 };

/** The firm's facts, and with them lender, guarantor and sums as the records show them on the day of the loan. */
function factsOf(now: CaseNow, found: LendingRows, disbursedOn: string, partnerId: string | undefined): Outcome<Facts> {
  const firm = factsOfCase(now);
  const on = parseDate(disbursedOn, "disbursedOn");
  // a day that cannot be read is told with the rest of the loan
  if (!firm.ok || !on.ok) return firm;
  const { scheme, act, state, file } = now;
  const standing = (id: string | undefined) => {
    const row = found.partners.find((one) => one.id === id);
    return row && partnerFacts(scheme, row, { on: on.value, today: act.on }, { ...found, agreements: found.signings });
  };
  const [lender, guarantor] = [standing(act.actor.org.id), standing(partnerId)];
  const areaId = state.recommendation?.by.id;
  const sums = { lent: found.lent.map(lentLoanOf), owed: found.owed[0] ?? NOTHING_OWED, view: booksOf(found).view };
  return accept({
    ...firm.value,
    ...sumFacts(scheme, sums, {
      disbursedOn: on.value,
      lenderId: act.actor.org.id,
      enterpriseId: file.enterprise_org,
      ...(areaId ? { areaId } : {}),
    }),
    ...(lender ? { lender } : {}),
    ...(guarantor ? { guarantor } : {}),
  });
}

/** The sums that were judged, held to in the same batch; a document that lends once a group has its own wall. */
const guard = (ctx: Pick<Ctx, "db">, { file, scheme, state }: CaseNow, found: LendingRows, lenderId: string) =>
  stepOf(scheme.admission, "loan")?.asks
    ? sumsStand(ctx.db, {
        schemeId: file.scheme_id,
        creditCode: file.credit_code,
        lent: found.lent.map(lentLoanOf),
        lenderId,
        areaId: state.recommendation?.by.id ?? "",
        owed: found.owed[0] ?? NOTHING_OWED,
        limited: limitedOf(scheme),
      })
    : [];

export const recordLoan = caseVerb(api.recordLoan, {
  unbarred: true,
  load: (ctx) => ({
    ...lendingQueries(ctx),
    ...transitionQueries(ctx.db, ctx.schemeId, ctx.params.caseId),
    partner: organisationQuery(ctx.db, ctx.body.partnerOrgId ?? "", ctx.schemeId),
    used: contractUsedQuery(ctx.db, ctx.mine.orgId, ctx.body.contractNo),
    agreements: agreementsInForceQuery(ctx.db, ctx.schemeId, ctx.today),
  }),
  decide: ({ body, params, actor }, now, found) => {
    const { partner, used, agreements } = found;
    if (used.length > 0) return refuse("already_exists", { contractNo: body.contractNo }, undefined, "contractNo");
    const facts = factsOf(now, found, body.disbursedOn, body.partnerOrgId);
    if (!facts.ok) return facts;
    const lentOn = parseDate(body.disbursedOn, "disbursedOn");
    const going = lentOn.ok ? mayGoOn(now.scheme.fund.breaker, now.breaker, "loan", lentOn.value) : accept(true);
    if (!going.ok) return going;
    const { partnerOrgId: _, payeeSharePercent, raiseReason, ...text } = body;
    const [other] = partner;
    const licence = agreements.find((agreement) => agreement.orgId === actor.orgId);
    return decide(
      now.scheme,
      now.state,
      {
        loanId: newId(),
        leadId: params.leadId,
        ...text,
        ...(other ? { partner: { id: other.orgId, kind: other.kind, name: other.name } } : {}),
        ...(licence?.licenceUntil ? { lenderLicensedThrough: licence.licenceUntil as LocalDate } : {}),
        ...(payeeSharePercent ? { payeeSharePercent } : {}),
        ...(raiseReason ? { raiseReason } : {}),
      },
      facts.value,
      now.act,
    );
  },
  effects: async (ctx, now, [event], after, found) => {
    const { db, now: at } = ctx;
    const { file, state, scheme } = now;
    if (event?.type !== "loan_recorded" || !state.application) return accept({});
    const { loan } = event;
    const stands = loan.stands ?? state.tier;
    if (!stands) return refuse("wrong_step", { status: state.status });
    const group = groupOfCase(now, declaredTies(state.application));
    const opened = await openLoanFile(ctx as Ctx, now, after, found);
    if (!opened.ok) return opened;
    return accept({
      statements: [
        ...guard(ctx, now, found, loan.lender.id),
        ...insertLoan(db, {
          id: loan.loanId,
          schemeId: file.scheme_id,
          caseId: file.id,
          creditCode: file.credit_code,
          name: file.enterprise_name,
          lenderOrg: loan.lender.id,
          partnerOrg: loan.partner?.id ?? null,
          mode: loan.mode,
          contractNo: loan.contractNo,
          principal: loan.principal,
          rate: loan.rate,
          termMonths: loan.termMonths,
          disbursedOn: loan.disbursedOn,
          tier: stands.choice,
          ratio: stands.ratio,
          now: at,
          uses: !oncePerGroup(scheme) ? [] : group.ok ? group.value.members : [file.credit_code],
        }),
        markLead(db, loan.leadId, "funded"),
        closeOtherLeads(db, file.id, loan.leadId),
        closeRound(db, file.id, state.rounds.at(-1)?.no ?? 0, "FUNDED"),
        settleSlot(db, file.id, "used"),
        ...opened.value,
      ],
    });
  },
  reply: (after, [event]) => ({
    ...movedReply(after),
    loanId: after.loan?.loanId ?? "",
    warnings: event?.type === "loan_recorded" ? [...event.warnings] : [],
  }),
});
