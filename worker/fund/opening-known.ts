/** What the district's records know of the firms, people, institutions and contracts that an import names. */
import type { LocalDate } from "../../shared/local-date";
import type { OpeningKnown } from "../../shared/process/opening-known";
import type { OpeningSheet } from "../../shared/process/opening-sheet";
import { heldSlotsQuery } from "../approval/store";
import { load } from "../database";
import { firmsQuery, organisationsQuery } from "../identity/store";
import { agreementsQuery } from "../institution/store";
import { contractsQuery, loansUsedQuery, tieOf, tiesAroundQuery } from "../loan/store";

export interface Known {
  readonly known: OpeningKnown;
  /** Registered firms by credit code. */
  readonly firms: ReadonlyMap<string, string>;
}

/** One batch beside the verb's own: which firms to look for is known only once the sheet was read. */
export async function openingKnown(db: D1Database, schemeId: string, { live, paid }: OpeningSheet): Promise<Known> {
  const rows = [...live, ...paid];
  const codes = [...new Set(rows.flatMap(({ creditCode, affiliates }) => [creditCode, ...affiliates]))];
  const ids = [...codes, ...rows.flatMap(({ representative: { key } }) => (key ? [key] : []))];
  const found = await load(db, {
    orgs: organisationsQuery(db, schemeId, undefined),
    agreements: agreementsQuery(db, schemeId),
    ties: tiesAroundQuery(db, schemeId, ids),
    loans: loansUsedQuery(db, schemeId, ids),
    firms: firmsQuery(
      db,
      schemeId,
      codes,
      rows.map(({ firm }) => firm),
    ),
    held: heldSlotsQuery(db, schemeId),
  });
  const orgs = found.orgs.filter(({ status }) => status === "active").map(({ orgId, kind, name }) => ({ id: orgId, kind, name }));
  const lenders = rows.flatMap(({ lender, contractNo }) => orgs.filter(({ name }) => name === lender).map(({ id }) => [id, contractNo] as const));
  const { contracts } = await load(db, { contracts: contractsQuery(db, lenders) });
  const signed = new Map<string, LocalDate>();
  const licensed = new Map<string, LocalDate>();
  for (const { orgId, signedOn, licenceUntil } of found.agreements) {
    const [first, until] = [signed.get(orgId), licensed.get(orgId)];
    if (first === undefined || signedOn < first) signed.set(orgId, signedOn as LocalDate);
    if (licenceUntil && (until === undefined || licenceUntil > until)) licensed.set(orgId, licenceUntil as LocalDate);
  }
  const known: OpeningKnown = {
    orgs,
    signed,
    licensed,
    ties: found.ties.map(tieOf),
    loans: found.loans,
    contracts: new Set(contracts.map(({ pair }) => pair)),
    firms: new Map(found.firms.map(({ name, creditCode }) => [name, creditCode])),
    taken: found.held.map(({ on }) => on as LocalDate),
  };
  return { known, firms: new Map(found.firms.map(({ id, creditCode }) => [creditCode, id])) };
}
