/** The office records an agreement with a partner that was lawfully chosen (二（六）). */

import { Decimal } from "decimal.js";
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { type LocalDate, parseDate } from "../../shared/local-date";
import type { Ratio } from "../../shared/money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import { maySign, type PartnershipRules } from "../../shared/process/partnership";
import type { OrgKind } from "../../shared/process/party";
import { stepOf } from "../../shared/process/procedure";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { told } from "../candidacy/standing";
import { type ActRow, actsQuery, type CandidacyRow, lastCandidacyQuery } from "../candidacy/store";
import { newId } from "../clock";
import type { Rows } from "../database";
import { organisationQuery } from "../identity/store";
import { type LoadCtx, verb } from "../verb";
import { insertAgreement } from "./store";

const PARTNERS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

type Given = Body<typeof api.signAgreement>;
const missing = (given: Given, fields: readonly (keyof Given)[]) => fields.filter((field) => given[field] === undefined);

/** Everything that is wrong with the paper: how the partner was chosen first, then what the agreement must say. */
export function agreementRefusals(given: Given, today: string, kind: OrgKind, scheme: Scheme): Refusal[] {
  const { partnership: rules, agreements } = scheme;
  const highest = highestRatio(scheme, today as LocalDate);
  const chosen = rules ? [] : missing(given, ["selectionProcedure", "selectedOn", "selectionDocument"]);
  const terms = rules?.signedBy.cites ?? scheme.claim.agreement;
  const unsaid = missing(given, ["duties", "compensationTerms", "recoveryTerms", "validFrom", "validUntil"]);
  const dates = (["signedOn", "selectedOn", "validFrom", "validUntil", "licenceUntil"] as const).flatMap((field) => {
    const read = parseDate(given[field] ?? today, field);
    return read.ok ? [] : read.refusals;
  });
  const late: Refusal[] = (["signedOn", "selectedOn"] as const)
    .filter((field) => (given[field] ?? today) > today)
    .map((field) => ({ code: "date_invalid", figures: { given: given[field] as string, latest: today }, field }));
  const reversed = given.validFrom && given.validUntil && given.validUntil < given.validFrom;
  const generous = given.maxRatio !== undefined && highest !== undefined && new Decimal(given.maxRatio).gt(highest);
  const unlicensed = kind === "lender" && (!given.licenceType || !given.licenceUntil || given.licenceUntil < today);
  return [
    ...chosen.map((field): Refusal => ({ code: "partner_not_selected", figures: { missing: field }, cites: agreements?.chosen ?? terms, field })),
    ...unsaid.map((field): Refusal => ({ code: "agreement_incomplete", figures: { missing: field }, cites: terms, field })),
    ...dates,
    ...late,
    ...(reversed
      ? [
          {
            code: "agreement_incomplete" as const,
            figures: { validFrom: given.validFrom as string, validUntil: given.validUntil as string },
            cites: terms,
            field: "validUntil",
          },
        ]
      : []),
    ...(generous
      ? [
          {
            code: "agreement_exceeds_plan" as const,
            figures: { ratio: given.maxRatio as string, limit: highest },
            cites: agreements?.most ?? terms,
            field: "maxRatio",
          },
        ]
      : []),
    ...(unlicensed
      ? [
          {
            code: "lender_unlicensed" as const,
            figures: { until: given.licenceUntil ?? "—" },
            ...(agreements ? { cites: agreements.licence } : {}),
            field: "licenceUntil",
          },
        ]
      : []),
  ];
}

/** The most that the document pays by the choices of its panel: an agreement may ask for less, never for more. Undefined where it pays by no such choice. */
function highestRatio(scheme: Scheme, on: LocalDate): Ratio | undefined {
  const ratios = (stepOf(scheme.admission, "ballot")?.choices ?? []).flatMap((choice) => {
    const ratio = choice.ratio && valueOn(choice.ratio, on);
    return ratio?.ok ? [ratio.value] : [];
  });
  return ratios.reduce<Ratio | undefined>((most, ratio) => (most === undefined || new Decimal(ratio).gt(most) ? ratio : most), undefined);
}

/** How a partner came to be one, by the document's own steps; in words where it has none. */
function chosenBy(body: Given, candidacy: CandidacyRow | undefined, acts: readonly ActRow[]) {
  const { selectionProcedure = "", selectedOn = "", selectionDocument = "" } = body;
  const decisions = acts.filter(({ candidacy_id, what }) => candidacy_id === candidacy?.id && what === "decision");
  if (!candidacy) return { selectionProcedure, selectedOn, selectionDocument };
  return {
    selectionProcedure: decisions.map(({ org_name }) => org_name).join("、"),
    selectedOn: decisions.at(-1)?.on_day ?? "",
    selectionDocument: decisions.map(({ document_no }) => document_no).join("、"),
  };
}

/** Refuses what `maySign` refuses: an application that says too little, was not checked, not decided by all, or a term that is too long without a reason. */
function throughSteps(rules: PartnershipRules, body: Given, by: OrgKind, found: Found, today: LocalDate): Outcome<{ warnings: readonly Refusal[] }> {
  const [last] = found.candidacy;
  const { declined, ...candidacy } = last ? told(last, found.acts) : { declined: false, said: [], decidedBy: [] };
  if (declined) return refuse("bank_select", { missing: "decided" }, rules.decidedBy.cites);
  const from = parseDate(body.validFrom ?? "", "validFrom");
  const until = parseDate(body.validUntil ?? "", "validUntil");
  if (!from.ok || !until.ok) return refuseAll([from, until].flatMap((one) => (one.ok ? [] : one.refusals)));
  const reason = body.termReason === undefined ? {} : { reason: body.termReason };
  return maySign(rules, { ...candidacy, signedBy: by, from: from.value, until: until.value, ...reason }, today);
}

const queries = ({ db, params, schemeId }: LoadCtx<typeof api.signAgreement>) => ({
  org: organisationQuery(db, params.orgId, schemeId),
  candidacy: lastCandidacyQuery(db, schemeId, params.orgId),
  acts: actsQuery(db, schemeId),
});
type Found = Rows<ReturnType<typeof queries>>;

export const signAgreement = verb(api.signAgreement, {
  load: queries,
  decide: ({ db, body, params, schemeId, scheme, actor, now, today }, found) => {
    const [partner] = found.org;
    const { partnership } = scheme;
    if (!partner || !PARTNERS.includes(partner.kind)) return refuse("not_found");
    const refusals = agreementRefusals(body, today, partner.kind, scheme);
    if (refusals.length > 0) return refuseAll(refusals);
    const stepped = partnership ? throughSteps(partnership, body, actor.orgKind, found, today) : accept({ warnings: [] });
    if (!stepped.ok) return stepped;
    const agreementId = newId();
    const chosen = chosenBy(body, partnership ? found.candidacy[0] : undefined, found.acts);
    const terms = {
      signedOn: body.signedOn,
      validFrom: body.validFrom as string,
      validUntil: body.validUntil as string,
      ...chosen,
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
