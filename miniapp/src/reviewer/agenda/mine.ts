/** What the joint reviews ask of one unit's delegate: read off the agendas of the latest meetings. */
import { type Answer, call } from "../../api";
import { Problem } from "../../problem";

type MeetingView = Answer<"getMeeting">;
export type Place = "vote" | "other" | "ahead" | "sealed" | "recused" | "past";

export interface AgendaItem {
  place: Place;
  meeting: MeetingView["meeting"];
  item: MeetingView["agenda"][number];
  /** Who votes for the unit. */
  delegate: string;
}

/** Older meetings are reached through their cases. */
const LATEST = 12;

function placeOf(item: MeetingView["agenda"][number], seat: MeetingView["agenda"][number]["seats"][number], personId: string): Place {
  if (item.result) return "past";
  if (seat.recused !== undefined) return "recused";
  if (item.round === 0) return "ahead";
  if (seat.voted) return "sealed";
  return seat.delegate.personId === personId ? "vote" : "other";
}

/** A meeting without a case of this unit answers as one that does not exist. */
const meetingOf = (meetingId: string): Promise<MeetingView | null> =>
  call("getMeeting", { params: { meetingId } }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  });

export async function agendaOf(orgId: string, personId: string): Promise<AgendaItem[]> {
  const { meetings } = await call("listMeetings");
  const found = await Promise.all(
    meetings
      .filter((meeting) => meeting.agenda > 0)
      .slice(0, LATEST)
      .map((meeting) => meetingOf(meeting.id)),
  );
  return found.flatMap((view) =>
    (view?.agenda ?? []).flatMap((item, at, agenda) => {
      // A case that came back to the same meeting stands there twice; its result page tells all of its reviews.
      if (item.result && agenda.slice(at + 1).some((later) => later.case.id === item.case.id && later.about === item.about)) return [];
      const seat = item.seats.find((each) => each.unit.id === orgId);
      return view && seat ? [{ place: placeOf(item, seat, personId), meeting: view.meeting, item, delegate: seat.delegate.name }] : [];
    }),
  );
}
