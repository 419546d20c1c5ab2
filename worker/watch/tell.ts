/** Telling marks that an institution passed: once a month to itself and to those who decide. */
import type { Marked } from "../../shared/process/watch";
import type { Desk } from "../case/store";
import { writeTold } from "../loan/flag-store";
import { insertNotices } from "../notice/store";

export interface MarksToTell {
  readonly orgId: string;
  readonly name: string;
  readonly period: string;
  readonly marks: readonly Marked[];
  readonly desks: readonly Desk[];
  readonly told: readonly { readonly code: string; readonly period: string }[];
}

export function marksTold(
  db: D1Database,
  schemeId: string,
  { orgId, name, period, marks, desks, told }: MarksToTell,
  now: number,
): D1PreparedStatement[] {
  const once = `${orgId} ${period}`;
  return marks
    .filter(({ mark }) => !told.some((one) => one.code === mark.code && one.period === once))
    .flatMap(({ mark, figures }) => [
      ...insertNotices(
        db,
        [orgId, ...desks.map(({ id }) => id)].map((toOrg) => ({ toOrg, code: mark.code, figures: { institution: name, ...figures } })),
        now,
      ),
      writeTold(db, { schemeId, caseId: "", code: mark.code, period: once, at: now }),
    ]);
}
