/** A voucher as its verbs meet it: read from a body, shown to a viewer, and what it books by the rules, on the fund alone or on a case's file. */
import type { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import type { VoucherView } from "../../shared/contract/fund";
import { bookClawback, type ClawbackVoucher } from "../../shared/fund/clawback-voucher";
import type { LedgerEvent, Persons } from "../../shared/fund/ledger";
import { bookVoucher, type FundVoucher, voucherLines } from "../../shared/fund/voucher";
import { type LocalDate, parseDate } from "../../shared/local-date";
import { parseYuan, yuan } from "../../shared/money";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import type { FileEvent } from "../../shared/process/loan-file";
import type { Sanction } from "../../shared/process/sanction";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Actor } from "../actor";
import type { FileNow } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import type { Books } from "./books";
import type { VoucherRow } from "./store";
import { type Undoing, type UndoVoucher, undoing } from "./undo-opening";

/** A voucher that is drawn up from what somebody typed. */
export type Voucher = FundVoucher | ClawbackVoucher | UndoVoucher;

/** The voucher that a body asks for, with every amount and day that cannot be read. */
export function voucherOf(body: Body<typeof api.drawUpVoucher>): Outcome<Voucher> {
  if (body.kind === "reverse" || body.kind === "undo_opening") return accept(body);
  const amounts = (body.kind === "open" ? body.tranches : [body]).map(({ amount }, at) =>
    parseYuan(amount, body.kind === "open" ? `tranches.${at}.amount` : "amount"),
  );
  const day = "on" in body ? parseDate(body.on, "on") : accept("" as LocalDate);
  const faults = [...amounts, day].flatMap((read) => (read.ok ? [] : read.refusals));
  const read = amounts.flatMap((amount) => (amount.ok ? [amount.value] : []));
  const [amount] = read;
  if (faults.length > 0 || !day.ok || amount === undefined) return refuseAll(faults);
  if (body.kind === "open") {
    const tranches = body.tranches.flatMap(({ adjustment }, at) => {
      const paidIn = read[at];
      return paidIn === undefined ? [] : [{ amount: paidIn, ...(adjustment?.trim() ? { adjustment: adjustment.trim() } : {}) }];
    });
    return accept({ kind: body.kind, tranches, on: day.value });
  }
  return accept(body.kind === "interest" ? { ...body, amount, on: day.value } : { ...body, amount });
}

/** What it is about: the same is not drawn up twice. */
export function aboutOf(voucher: Voucher): string | undefined {
  switch (voucher.kind) {
    case "open":
      return undefined;
    case "interest":
      return voucher.documentNo;
    case "reverse":
      return voucher.transferId;
    case "undo_opening":
      return voucher.voucherId;
    case "clawback":
      return voucher.caseId;
    case "clawback_received":
      return `${voucher.caseId}/${voucher.documentNo}`;
  }
}

/** The words that stand on it as its reason: what was typed, or the paper behind it. */
export const whyOf = (voucher: Voucher): string =>
  "why" in voucher
    ? voucher.why
    : voucher.kind === "open"
      ? voucher.tranches.flatMap(({ adjustment }) => adjustment ?? []).join("、")
      : voucher.documentNo;

export interface Booking {
  readonly id: string;
  readonly scheme: Scheme;
  readonly books: Books;
  /** The case that it is about. */
  readonly file: FileNow | undefined;
  readonly measures: readonly Sanction[];
  readonly persons: Persons;
  /** The act of the one who drew it up. */
  readonly act: Act;
  readonly reportedThrough: LocalDate | undefined;
  /** Of an import that is taken back: what it brought. */
  readonly opening?: Pick<Undoing, "cases" | "transfers">;
}

export interface Booked {
  readonly events: readonly FileEvent[];
  readonly ledger: readonly LedgerEvent[];
}

/** Asked when it is drawn up, with a second person still awaited, and again when it is checked. */
export function bookingOf(voucher: Voucher, booking: Booking): Outcome<Booked> {
  const { id, scheme, books, file, measures, persons, act, reportedThrough, opening } = booking;
  if ("caseId" in voucher) {
    if (!file) throw new Error("a voucher about a case without its file");
    return bookClawback(scheme, file.loanFile, books.view, measures, voucher, { id, persons, act });
  }
  if (voucher.kind === "undo_opening") {
    if (!opening) throw new Error("an undoing without the import that it is about");
    const undone = undoing(voucher, { scheme, books, persons, ...opening }, act.on);
    return undone.ok ? accept({ events: [], ledger: undone.value }) : undone;
  }
  const by = { id, persons, today: act.on, ...(reportedThrough ? { reportedThrough } : {}) };
  const ledger = bookVoucher(scheme.fund, books.view, voucher, by);
  return ledger.ok ? accept({ events: [], ledger: ledger.value }) : ledger;
}

export const linesOf = (scheme: Scheme, ledger: readonly LedgerEvent[]): VoucherView["lines"] =>
  voucherLines(scheme.fund.chart, ledger).map(({ says, amount }) => ({ says, amount: yuan(amount) }));

export function voucherView(row: Omit<VoucherRow, "lines"> & { readonly lines: VoucherView["lines"] }, viewer: Actor): VoucherView {
  const may = row.status === "drawn_up" && ["office", "finance"].includes(viewer.orgKind);
  return {
    id: row.id,
    kind: row.kind,
    on: row.on_day,
    lines: row.lines,
    caseId: row.case_id,
    caseNo: row.case_no,
    why: row.why,
    status: row.status,
    madeBy: row.maker,
    checkedBy: row.checker,
    recordedAt: row.recorded_at,
    actions: may ? [...(viewer.personId === row.made_by ? [] : ["checkVoucher"]), "declineVoucher"] : [],
  };
}

/** Told to the two desks whose people may check. */
export const voucherNotices = (
  db: D1Database,
  desks: Books["desks"],
  code: "voucher_drawn_up" | "voucher_done" | "voucher_declined",
  caseId: string | null,
  now: number,
): D1PreparedStatement[] =>
  desks
    .filter(({ kind }) => kind === "office" || kind === "finance")
    .map((desk) => insertNotice(db, { toOrg: desk.id, caseId, code, figures: {} }, now));
