/** Making a list public, with the fields that the document lets out and no other; and what may be told to whom. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Act, after, performedBy, standsAt } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import type { OrgKind, OrgRef } from "./party";
import { type SchemeProcess, stepById } from "./procedure";

/** What leaves the circle of those who take part. */
export interface DisclosureRules {
  /** Fields that everybody may see; none where the document keeps everything secret. */
  readonly publishes: readonly string[];
  /** Who sees cases beside the parties to them: supervisors that the document names. */
  readonly readers: readonly OrgKind[];
  readonly cites: Citation;
  /** What a firm's data may be shown to outside, and only with its consent and for a purpose. */
  readonly shares?: { readonly to: readonly OrgKind[]; readonly code: RefusalCode; readonly cites: Citation };
}

/** What was looked at, by whom and for what: kept with every look. */
export interface DataAccess {
  readonly enterpriseId: string;
  readonly to: OrgRef;
  readonly purpose: string;
  readonly on: LocalDate;
}

export interface Consent {
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** May this institution look at a firm's data today? Refuses the document's word without a consent in force, without a purpose, or to anybody else. */
export function mayLook(rules: DisclosureRules, access: DataAccess, consents: readonly Consent[]): Outcome<DataAccess> {
  const { shares } = rules;
  if (!shares) return refuse("confidential", {}, rules.cites);
  const { enterpriseId, to, purpose, on } = access;
  const agreed = consents.some((one) => one.enterpriseId === enterpriseId && one.institutionId === to.id && one.from <= on && on <= one.until);
  const lacks = !shares.to.includes(to.kind) ? "kind" : !agreed ? "consent" : purpose.trim() === "" ? "purpose" : undefined;
  return lacks ? refuse(shares.code, { missing: lacks, institution: to.name }, shares.cites) : accept(access);
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
