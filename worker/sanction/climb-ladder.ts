/** The office answers slow recovery rung by rung: a talk, a circular, a suspension (三（七）3). */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { climb } from "../../shared/process/sanction";
import { desksQuery } from "../case/store";
import { newId } from "../clock";
import { organisationQuery } from "../identity/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { shownMeasure } from "./shown";
import { insertMeasure, type MeasureRow, measuresQuery, sanctionOf } from "./store";

const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

export const climbLadder = verb(api.climbLadder, {
  load: ({ db, schemeId, params }) => ({
    org: organisationQuery(db, params.orgId, schemeId),
    measures: measuresQuery(db, schemeId),
    desks: desksQuery(db, schemeId),
  }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { org: [org], measures, desks }) => {
    if (!org || !INSTITUTIONS.includes(org.kind)) return refuse("not_found");
    const until = body.until === undefined ? accept(undefined) : parseDate(body.until, "until");
    if (!until.ok) return until;
    const { ladder } = scheme.sanctions;
    const before = measures.filter((one) => one.org_id === org.orgId).map(sanctionOf);
    const climbed = climb(ladder, before, body.rung, body.reason, today, until.value);
    if (!climbed.ok) return climbed;
    const row: MeasureRow = {
      id: newId(),
      org_id: org.orgId,
      kind: "rung",
      what: body.rung,
      on_day: climbed.value.on,
      until_day: climbed.value.until ?? null,
      reason: climbed.value.reason,
      case_id: null,
      loan_id: null,
      ratio: null,
      article: ladder?.cites.article ?? "",
      recorded_at: now,
    };
    const figures = { institution: org.name, what: row.what };
    const readers = [org.orgId, ...desks.filter(({ kind }) => kind !== "office").map(({ id }) => id)];
    return accept({
      statements: [
        insertMeasure(db, schemeId, { ...row, made_by: actor.personId }),
        ...readers.map((toOrg) => insertNotice(db, { toOrg, code: "measure_taken", figures }, now)),
      ],
      reply: shownMeasure(row, { institution: org.name, caseNo: null, today }),
    });
  },
});
