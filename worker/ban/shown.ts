/** Findings of misconduct as their readers see them. */
import type { z } from "zod";
import type { banShape } from "../../shared/contract/ban";
import type { LocalDate } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import type { BanRule } from "../../shared/process/ban";
import type { BanFound, LiftRow } from "./store";

type Shown = z.output<typeof banShape>;

/** What lifted it: the first decision after its day. */
export const liftOf = (
  rule: BanRule,
  subject: { readonly org_id: string | null; readonly credit_code: string | null; readonly from_day: string },
  lifts: readonly LiftRow[],
): LiftRow | undefined =>
  rule.lasts === "until_decided"
    ? lifts
        .filter(
          (one) => one.rule === rule.id && one.org_id === subject.org_id && one.credit_code === subject.credit_code && one.on_day > subject.from_day,
        )
        .at(-1)
    : undefined;

export function shownBan(
  rule: BanRule,
  row: BanFound,
  lifts: readonly LiftRow[],
  viewer: { readonly personId: string; readonly today: LocalDate },
): Shown {
  const lift = liftOf(rule, row, lifts);
  const over = (row.through_day !== null && viewer.today > row.through_day) || (lift !== undefined && lift.on_day <= viewer.today);
  return {
    id: row.id,
    rule: rule.id,
    says: rule.says,
    article: rule.cites.article,
    of: rule.of,
    conduct: row.conduct,
    orgId: row.org_id,
    creditCode: row.credit_code,
    name: row.name,
    from: row.from_day,
    through: row.through_day,
    firstAllowedOn: row.first_allowed,
    lasts: typeof rule.lasts === "string" ? rule.lasts : "years",
    active: row.withdrawn_on === null && !over,
    documentNo: row.document_no,
    reason: row.reason,
    clawback: yuan(fen(row.clawback)),
    own: row.made_by === viewer.personId,
    withdrawn:
      row.withdrawn_on === null ? null : { on: row.withdrawn_on, documentNo: row.withdrawn_document ?? "", reason: row.withdrawn_reason ?? "" },
    lifted: lift ? { on: lift.on_day, documentNo: lift.document_no, reason: lift.reason } : null,
  };
}

/** What a payment brought by itself. */
export const shownPaid = (
  rule: BanRule,
  paid: { readonly credit_code: string; readonly name: string; readonly paid_on: string },
  lifts: readonly LiftRow[],
  today: LocalDate,
): Shown => ({
  ...shownBan(
    rule,
    {
      id: "",
      rule: rule.id,
      conduct: "paid",
      org_id: null,
      credit_code: paid.credit_code,
      name: paid.name,
      from_day: paid.paid_on,
      through_day: null,
      first_allowed: null,
      case_id: null,
      clawback: 0,
      document_no: "",
      reason: "",
      by_org: "",
      made_by: "",
      recorded_at: 0,
      withdrawn_on: null,
      withdrawn_document: null,
      withdrawn_reason: null,
    },
    lifts,
    { personId: "-", today },
  ),
  id: null,
});
