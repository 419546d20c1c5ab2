/** The panel that verifies a claim as it is put together: the raters' own seats, or who follows them since a merger or a new name. */
import type { CaseView } from "../../../../shared/contract/case";
import { parseDate } from "../../../../shared/local-date";
import type { Seat } from "../../../../shared/process/ballot";
import { setPanel } from "../../../../shared/process/claim-panel";
import type { Answer, Ask } from "../../api";
import { actOf, fileOf } from "../../case/file/file-of";
import type { ShownRefusal } from "../../failure";
import { schemeOf } from "../../scheme";
import type { Membership, Session } from "../../session";
import type { FieldError } from "../../ui/errors";

export type Told = Answer<"getMeeting">;
export type Unit = Told["units"][number];
export type Rater = NonNullable<CaseView["file"]>["raters"][number];

export interface SeatPlan {
  /** Another unit sits in its place. */
  followed: boolean;
  /** Who sits: the rater itself, or its successor. */
  unitId: string;
  personId: string;
  documentNo: string;
}
/** By the rater's id. */
export type Plan = Readonly<Record<string, SeatPlan>>;

export const ballotStepOf = (schemeId: string) => {
  const step = schemeOf(schemeId).claim.steps.find((each) => each.kind === "ballot");
  return step?.kind === "ballot" ? step : undefined;
};

export const delegatesOf = (schemeId: string, unit: Unit | undefined): Unit["people"] =>
  unit?.people.filter((person) => ballotStepOf(schemeId)?.delegate.titles.includes(person.title)) ?? [];

/** As they sat at the rating, each with its delegate of then while that person still may sit. */
export function firstPlan(schemeId: string, raters: readonly Rater[], units: readonly Unit[]): Plan {
  return Object.fromEntries(
    raters.map(({ unit, delegate }) => {
      const people = delegatesOf(
        schemeId,
        units.find((each) => each.id === unit.id),
      );
      const person = people.find((each) => each.personId === delegate.personId) ?? people[0];
      return [unit.id, { followed: false, unitId: unit.id, personId: person?.personId ?? "", documentNo: "" }];
    }),
  );
}

export const bodyOf = (plan: Plan, meetingId: string): Ask<"setClaimPanel">["body"] => ({
  meetingId,
  seats: Object.values(plan).map(({ unitId, personId }) => ({ orgId: unitId, personId })),
  successors: Object.entries(plan).flatMap(([from, { followed, unitId, documentNo }]) => (followed ? [{ from, to: unitId, documentNo }] : [])),
});

/** What is empty, each at its field. */
export const emptyOf = (plan: Plan, raters: readonly Rater[]): FieldError[] =>
  raters.flatMap(({ unit }) => {
    const seat = plan[unit.id];
    if (!seat) return [];
    return [
      ...(seat.followed && !seat.unitId ? [{ field: `successor.${unit.id}`, message: `还没有选${unit.name}由哪个单位承接。` }] : []),
      ...(seat.followed && !seat.documentNo.trim() ? [{ field: `document.${unit.id}`, message: `还没有填${unit.name}合并或更名的文号。` }] : []),
      ...(seat.personId ? [] : [{ field: `delegate.${unit.id}`, message: `${unit.name}还没有委派人。` }]),
    ];
  });

/** What the worker would say of this panel, by its own rules. */
export function faultsOf(view: CaseView, plan: Plan, told: Told, now: Session, role: Membership): ShownRefusal[] {
  const file = fileOf(view);
  const heldOn = parseDate(told.meeting.heldOn);
  if (!file || !heldOn.ok) return [];
  const seats = Object.values(plan).flatMap(({ unitId, personId }): Seat[] => {
    const unit = told.units.find((each) => each.id === unitId);
    const person = unit?.people.find((each) => each.personId === personId);
    return unit && person ? [{ unit: { id: unit.id, kind: unit.kind, name: unit.name }, delegate: person }] : [];
  });
  const successors = Object.entries(plan).flatMap(([from, seat]) => (seat.followed ? [{ from, to: seat.unitId, documentNo: seat.documentNo }] : []));
  const set = setPanel(
    schemeOf(view.scheme.id),
    file,
    { id: "preview", meetingId: told.meeting.id, heldOn: heldOn.value, seats, successors },
    actOf(now, role),
  );
  const names = (text: string) =>
    text
      .split("、")
      .map((id) => told.units.find((unit) => unit.id === id)?.name ?? file.raters.find((seat) => seat.unit.id === id)?.unit.name ?? id)
      .join("、");
  return set.ok
    ? []
    : set.refusals.map(({ code, figures, cites }) => ({
        code,
        figures: {
          ...figures,
          ...(figures.missing ? { missing: names(figures.missing) } : {}),
          ...(figures.extra ? { extra: names(figures.extra) } : {}),
        },
        ...(cites ? { article: cites.article } : {}),
      }));
}
