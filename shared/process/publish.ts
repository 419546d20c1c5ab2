/** Making a list public, with the fields that the document lets out and no other; and what may be told to whom. */
import type { Citation } from "../citation";
import { accept, type Outcome, refuse } from "../outcome";
import { type Act, after, performedBy, standsAt } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import type { OrgKind } from "./party";
import { type SchemeProcess, stepById } from "./procedure";

/** What leaves the circle of those who take part. */
export interface DisclosureRules {
  /** Fields that everybody may see; none where the document keeps everything secret. */
  readonly publishes: readonly string[];
  /** Who sees cases beside the parties to them: supervisors that the document names. */
  readonly readers: readonly OrgKind[];
  readonly cites: Citation;
}

/** Refuses `confidential` for a field that is not on the list, before anything is shown or exported. */
export function mayPublish(rules: DisclosureRules, fields: readonly string[]): Outcome<true> {
  const secret = fields.filter((field) => !rules.publishes.includes(field));
  return secret.length > 0 ? refuse("confidential", { field: secret.join("、") }, rules.cites) : accept(true);
}

/** The firm is named in public. Refuses `confidential` for more than the step's fields, `field_required` for less. */
export function publish(scheme: SchemeProcess, state: CaseState, fields: Readonly<Record<string, string>>, act: Act): Outcome<CaseEvent[]> {
  const placed = standsAt(state, "publish");
  if (!placed.ok) return placed;
  const step = stepById(scheme.admission, state.step);
  if (step?.kind !== "publish") return refuse("wrong_step", { status: state.status });
  const role = performedBy(step, act.actor.org.kind);
  if (!role.ok) return role;
  const may = mayPublish({ publishes: step.fields, readers: [], cites: step.cites }, Object.keys(fields));
  if (!may.ok) return may;
  const empty = step.fields.find((field) => !fields[field]?.trim());
  if (empty) return refuse("field_required", { field: empty }, step.cites, empty);
  return accept([{ type: "list_published", step: step.id, next: after(scheme.admission, step.id), fields }]);
}
