/** A meeting's agenda, ratings and claims, with each one's seats and progress, what still waits for a meeting, and who can be sent. */

import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import type { Seat } from "../../shared/process/ballot";
import type { OrgKind } from "../../shared/process/party";
import { desksOf } from "../case/desk";
import { shownRow } from "../case/list-cases";
import { agendaCasesQuery, claimsForPanelQuery, listQuery } from "../case/list-store";
import { verb } from "../verb";
import { shownMeeting } from "./list-meetings";
import { type About, type AgendaRow, agendaEventsQuery, agendaQuery, delegatesQuery, meetingQuery } from "./store";

interface Told {
  readonly case_id: string;
  readonly type: string;
  readonly data: string;
}

interface Fact {
  readonly reviewId?: string;
  readonly seats?: Seat[];
  readonly panel?: { readonly id: string; readonly seats: Seat[] };
  readonly unit?: { readonly id: string };
  readonly reason?: string;
}

/** The seats of one review, who stood aside, and who has voted in the present round. Of a claim's events each belongs to the panel that was set last. */
function seatsOf(events: readonly Told[], { case_id: caseId, review_id: reviewId }: AgendaRow) {
  let seats: (Seat & { voted: boolean })[] = [];
  let panel = "";
  for (const { case_id, type, data } of events) {
    if (case_id !== caseId) continue;
    const fact = JSON.parse(data) as Fact;
    if (fact.panel) panel = fact.panel.id;
    if ((fact.reviewId ?? panel) !== reviewId) continue;
    if (type === "review_scheduled" || type === "claim_panel_set")
      seats = (fact.seats ?? fact.panel?.seats ?? []).map((seat) => ({ ...seat, voted: false }));
    if (type === "revote_opened" || type === "claim_revote_opened") seats = seats.map((seat) => ({ ...seat, voted: false }));
    if (type === "ballot_cast" || type === "claim_ballot_cast")
      seats = seats.map((seat) => (seat.unit.id === fact.unit?.id ? { ...seat, voted: true } : seat));
    if (type === "seat_recused") seats = seats.map((seat) => (seat.unit.id === fact.unit?.id ? { ...seat, recused: fact.reason ?? "" } : seat));
  }
  return seats.map((seat) => ({ ...seat, unit: { ...seat.unit }, delegate: { ...seat.delegate } }));
}

function resultOf({ status, dropped }: AgendaRow): string | null {
  if (dropped === 1) return "dropped";
  return status === "decided" || status === "deferred" ? status : null;
}

export const getMeeting = verb(api.getMeeting, {
  load: ({ db, params, schemeId, mine }) => ({
    meetings: meetingQuery(db, schemeId, params.meetingId),
    agenda: agendaQuery(db, params.meetingId),
    events: agendaEventsQuery(db, params.meetingId),
    onAgenda: agendaCasesQuery(db, schemeId, params.meetingId, mine),
    waiting: listQuery(db, { schemeId, waiting: false, status: "ballot", limit: 100 }, mine, true),
    claims: claimsForPanelQuery(db, schemeId, mine, 100),
    people: delegatesQuery(db, schemeId),
  }),
  decide: ({ actor, scheme, today }, found) => {
    const meeting = found.meetings[0];
    if (!meeting) return refuse("not_found");
    const desk = desksOf(scheme).includes(actor.orgKind);
    const agenda = found.agenda.flatMap((review) => {
      const row = found.onAgenda.find((one) => one.id === review.case_id);
      const seats = seatsOf(found.events, review);
      const visible = desk || seats.some((seat) => seat.unit.id === actor.orgId);
      return row && visible
        ? [{ about: review.about, case: shownRow(scheme, row, today), seats, round: review.round, result: resultOf(review) }]
        : [];
    });
    if (!desk && agenda.length === 0) return refuse("not_found");
    const units = new Map<string, { id: string; kind: OrgKind; name: string; people: { personId: string; name: string; title: string }[] }>();
    for (const { orgId, orgKind, orgName, personId, name, title } of actor.orgKind === "office" ? found.people : []) {
      const unit = units.get(orgId) ?? { id: orgId, kind: orgKind as OrgKind, name: orgName, people: [] };
      unit.people.push({ personId, name, title });
      units.set(orgId, unit);
    }
    const asked: [About, typeof found.waiting][] = [
      ["rating", found.waiting],
      ["claim", found.claims],
    ];
    const waiting = asked.flatMap(([about, rows]) =>
      actor.orgKind === "office" ? rows.map((row) => ({ about, ...shownRow(scheme, row, today) })) : [],
    );
    return accept({ reply: { meeting: shownMeeting(meeting), agenda, waiting, units: [...units.values()] } });
  },
});
