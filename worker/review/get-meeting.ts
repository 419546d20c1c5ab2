/** A meeting's agenda with each case's seats and progress, the cases that still wait for one, and who can be sent. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import type { Seat } from "../../shared/process/ballot";
import type { OrgKind } from "../../shared/process/party";
import { schemeOf } from "../../shared/schemes/registry";
import { shownRow } from "../case/list-cases";
import { agendaCasesQuery, listQuery } from "../case/store";
import { verb } from "../verb";
import { shownMeeting } from "./list-meetings";
import { agendaEventsQuery, agendaQuery, delegatesQuery, meetingQuery } from "./store";

interface Told {
  readonly case_id: string;
  readonly type: string;
  readonly data: string;
}

/** The seats of a case's last schedule, who stood aside, and who has voted in the present round. */
function seatsOf(events: readonly Told[], caseId: string) {
  let seats: (Seat & { voted: boolean })[] = [];
  for (const { case_id, type, data } of events) {
    if (case_id !== caseId) continue;
    const fact = JSON.parse(data) as { seats?: Seat[]; unit?: { id: string }; reason?: string };
    if (type === "review_scheduled") seats = (fact.seats ?? []).map((seat) => ({ ...seat, voted: false }));
    if (type === "revote_opened") seats = seats.map((seat) => ({ ...seat, voted: false }));
    if (type === "ballot_cast") seats = seats.map((seat) => (seat.unit.id === fact.unit?.id ? { ...seat, voted: true } : seat));
    if (type === "seat_recused") seats = seats.map((seat) => (seat.unit.id === fact.unit?.id ? { ...seat, recused: fact.reason ?? "" } : seat));
  }
  return seats.map((seat) => ({ ...seat, unit: { ...seat.unit }, delegate: { ...seat.delegate } }));
}

export const getMeeting = verb(api.getMeeting, {
  load: ({ db, params, schemeId, mine }) => ({
    meetings: meetingQuery(db, schemeId, params.meetingId),
    agenda: agendaQuery(db, params.meetingId),
    events: agendaEventsQuery(db, params.meetingId),
    onAgenda: agendaCasesQuery(db, schemeId, params.meetingId, mine),
    waiting: listQuery(db, { schemeId, waiting: false, status: "ballot", limit: 100 }, mine, true),
    people: delegatesQuery(db, schemeId),
  }),
  decide: ({ actor, schemeId, today }, found) => {
    const meeting = found.meetings[0];
    if (!meeting) return refuse("not_found");
    const scheme = schemeOf(schemeId);
    const desk = actor.orgKind === "office" || actor.orgKind === "finance" || actor.orgKind === "auditor";
    const agenda = found.agenda.flatMap(({ case_id, round, status }) => {
      const row = found.onAgenda.find((one) => one.id === case_id);
      const seats = seatsOf(found.events, case_id);
      const visible = desk || seats.some((seat) => seat.unit.id === actor.orgId);
      return row && visible
        ? [{ case: shownRow(scheme, row, today), seats, round, result: status === "decided" || status === "deferred" ? status : null }]
        : [];
    });
    if (!desk && agenda.length === 0) return refuse("not_found");
    const units = new Map<string, { id: string; kind: OrgKind; name: string; people: { personId: string; name: string; title: string }[] }>();
    for (const { orgId, orgKind, orgName, personId, name, title } of actor.orgKind === "office" ? found.people : []) {
      const unit = units.get(orgId) ?? { id: orgId, kind: orgKind as OrgKind, name: orgName, people: [] };
      unit.people.push({ personId, name, title });
      units.set(orgId, unit);
    }
    const waiting = actor.orgKind === "office" ? found.waiting.map((row) => shownRow(scheme, row, today)) : [];
    return accept({ reply: { meeting: shownMeeting(meeting), agenda, waiting, units: [...units.values()] } });
  },
});
