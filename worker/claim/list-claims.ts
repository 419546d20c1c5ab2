/** Claims by batch and step: the district's for its desks and for who looks at them, those before it for the government, an institution's own for itself. */

import { api } from "../../shared/contract/api";
import type { ClaimRow } from "../../shared/contract/claim";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { claimPlaces, claimSays } from "../../shared/process/claim-way";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksOf } from "../case/desk";
import { verb } from "../verb";
import { batchesQuery, type ClaimListRow, claimsQuery } from "./store";

const readCursor = (cursor: string | undefined) => {
  const match = /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { on: match[1] ?? "", id: match[2] ?? "" } : undefined;
};

/** Who looks at which claims. */
function scopeOf(scheme: Scheme, kind: OrgKind): "district" | "payee" | "party" {
  const looks = scheme.claim.steps.some(
    (step) => (step.kind === "check" || step.kind === "report" || step.kind === "notify") && step.by.includes(kind),
  );
  if (desksOf(scheme).includes(kind) || looks) return "district";
  return kind === "government" ? "party" : "payee";
}

const shown = ({ claim }: Scheme, row: ClaimListRow): ClaimRow => ({
  caseId: row.case_id,
  caseNo: row.no,
  claimId: row.claim_id,
  enterprise: row.enterprise,
  payee: row.payee ?? "",
  step: row.claim_step,
  stepSays: claimSays(claim, row.claim_step),
  since: row.claim_since,
  batch: row.batch,
  principal: yuan(fen(row.claim_principal)),
  amount: row.claim_amount === null ? null : yuan(fen(row.claim_amount)),
  paid: row.paid_on !== null,
});

export const listClaims = verb(api.listClaims, {
  load: ({ db, schemeId, query, mine }) => {
    const filter = { ...query, schemeId, after: readCursor(query.cursor) };
    return {
      district: claimsQuery(db, filter, "district", mine),
      payee: claimsQuery(db, filter, "payee", mine),
      party: claimsQuery(db, filter, "party", mine),
      districtBatches: batchesQuery(db, schemeId, "district", mine),
      payeeBatches: batchesQuery(db, schemeId, "payee", mine),
      partyBatches: batchesQuery(db, schemeId, "party", mine),
    };
  },
  decide: ({ query, scheme, actor }, found) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const scope = scopeOf(scheme, actor.orgKind);
    const page = found[scope].slice(0, query.limit);
    const last = found[scope].length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        claims: page.map((row) => shown(scheme, row)),
        next: last ? `${last.claim_since}.${last.case_id}` : null,
        batches: found[`${scope}Batches`].map(({ principal, ...row }) => ({ ...row, principal: yuan(fen(principal)) })),
        steps: claimPlaces(scheme.claim).map((place) => ({ ...place })),
      },
    });
  },
});
