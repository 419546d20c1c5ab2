/** A change as a person asks for it, held against the document as it stands: the value in its own form, then who, from when, on which paper. */
import { parseDate } from "../../shared/local-date";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import { type Change, changeParameter } from "../../shared/process/change";
import type { ConferenceDecision } from "../../shared/process/conference";
import type { Parameter } from "../../shared/rule/parameter";
import { readTyped, type Typed } from "../../shared/rule/typed-value";
import { shapeOf } from "../../shared/rule/value-shape";
import type { Scheme } from "../../shared/schemes/scheme";
import { actOf } from "../actor";
import type { Ctx } from "../verb";

/** Refuses `field_invalid` for a number that the document does not have. */
export function numberOf(scheme: Scheme, key: string): Outcome<Parameter<unknown>> {
  const parameter = scheme.parameters.find((one) => one.key === key);
  return parameter ? accept(parameter) : refuse("field_invalid", { given: key.slice(0, 40) }, undefined, "key");
}

export function valueGiven(scheme: Scheme, key: string, typed: Typed): Outcome<unknown> {
  const parameter = numberOf(scheme, key);
  return parameter.ok ? readTyped(shapeOf(parameter.value), typed) : parameter;
}

/** One field takes the paper's number, whichever paper the document asks for. */
const atField = (refusal: Refusal): Refusal =>
  refusal.field === "decisionNo" || refusal.field === "paperNo" || refusal.code === "decision_required"
    ? { ...refusal, field: "documentNo" }
    : refusal;

export function mayChange(
  ctx: Pick<Ctx, "actor" | "today" | "scheme">,
  { key, value, from, documentNo }: { readonly key: string; readonly value: unknown; readonly from: string; readonly documentNo: string },
  decisions: readonly ConferenceDecision[],
): Outcome<Parameter<unknown>> {
  const day = parseDate(from, "from");
  if (!day.ok) return day;
  const paper: Partial<Change> = documentNo ? { decisionNo: documentNo, paperNo: documentNo } : {};
  const changed = changeParameter(ctx.scheme, { key, value, from: day.value, ...paper }, decisions, actOf(ctx.actor, ctx.today));
  return changed.ok ? changed : refuseAll(changed.refusals.map(atField));
}
