/** Who answers for what, on one page: firms on the list, measures against institutions, recommending units with the firms that the fund paid for. */
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { accept, type Outcome } from "../../shared/outcome";
import { paidFirmsOf } from "../../shared/process/sanction";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Rows } from "../database";
import { verb } from "../verb";
import { misconductQuery, paidFirmsQuery, unitsQuery } from "./department-store";
import { listingsQuery } from "./listing-store";
import { shownListing, shownMeasure } from "./shown";
import { measuresNamedQuery } from "./store";

type Departments = Reply<typeof api.listSanctions>["departments"];

const unitQueries = (db: D1Database, schemeId: string, year: number) => ({
  units: unitsQuery(db, schemeId),
  paid: paidFirmsQuery(db, schemeId, year),
  misconduct: misconductQuery(db, schemeId),
});

/** Firms of the calendar year by unit; the mark is for those whom the article names, the number for all (reading YQ-A33). */
function departmentsOf(
  { sanctions }: Scheme,
  { units, paid, misconduct }: Rows<ReturnType<typeof unitQueries>>,
  on: LocalDate,
): Outcome<Departments> {
  const { year } = partsOf(on);
  const shown: Departments = [];
  for (const { org_id, name, kind } of units) {
    const firms = paid.filter((one) => one.org_id === org_id).map((one) => ({ creditCode: one.credit_code, paidOn: one.paid_on as LocalDate }));
    const counted = paidFirmsOf(sanctions.departments, kind, firms, year, on);
    if (!counted.ok) return counted;
    const { count, flag } = counted.value;
    const figures = { count: String(count), year: String(year) };
    const cites = sanctions.departments?.cites;
    shown.push({
      orgId: org_id,
      name,
      kind,
      paidFirms: count,
      year,
      flag: flag && { code: flag, figures, ...(cites ? { article: cites.article } : {}) },
      misconduct: misconduct.filter((one) => one.org_id === org_id).map(({ type, detail, on_day }) => ({ type, detail, on: on_day })),
    });
  }
  return accept(shown);
}

export const listSanctions = verb(api.listSanctions, {
  load: ({ db, schemeId, today }) => ({
    listings: listingsQuery(db, schemeId),
    measures: measuresNamedQuery(db, schemeId),
    ...unitQueries(db, schemeId, partsOf(today).year),
  }),
  decide: ({ scheme, today }, found) => {
    const departments = departmentsOf(scheme, found, today);
    if (!departments.ok) return departments;
    return accept({
      reply: {
        listings: found.listings.map((row) => shownListing(scheme, row, today)),
        measures: found.measures.map((row) => shownMeasure(row, { institution: row.institution, caseNo: row.case_no, today })),
        departments: departments.value,
      },
    });
  },
});
