/** A sample of a scheme's cases for the nightly check: whether each chain is whole, and the file where its events have brought it. Another place in their order each day. */
import { dayNumber, type LocalDate } from "../../shared/local-date";
import { replay } from "../../shared/process/case";
import type { CaseEvent } from "../../shared/process/event";
import { isFileEvent } from "../../shared/process/loan-file";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import { load } from "../database";
import type { EventRow } from "../event";
import { beginning, caseChain, follow } from "./chain-verifier";
import { eventsOfQuery, sampleQuery } from "./check-store";

const SAMPLE = 25;

/** Ids begin with hexadecimal digits: a stride that meets every beginning in 256 days. */
const placeOf = (on: LocalDate): string => ((dayNumber(on) * 37) % 256).toString(16).padStart(2, "0");

/** Where a case's own events say that it is. */
function statusOf(caseId: string, rows: readonly EventRow[]): string {
  const told = rows.flatMap((row) => {
    const event = { type: row.type, ...(JSON.parse(row.data) as object) };
    if (isFileEvent(event)) return [];
    const actor = { personId: row.actor_person, name: "", org: { id: row.actor_org, kind: row.actor_kind as OrgKind, name: "" } };
    return [{ seq: row.seq, event: event as CaseEvent, actor, occurredOn: row.occurred_on as LocalDate, recordedAt: row.recorded_at }];
  });
  return replay(caseId, told).status;
}

export async function sampledCases(
  db: D1Database,
  scheme: Scheme,
  on: LocalDate,
): Promise<{ readonly count: number; readonly findings: readonly { readonly what: string; readonly detail: string }[] }> {
  const { later, first } = await load(db, {
    later: sampleQuery(db, scheme.id, placeOf(on), SAMPLE),
    first: sampleQuery(db, scheme.id, "", SAMPLE),
  });
  const cases = [...new Map([...later, ...first].slice(0, SAMPLE).map((one) => [one.id, one])).values()];
  if (cases.length === 0) return { count: 0, findings: [] };
  const { events } = await load(db, {
    events: eventsOfQuery(
      db,
      cases.map(({ id }) => id),
    ),
  });
  const findings: { what: string; detail: string }[] = [];
  for (const { id, no, status } of cases) {
    const rows = events.filter((row) => row.case_id === id);
    const chain = caseChain(id);
    const { brokenAt } = await follow(chain, await beginning(chain), rows);
    if (brokenAt !== undefined) findings.push({ what: "case", detail: `${no} 第 ${brokenAt} 步` });
    else if (statusOf(id, rows) !== status) findings.push({ what: "case", detail: `${no}：记载 ${status}，事件到 ${statusOf(id, rows)}` });
  }
  return { count: cases.length, findings };
}
