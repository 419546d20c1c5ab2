/** Vouchers: what one person draws up and another checks before the books move. What each books is decided here, asked when it is drawn up and again when it is checked. */
import type { LocalDate } from "../local-date";
import { type Fen, minus, plus, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import { booksOpen } from "./begun";
import type { Chart, ReasonId } from "./chart";
import { reasonOf } from "./chart";
import { type FundRules, openFund } from "./fund";
import type { LedgerEvent, LedgerView, Persons } from "./ledger";
import { bookMovement, type Movement, type MovementKnown, movable } from "./movement";
import { OPENING_REASONS } from "./opening";
import { amountOf, reverse } from "./posting";

/** Vouchers about the fund alone; those about a loan's file are decided with the file. */
export type FundVoucher =
  | { readonly kind: "open"; readonly tranches: readonly { readonly amount: Fen; readonly adjustment?: string }[]; readonly on: LocalDate }
  | Movement
  | { readonly kind: "reverse"; readonly transferId: string; readonly why: string };

export interface VoucherBy {
  /** Names the transfers that follow from it. */
  readonly id: string;
  readonly persons: Persons;
  readonly today: LocalDate;
  /** The last day of the last half-year that was reported: what was told is not changed afterwards. */
  readonly reportedThrough?: LocalDate;
  /** Of a movement: what the books and the records know of it. */
  readonly known?: MovementKnown;
}

/** Who draws up and checks vouchers: the office everything, others what the document gives them. */
const OFFICE: readonly OrgKind[] = ["office"];
const CHECKERS: readonly OrgKind[] = ["office", "finance"];
export const drawersOf = (chart: Chart): readonly OrgKind[] => [...new Set([...OFFICE, ...movable(chart).flatMap(({ by }) => by)])];
export const checkersOf = (chart: Chart): readonly OrgKind[] => [...new Set([...CHECKERS, ...drawersOf(chart)])];

/** What others than the office draw up is a movement that the document gives them; who is asked for that is asked with it. */
export const mayDrawUp = (chart: Chart, kind: string, by: OrgKind): Outcome<true> =>
  kind === "movement" || OFFICE.includes(by) ? accept(true) : refuse("role_forbidden", { kind: by }, chart.cites);

/** Whoever draws up a movement also has a second person who checks it. */
export function mayCheck(chart: Chart, voucher: { readonly kind: string; readonly reason?: ReasonId }, by: OrgKind): boolean {
  const own = voucher.kind === "movement" && voucher.reason ? (reasonOf(chart, voucher.reason)?.by ?? []) : [];
  return CHECKERS.includes(by) || own.includes(by);
}

/** Stands for the second person while a voucher is only drawn up. */
export const AWAITED = "awaited";

/** Two different people, whichever of them is the higher. */
export const passedBy = (chart: Chart, madeBy: string, checkedBy: string): Outcome<true> =>
  madeBy === checkedBy ? refuse("same_person", { person: madeBy }, chart.cites) : accept(true);

/** A voucher's own day: not to come, and not within what was already reported. */
function dated(on: LocalDate, { today, reportedThrough }: VoucherBy): Outcome<true> {
  if (on > today) return refuse("date_invalid", { given: on, until: today }, undefined, "on");
  return reportedThrough !== undefined && on <= reportedThrough
    ? refuse("date_invalid", { given: on, since: reportedThrough }, undefined, "on")
    : accept(true);
}

/** What came about with an event of a case, or with an import, is not undone apart from it. */
function reversedAlone(rules: FundRules, view: LedgerView, transferId: string): Outcome<true> {
  const standing = view.standing(transferId);
  if (!standing) return refuse("not_found", { transfer: transferId }, undefined, "transferId");
  const reason = reasonOf(rules.chart, standing.transfer.reason);
  return reason?.needsCase || OPENING_REASONS.includes(standing.transfer.reason)
    ? refuse("reverse_with_case", { reason: reason?.says ?? standing.transfer.reason }, reason?.cites, "transferId")
    : accept(true);
}

/**
 * What a voucher posts. Refuses `already_exists` for books that are open, `wrong_step` for a movement before that, `date_invalid`, `reverse_with_case` for
 * what belongs to a case or an import, and what `openFund`, `bookMovement`, `post` and `reverse` refuse.
 */
export function bookVoucher(rules: FundRules, view: LedgerView, voucher: FundVoucher, by: VoucherBy): Outcome<LedgerEvent[]> {
  const { chart } = rules;
  const { id, persons, today } = by;
  const day = voucher.kind === "reverse" ? accept(true as const) : dated(voucher.on, by);
  if (!day.ok) return day;
  switch (voucher.kind) {
    case "open":
      if (booksOpen(rules, view)) return refuse("already_exists", {}, rules.size.cites);
      if (voucher.tranches.length !== rules.tranches.length)
        return refuse(
          "fund_source",
          { given: String(voucher.tranches.length), required: String(rules.tranches.length) },
          rules.size.cites,
          "tranches",
        );
      return openFund(
        rules,
        voucher.tranches.map((tranche, at) => ({ id: `${id}-${at}`, ...tranche })),
        persons,
        voucher.on,
      );
    case "movement":
      // where the document gives no parts to begin with, the first money that comes opens the books
      if (rules.tranches.length > 0 && !booksOpen(rules, view)) return refuse("wrong_step", { status: "closed" }, rules.size.cites);
      if (!by.known) throw new Error("a movement without what is known of it");
      return bookMovement(rules, view, voucher, by.known, { id, persons });
    case "reverse": {
      const alone = reversedAlone(rules, view, voucher.transferId);
      return alone.ok ? reverse(chart, view, voucher.transferId, { id, on: today, persons, why: voucher.why }) : alone;
    }
  }
}

export interface VoucherLine {
  readonly reason: ReasonId;
  readonly says: string;
  /** Below nothing for what is taken back. */
  readonly amount: Fen;
}

/** What it would book, summed by reason in the order of the chart. */
export function voucherLines(chart: Chart, events: readonly LedgerEvent[]): VoucherLine[] {
  const sums = new Map<ReasonId, Fen>();
  for (const event of events) {
    if (event.type !== "posted") continue;
    const { reason, reverses } = event.transfer;
    sums.set(reason, (reverses === undefined ? plus : minus)(sums.get(reason) ?? ZERO, amountOf(event.transfer)));
  }
  return chart.reasons.flatMap(({ id, says }) => {
    const amount = sums.get(id);
    return amount === undefined ? [] : [{ reason: id, says, amount }];
  });
}
