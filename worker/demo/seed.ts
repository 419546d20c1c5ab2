/** Builds the demo district in an empty database, through the same statements as the real routes. */
import { newId } from "../clock";
import { load } from "../database";
import { insertMembership, insertOrganisation, insertPerson, mustBeEmpty, someOrganisationQuery } from "../identity/store";
import { insertAgreement } from "../institution/store";
import { DEMO_PEOPLE, type DemoPerson } from "./people";

/** People of one organisation. */
type Unit = readonly [DemoPerson, ...DemoPerson[]];

const PARTNERS = ["bank", "guarantor", "insurer", "lender"];

/** The terms of the invented agreements; in force through the last day of the scheme's trial. */
const AGREEMENT = {
  signedOn: "2025-12-20",
  validFrom: "2026-01-01",
  validUntil: "2028-08-21",
  selectionProcedure: "公开遴选",
  selectedOn: "2025-11-28",
  selectionDocument: "演示遴选公告〔2025〕1号",
  duties: "按约定受理推送、独立审批、及时反馈。",
  compensationTerms: "按试行办法约定的比例和程序补偿。",
  recoveryTerms: "补偿后继续追偿，所得按比例返还。",
};

/** An organisation with its people, and its agreement where it is a partner. */
function statementsFor(db: D1Database, schemeId: string, [first, ...others]: Unit, now: number, officer: string): D1PreparedStatement[] {
  const orgId = newId();
  const { orgKind, orgName, creditCode } = first;
  const terms = { lowThreshold: orgKind === "lender", minRate: orgKind === "bank" ? "0.0345" : null, productInnovation: false, maxRatio: null };
  const joins = (person: DemoPerson, personId: string) => [
    insertPerson(db, { id: personId, name: person.name, phone: person.phone, at: now }),
    insertMembership(db, { id: newId(), personId, orgId, title: person.title, at: now }),
  ];
  return [
    insertOrganisation(db, { id: orgId, schemeId, kind: orgKind, name: orgName, creditCode, at: now }),
    ...joins(first, orgKind === "office" ? officer : newId()),
    ...others.flatMap((person) => joins(person, newId())),
    ...(PARTNERS.includes(orgKind)
      ? [insertAgreement(db, { id: newId(), orgId, schemeId, ...AGREEMENT, ...terms, recordedBy: officer, recordedAt: now })]
      : []),
  ];
}

/** True when it was built now, false when the scheme already had somebody. */
export async function seedDemo(db: D1Database, schemeId: string, now: number): Promise<boolean> {
  const { some } = await load(db, { some: someOrganisationQuery(db, schemeId) });
  if (some.length > 0) return false;
  const officer = newId();
  const units = new Map<string, Unit>();
  // the office first: it signs the agreements
  for (const person of [...DEMO_PEOPLE].sort((a, b) => Number(b.orgKind === "office") - Number(a.orgKind === "office"))) {
    const name = `${person.orgKind} ${person.orgName}`;
    units.set(name, [...(units.get(name) ?? []), person] as Unit);
  }
  await db.batch([mustBeEmpty(db, schemeId), ...[...units.values()].flatMap((unit) => statementsFor(db, schemeId, unit, now, officer))]);
  return true;
}
