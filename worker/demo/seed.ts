/** Builds the demo district in an empty database, through the same statements as the real routes. */
import { insertAmendment, insertDecision } from "../amendment/store";
import { newId } from "../clock";
import { load } from "../database";
import { insertMembership, insertOrganisation, insertPerson, mustBeEmpty, someOrganisationQuery } from "../identity/store";
import { insertAgreement } from "../institution/store";
import type { DemoDistrict, DemoPerson } from "./district/district";
import { DEMO_DISTRICTS } from "./people";

/** People of one organisation. */
type Unit = readonly [DemoPerson, ...DemoPerson[]];

/** The office with the two people of it who draw up and check. */
interface Officers {
  readonly office: string;
  readonly officer: string;
  readonly second: string;
}

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
function statementsFor(db: D1Database, schemeId: string, [first, ...others]: Unit, now: number, ids: Officers): D1PreparedStatement[] {
  const { orgKind, orgName, creditCode, region, marks } = first;
  const orgId = orgKind === "office" ? ids.office : newId();
  const terms = { lowThreshold: orgKind === "lender", minRate: orgKind === "bank" ? "0.0345" : null, productInnovation: false, maxRatio: null };
  const joins = (person: DemoPerson, personId: string) => [
    insertPerson(db, { id: personId, name: person.name, phone: person.phone, at: now }),
    insertMembership(db, { id: newId(), personId, orgId, title: person.title, at: now }),
  ];
  return [
    insertOrganisation(db, { id: orgId, schemeId, kind: orgKind, name: orgName, creditCode, region, marks, at: now }),
    ...joins(first, orgKind === "office" ? ids.officer : newId()),
    ...others.flatMap((person) => joins(person, orgKind === "office" ? ids.second : newId())),
    ...(PARTNERS.includes(orgKind)
      ? [insertAgreement(db, { id: newId(), orgId, schemeId, ...AGREEMENT, ...terms, recordedBy: ids.officer, recordedAt: now })]
      : []),
  ];
}

/** Proposed by one person of the office and approved by the other, on the day from which it is in force. */
function amendedBy(
  db: D1Database,
  schemeId: string,
  { reason, ...amendment }: DemoDistrict["amendments"][number],
  now: number,
  ids: Officers,
): D1PreparedStatement[] {
  const id = newId();
  const on = amendment.from;
  return [
    insertAmendment(db, {
      id,
      schemeId,
      ...amendment,
      documentNo: amendment.documentNo ?? "",
      reason,
      by: ids.officer,
      org: ids.office,
      on,
      at: now,
    }),
    insertDecision(db, { id, schemeId, approved: true, reason: "", by: ids.second, on, at: now }),
  ];
}

/** True when it was built now, false when the scheme already had somebody. */
export async function seedDemo(db: D1Database, schemeId: string, now: number): Promise<boolean> {
  const { people, amendments } = DEMO_DISTRICTS[schemeId] ?? { people: [], amendments: [] };
  const { some } = await load(db, { some: someOrganisationQuery(db, schemeId) });
  if (some.length > 0) return false;
  const ids: Officers = { office: newId(), officer: newId(), second: newId() };
  const units = new Map<string, Unit>();
  // the office first: it signs the agreements
  for (const person of [...people].sort((a, b) => Number(b.orgKind === "office") - Number(a.orgKind === "office"))) {
    const name = `${person.orgKind} ${person.orgName}`;
    units.set(name, [...(units.get(name) ?? []), person] as Unit);
  }
  await db.batch([
    mustBeEmpty(db, schemeId),
    ...[...units.values()].flatMap((unit) => statementsFor(db, schemeId, unit, now, ids)),
    ...amendments.flatMap((amendment) => amendedBy(db, schemeId, amendment, now, ids)),
  ]);
  return true;
}
