/** The lender records the loan that it made. Two loans of one group collide in the records, whatever was read before. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { declaredTies } from "../../shared/process/group";
import { recordLoan as decide } from "../../shared/process/loan";
import { settleSlot } from "../approval/store";
import { caseVerb, factsOfCase, groupOfCase, movedReply } from "../case/case-verb";
import { newId } from "../clock";
import { booksQueries } from "../fund/books";
import { organisationQuery } from "../identity/store";
import { agreementsInForceQuery } from "../institution/store";
import { closeOtherLeads, closeRound, markLead } from "../push/store";
import type { Ctx } from "../verb";
import { openLoanFile } from "./open-file";
import { contractUsedQuery, insertLoan } from "./store";
import { transitionQueries } from "./transition";

export const recordLoan = caseVerb(api.recordLoan, {
  load: ({ db, schemeId, body, mine, today, params }) => ({
    ...booksQueries(db, schemeId, { caseId: params.caseId }),
    ...transitionQueries(db, schemeId, params.caseId),
    partner: organisationQuery(db, body.partnerOrgId ?? "", schemeId),
    used: contractUsedQuery(db, mine.orgId, body.contractNo),
    agreements: agreementsInForceQuery(db, schemeId, today),
  }),
  decide: ({ body, params, actor }, now, { partner, used, agreements }) => {
    if (used.length > 0) return refuse("already_exists", { contractNo: body.contractNo }, undefined, "contractNo");
    const facts = factsOfCase(now);
    if (!facts.ok) return facts;
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
    const { file, state } = now;
    if (event?.type !== "loan_recorded" || !state.tier || !state.application) return accept({});
    const { loan } = event;
    const group = groupOfCase(now, declaredTies(state.application));
    const opened = await openLoanFile(ctx as Ctx, now, after, found);
    if (!opened.ok) return opened;
    return accept({
      statements: [
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
          tier: state.tier.choice,
          ratio: state.tier.ratio,
          now: at,
          uses: group.ok ? group.value.members : [file.credit_code],
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
