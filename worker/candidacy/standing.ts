/** Where an institution's application stands, as the rules tell it. */
import type { z } from "zod";
import type { candidacyShape } from "../../shared/contract/candidacy";
import { type Candidacy, candidacyStage, type PartnershipRules } from "../../shared/process/partnership";
import type { ActRow, CandidacyRow } from "./store";

const shownAct = (row: ActRow) => ({
  by: row.org_name,
  orgId: row.org_id,
  agreed: row.agreed === 1,
  documentNo: row.document_no,
  reason: row.reason,
  on: row.on_day,
});

export const saidOf = (row: CandidacyRow): Record<string, string> => JSON.parse(row.said) as Record<string, string>;

/** What the rules ask of it. */
export function told(
  row: CandidacyRow,
  acts: readonly ActRow[],
): Pick<Candidacy, "said" | "checkedBy" | "decidedBy"> & { readonly declined: boolean } {
  const own = acts.filter(({ candidacy_id }) => candidacy_id === row.id);
  const agreed = own
    .filter((act) => act.agreed === 1)
    .map((act) => ({ what: act.what, org: { id: act.org_id, kind: act.org_kind, name: act.org_name } }));
  const check = agreed.find(({ what }) => what === "check");
  return {
    said: Object.entries(saidOf(row)).flatMap(([kind, text]) => (text.trim() ? [kind] : [])),
    ...(check ? { checkedBy: check.org } : {}),
    decidedBy: agreed.flatMap(({ what, org }) => (what === "decision" ? [org] : [])),
    declined: own.some((act) => act.agreed === 0),
  };
}

export function shownCandidacy(rules: PartnershipRules, row: CandidacyRow, acts: readonly ActRow[]): z.output<typeof candidacyShape> {
  const own = acts.filter(({ candidacy_id }) => candidacy_id === row.id);
  const check = own.find(({ what }) => what === "check");
  const { declined, ...candidacy } = told(row, acts);
  return {
    id: row.id,
    orgId: row.org_id,
    name: row.name,
    said: saidOf(row),
    on: row.on_day,
    checked: check ? shownAct(check) : null,
    decisions: own.filter(({ what }) => what === "decision").map(shownAct),
    stage: declined ? "declined" : candidacyStage(rules, candidacy),
  };
}
