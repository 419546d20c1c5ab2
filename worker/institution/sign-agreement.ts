/** The office records an agreement with a partner that was lawfully chosen (二（六）). */

import { Decimal } from "decimal.js";
import { cite } from "../../shared/citation";
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { type LocalDate, parseDate } from "../../shared/local-date";
import type { Ratio } from "../../shared/money";
import { accept, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { stepOf } from "../../shared/process/procedure";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { newId } from "../clock";
import { organisationQuery } from "../identity/store";
import { verb } from "../verb";
import { insertAgreement } from "./store";

const SELECTED = cite("二（六）", "YQ-054");
const TERMS = cite("二（六）", "YQ-055");
const PLAN = cite("六", "YQ-004");
const LICENCE = cite("二（五）2", "YQ-051");
const PARTNERS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

type Given = Body<typeof api.signAgreement>;
const missing = (given: Given, fields: readonly (keyof Given)[]) => fields.filter((field) => given[field] === undefined);

/** Everything that is wrong with the paper: how the partner was chosen first, then what the agreement must say. */
export function agreementRefusals(given: Given, today: string, kind: OrgKind, highest: Ratio): Refusal[] {
  const chosen = missing(given, ["selectionProcedure", "selectedOn", "selectionDocument"]);
  const unsaid = missing(given, ["duties", "compensationTerms", "recoveryTerms", "validFrom", "validUntil"]);
  const dates = (["signedOn", "selectedOn", "validFrom", "validUntil", "licenceUntil"] as const).flatMap((field) => {
    const read = parseDate(given[field] ?? today, field);
    return read.ok ? [] : read.refusals;
  });
  const late: Refusal[] = (["signedOn", "selectedOn"] as const)
    .filter((field) => (given[field] ?? today) > today)
    .map((field) => ({ code: "date_invalid", figures: { given: given[field] as string, latest: today }, field }));
  const reversed = given.validFrom && given.validUntil && given.validUntil < given.validFrom;
  const generous = given.maxRatio !== undefined && new Decimal(given.maxRatio).gt(highest);
  const unlicensed = kind === "lender" && (!given.licenceType || !given.licenceUntil || given.licenceUntil < today);
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
    ...(generous
      ? [{ code: "agreement_exceeds_plan" as const, figures: { ratio: given.maxRatio as string, limit: highest }, cites: PLAN, field: "maxRatio" }]
      : []),
    ...(unlicensed
      ? [{ code: "lender_unlicensed" as const, figures: { until: given.licenceUntil ?? "—" }, cites: LICENCE, field: "licenceUntil" }]
      : []),
  ];
}

/** The most that the document itself pays: an agreement may ask for less, never for more. */
function highestRatio(scheme: Scheme, on: LocalDate): Ratio {
  const ratios = (stepOf(scheme.admission, "ballot")?.choices ?? []).flatMap((choice) => {
    const ratio = choice.ratio && valueOn(choice.ratio, on);
    return ratio?.ok ? [ratio.value] : [];
  });
  return ratios.reduce((most, ratio) => (new Decimal(ratio).gt(most) ? ratio : most), "0");
}

export const signAgreement = verb(api.signAgreement, {
  load: ({ db, params, schemeId }) => ({ org: organisationQuery(db, params.orgId, schemeId) }),
  decide: ({ db, body, params, schemeId, scheme, actor, now, today }, { org }) => {
    const partner = org[0];
    if (!partner || !PARTNERS.includes(partner.kind)) return refuse("not_found");
    const refusals = agreementRefusals(body, today, partner.kind, highestRatio(scheme, today));
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
      licenceType: body.licenceType ?? null,
      licenceUntil: body.licenceUntil ?? null,
    };
    return accept({
      statements: [insertAgreement(db, { id: agreementId, orgId: params.orgId, schemeId, ...terms, recordedBy: actor.personId, recordedAt: now })],
      reply: { agreementId, orgId: params.orgId, ...terms },
      status: 201,
    });
  },
});
