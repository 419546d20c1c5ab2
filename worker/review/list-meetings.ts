/** Meetings, and a reminder when a quarter has cases waiting and no meeting (三（三）: once a quarter as a rule). */
import { quarterOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { verb } from "../verb";
import { type MeetingRow, meetingsQuery, waitingForReviewQuery } from "./store";

const PAGE = 20;
export const shownMeeting = (row: MeetingRow) => ({
  id: row.id,
  title: row.title,
  heldOn: row.held_on,
  place: row.place,
  agenda: row.agenda,
  open: row.open,
});

const readCursor = (cursor: string | undefined) => {
  const match = /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { on: match[1] ?? "", id: match[2] ?? "" } : undefined;
};

export const listMeetings = verb(api.listMeetings, {
  load: ({ db, schemeId, query, today }) => {
    const quarter = quarterOf(today);
    return {
      meetings: meetingsQuery(db, schemeId, readCursor(query.cursor), PAGE),
      cadence: waitingForReviewQuery(db, schemeId, quarter.first, quarter.last),
    };
  },
  decide: ({ query, scheme, today }, { meetings, cadence }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const page = meetings.slice(0, PAGE);
    const last = meetings.length > PAGE ? page.at(-1) : undefined;
    const { waiting = 0, held = 1 } = cadence[0] ?? {};
    const quarter = quarterOf(today);
    const rule = scheme.meetings.cadence;
    const overdue = rule && waiting > 0 && held === 0 ? { quarter: quarter.name, waiting, article: rule.article } : null;
    return accept({ reply: { meetings: page.map(shownMeeting), next: last ? `${last.held_on}.${last.id}` : null, overdue } });
  },
});
