/** The office pushes a decided case to institutions under an agreement: a lead in each inbox, and a thin letter to each endpoint. */
import { api } from "../../shared/contract/api";
import { yuan } from "../../shared/money";
import { stepOf } from "../../shared/process/procedure";
import { type Institution, push } from "../../shared/process/push";
import { institutionStanding } from "../../shared/process/sanction";
import { institutionBarred } from "../ban/standing";
import { institutionStandQuery } from "../ban/store";
import { caseVerb, factsOfCase, movedReply } from "../case/case-verb";
import { addParty } from "../case/store";
import { newId } from "../clock";
import { organisationsQuery } from "../identity/store";
import { agreementsInForceQuery, firstSignedOn, firstSignedQuery } from "../institution/store";
import { measuresQuery, sanctionOf } from "../sanction/store";
import { watchQueries, watchStanding } from "../watch/standing";
import { insertLetter as insertWebhookLetter } from "../webhook/store";
import { insertLead, insertRound, pushHistoryQuery } from "./store";

export const pushToBanks = caseVerb(api.pushToBanks, {
  newBusiness: "push",
  load: ({ db, schemeId, document, params, today }) => ({
    history: pushHistoryQuery(db, params.caseId, schemeId),
    organisations: organisationsQuery(db, schemeId, undefined),
    agreements: agreementsInForceQuery(db, schemeId, today),
    signed: firstSignedQuery(db, schemeId),
    measures: measuresQuery(db, schemeId),
    bans: institutionStandQuery(db, schemeId),
    ...watchQueries({ db, schemeId, document }),
  }),
  decide: ({ body, document }, now, found) => {
    const { history, organisations, agreements, signed, measures } = found;
    const facts = factsOfCase(now);
    if (!facts.ok) return facts;
    const kinds = stepOf(document.admission, "push")?.to ?? [];
    const institutions = organisations
      .filter((org) => kinds.includes(org.kind))
      .map((org): Institution => {
        const agreement = agreements.find((one) => one.orgId === org.orgId);
        const agreementSignedOn = firstSignedOn(signed, org.orgId);
        const against = measures.filter((one) => one.org_id === org.orgId).map(sanctionOf);
        const { suspended, terminated } = institutionStanding(now.scheme.sanctions, against, now.act.on);
        const watched = watchStanding(now.scheme, found, org.orgId, now.act.on);
        const blocked =
          !watched.ok || watched.value.blockedFrom !== undefined || !institutionBarred(now.scheme, found.bans, org.orgId, now.act.on).ok;
        return {
          org: { id: org.orgId, kind: org.kind, name: org.name },
          leadId: newId(),
          agreementInForce: agreement !== undefined,
          ...(agreementSignedOn ? { agreementSignedOn } : {}),
          suspended: org.status !== "active" || suspended || terminated || blocked,
          lowThreshold: agreement?.lowThreshold ?? false,
          productInnovation: agreement?.productInnovation ?? false,
          ...(agreement?.minRate ? { lowestRate: agreement.minRate } : {}),
        };
      });
    const everyone = stepOf(now.scheme.admission, "push")?.everyone !== undefined && body.institutions.length === 0;
    const able = institutions.filter(({ agreementInForce, suspended }) => agreementInForce && !suspended).map(({ org }) => org.id);
    const chosen = everyone ? able : body.institutions;
    const { preferenceReason, transition, transitionReason = "" } = body;
    return push(
      now.scheme,
      now.state,
      { institutions: chosen, ...(preferenceReason ? { preferenceReason } : {}), ...(transition ? { transitionReason } : {}) },
      institutions,
      history,
      facts.value,
      now.act,
    );
  },
  effects: ({ db, settings, now: at }, { file, state, act, desks }, [event]) => {
    if (event?.type !== "pushed") return {};
    // who will be asked for consent to a deal from before its agreement has to see the case
    const asked = event.transitionReason === undefined ? [] : desks.filter((desk) => desk.kind === "government");
    const letters = event.leads.map((lead) => ({ id: newId(), lead }));
    const data = (leadId: string) => ({
      id: leadId,
      link: `${settings.PUBLIC_URL}/#/bank/lead/index?id=${file.id}&lead=${leadId}`,
      tier: state.tier?.choice ?? "",
      amount: yuan(state.application?.need.amount ?? (0 as never)),
    });
    return {
      outbox: letters.map(({ id }) => id),
      statements: [
        ...asked.map((desk) => addParty(db, file.id, desk.id, "approver")),
        insertRound(db, { caseId: file.id, round: event.round, schemeId: file.scheme_id, creditCode: file.credit_code, on: act.on }),
        ...event.leads.flatMap((lead) => [
          addParty(db, file.id, lead.org.id, "lead"),
          insertLead(db, { id: lead.id, caseId: file.id, round: event.round, orgId: lead.org.id, on: act.on, now: at }),
        ]),
        ...letters.map(({ id, lead }) =>
          insertWebhookLetter(db, {
            id,
            toOrg: lead.org.id,
            schemeId: file.scheme_id,
            caseId: file.id,
            type: "lead.pushed",
            data: data(lead.id),
            now: at,
          }),
        ),
      ],
    };
  },
  reply: (after, [event]) => ({
    ...movedReply(after),
    pushNo: event?.type === "pushed" ? event.pushNo : 0,
    leads: event?.type === "pushed" ? event.leads.map((lead) => ({ id: lead.id, org: lead.org.name })) : [],
  }),
});
