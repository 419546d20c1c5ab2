/** Seats of a panel as the office asks for them: each unit by the person whom it sends. */
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Seat } from "../../shared/process/ballot";
import type { Rows } from "../database";
import type { delegatesQuery } from "./store";

type Delegates = Rows<{ people: ReturnType<typeof delegatesQuery> }>["people"];

/** Refuses `delegate_invalid` for somebody who is not an active member of that unit. */
export function seatsFor(asked: readonly { readonly orgId: string; readonly personId: string }[], people: Delegates): Outcome<Seat[]> {
  const seats: Seat[] = [];
  for (const [at, { orgId, personId }] of asked.entries()) {
    const delegate = people.find((person) => person.orgId === orgId && person.personId === personId);
    if (!delegate) {
      const unit = people.find((person) => person.orgId === orgId)?.orgName ?? orgId;
      return refuse("delegate_invalid", { unit, title: "—", allowed: "—" }, undefined, `seats.${at}`);
    }
    seats.push({
      unit: { id: orgId, kind: delegate.orgKind as Seat["unit"]["kind"], name: delegate.orgName },
      delegate: { personId, name: delegate.name, title: delegate.title },
    });
  }
  return accept(seats);
}
