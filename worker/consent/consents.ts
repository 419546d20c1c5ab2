/** A firm lets an institution look at its data for a while, and takes that back at once; whose looks are on record is for the firm, the institution and the supervisors to read. */
import { api } from "../../shared/contract/api";
import { type LocalDate, parseDate } from "../../shared/local-date";
import { accept, refuse, refuseAll } from "../../shared/outcome";
import { figureDesksOf } from "../case/desk";
import { newId } from "../clock";
import { organisationQuery } from "../identity/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { type ConsentRow, consentQuery, consentsQuery, insertConsent, insertConsentWithdrawal, looksQuery } from "./store";

const shown = (row: ConsentRow, today: LocalDate) => ({
  id: row.id,
  enterprise: row.enterprise,
  institution: row.institution,
  institutionId: row.institution_org,
  from: row.from_day,
  until: row.until_day,
  withdrawnOn: row.withdrawn_on,
  active: row.withdrawn_on === null && row.from_day <= today && today <= row.until_day,
});

export const listConsents = verb(api.listConsents, {
  load: ({ db, schemeId }) => ({ consents: consentsQuery(db, schemeId), looks: looksQuery(db, schemeId) }),
  decide: ({ scheme, actor, today }, { consents, looks }) => {
    const all = figureDesksOf(scheme).includes(actor.orgKind);
    const mine = (row: { enterprise_org: string; institution_org: string }) =>
      all || row.enterprise_org === actor.orgId || row.institution_org === actor.orgId;
    return accept({
      reply: {
        consents: consents.filter(mine).map((row) => shown(row, today)),
        looks: looks
          .filter(mine)
          .map(({ enterprise, institution, purpose, on_day, recorded_at }) => ({ enterprise, institution, purpose, on: on_day, at: recorded_at })),
      },
    });
  },
});

export const giveConsent = verb(api.giveConsent, {
  load: ({ db, schemeId, body }) => ({ institution: organisationQuery(db, body.institutionId, schemeId) }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { institution: [institution] }) => {
    const shares = scheme.disclosure?.shares;
    if (!shares) return refuse("not_found");
    if (!institution || !shares.to.includes(institution.kind)) return refuse("org_unknown", {}, shares.cites, "institutionId");
    const from = parseDate(body.from, "from");
    const until = parseDate(body.until, "until");
    if (!from.ok || !until.ok) return refuseAll([from, until].flatMap((one) => (one.ok ? [] : one.refusals)));
    if (until.value < from.value || until.value < today)
      return refuse("date_invalid", { given: until.value, from: from.value }, shares.cites, "until");
    const id = newId();
    const row = { enterprise_org: actor.orgId, institution_org: institution.orgId, from_day: from.value, until_day: until.value };
    return accept({
      statements: [
        insertConsent(db, row, { id, schemeId, by: actor.personId, now }),
        insertNotice(db, { toOrg: institution.orgId, code: "consent_given", figures: { enterprise: actor.orgName, until: until.value } }, now),
      ],
      reply: shown({ ...row, id, enterprise: actor.orgName, institution: institution.name, withdrawn_on: null }, today),
      status: 201,
    });
  },
});

export const withdrawConsent = verb(api.withdrawConsent, {
  load: ({ db, schemeId, params }) => ({ consent: consentQuery(db, schemeId, params.consentId) }),
  decide: ({ db, schemeId, actor, now, today }, { consent: [row] }) => {
    if (!row || row.enterprise_org !== actor.orgId) return refuse("not_found");
    if (row.withdrawn_on !== null) return refuse("already_exists");
    return accept({
      statements: [
        insertConsentWithdrawal(db, today, { id: row.id, schemeId, by: actor.personId, now }),
        insertNotice(db, { toOrg: row.institution_org, code: "consent_withdrawn", figures: { enterprise: row.enterprise } }, now),
      ],
      reply: shown({ ...row, withdrawn_on: today }, today),
    });
  },
});
