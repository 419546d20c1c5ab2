/** The only file that touches decisions of the conference. */
import { sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { ConferenceDecision } from "../../shared/process/conference";
import type { OrgRef } from "../../shared/process/party";
import { type Query, rows, statement } from "../database";

export interface DecisionRow {
  id: string;
  topic: string;
  document_no: string;
  decided_on: string;
  from_day: string;
  subject: string;
  says: string;
  roster: string;
}

/** The newest first. */
export const decisionsQuery = (db: D1Database, schemeId: string): Query<DecisionRow> =>
  rows(
    db,
    sql`SELECT id, topic, document_no, decided_on, from_day, subject, says, roster FROM conference_decision
      WHERE scheme_id = ${schemeId} ORDER BY decided_on DESC, recorded_at DESC`,
  );

export const decisionOf = (row: DecisionRow): ConferenceDecision => ({
  topic: row.topic,
  documentNo: row.document_no,
  decidedOn: row.decided_on as LocalDate,
  from: row.from_day as LocalDate,
  subject: row.subject,
  says: row.says,
});

export const rosterOf = ({ roster }: DecisionRow): readonly OrgRef[] => JSON.parse(roster) as OrgRef[];

export const insertDecision = (
  db: D1Database,
  row: ConferenceDecision & {
    readonly id: string;
    readonly schemeId: string;
    readonly roster: readonly OrgRef[];
    readonly personId: string;
    readonly orgId: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO conference_decision (id, scheme_id, topic, document_no, decided_on, from_day, subject, says, roster, recorded_by, recorded_org, recorded_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.topic}, ${row.documentNo}, ${row.decidedOn}, ${row.from}, ${row.subject}, ${row.says}, ${JSON.stringify(row.roster)},
        ${row.personId}, ${row.orgId}, ${row.now})`,
  );
