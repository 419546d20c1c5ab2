/** The office records an agreement with a partner that was lawfully chosen (二（六）). */

import { cite } from "../../shared/citation";
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { parseDate } from "../../shared/local-date";
import { accept, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { newId } from "../clock";
import { organisationQuery } from "../identity/store";
import { verb } from "../verb";
import { insertAgreement } from "./store";

const SELECTED = cite("二（六）", "YQ-054");
const TERMS = cite("二（六）", "YQ-055");
const PARTNERS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

type Given = Body<typeof api.signAgreement>;
const missing = (given: Given, fields: readonly (keyof Given)[]) => fields.filter((field) => given[field] === undefined);

/** Everything that is wrong with the paper: how the partner was chosen first, then what the agreement must say. */
export function agreementRefusals(given: Given, today: string): Refusal[] {
  const chosen = missing(given, ["selectionProcedure", "selectedOn", "selectionDocument"]);
  const unsaid = missing(given, ["duties", "compensationTerms", "recoveryTerms", "validFrom", "validUntil"]);
  const dates = (["signedOn", "selectedOn", "validFrom", "validUntil"] as const).flatMap((field) => {
    const read = parseDate(given[field] ?? today, field);
    return read.ok ? [] : read.refusals;
  });
  const late: Refusal[] = (["signedOn", "selectedOn"] as const)
    .filter((field) => (given[field] ?? today) > today)
    .map((field) => ({ code: "date_invalid", figures: { given: given[field] as string, latest: today }, field }));
  const reversed = given.validFrom && given.validUntil && given.validUntil < given.validFrom;
  const ratio = given.maxRatio !== undefined && Number(given.maxRatio) > 1;
  return [
    ...chosen.map((field): Refusal => ({ code: "partner_not_selected", figures: { missing: field }, cites: SELECTED, field })),
    ...unsaid.map((field): Refusal => ({ code: "agreement_incomplete", figures: { missing: field }, cites: TERMS, field })),
    ...dates,
    ...late,
    ...(reversed
      ? [
          {
            code: "agreement_incomplete" as const,
            figures: { validFrom: given.validFrom as string, validUntil: given.validUntil as string },
            cites: TERMS,
            field: "validUntil",
          },
        ]
      : []),
    ...(ratio ? [{ code: "field_invalid" as const, figures: { given: given.maxRatio as string, most: "1" }, field: "maxRatio" }] : []),
  ];
}

export const signAgreement = verb(api.signAgreement, {
  load: ({ db, params, schemeId }) => ({ org: organisationQuery(db, params.orgId, schemeId) }),
  decide: ({ db, body, params, schemeId, actor, now, today }, { org }) => {
    const partner = org[0];
    if (!partner || !PARTNERS.includes(partner.kind)) return refuse("not_found");
    const refusals = agreementRefusals(body, today);
    if (refusals.length > 0) return refuseAll(refusals);
    const agreementId = newId();
    const terms = {
      signedOn: body.signedOn,
      validFrom: body.validFrom as string,
      validUntil: body.validUntil as string,
      selectionProcedure: body.selectionProcedure as string,
      selectedOn: body.selectedOn as string,
      selectionDocument: body.selectionDocument as string,
      duties: body.duties as string,
      compensationTerms: body.compensationTerms as string,
      recoveryTerms: body.recoveryTerms as string,
      lowThreshold: body.lowThreshold,
      minRate: body.minRate ?? null,
      productInnovation: body.productInnovation,
      maxRatio: body.maxRatio ?? null,
    };
    return accept({
      statements: [insertAgreement(db, { id: agreementId, orgId: params.orgId, schemeId, ...terms, recordedBy: actor.personId, recordedAt: now })],
      reply: { agreementId, orgId: params.orgId, ...terms },
      status: 201,
    });
  },
});
