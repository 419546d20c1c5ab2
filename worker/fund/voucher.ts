/** A voucher as its verbs meet it: read from a body, shown to a viewer, and what it books by the rules, on the fund alone or on a case's file. */
import type { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import type { VoucherView } from "../../shared/contract/fund";
import { type ReasonId, reasonOf } from "../../shared/fund/chart";
import { bookClawback, type ClawbackVoucher } from "../../shared/fund/clawback-voucher";
import type { LedgerEvent, Persons } from "../../shared/fund/ledger";
import type { Movement, MovementKnown } from "../../shared/fund/movement";
import { bookVoucher, type FundVoucher, mayCheck, voucherLines } from "../../shared/fund/voucher";
import { type LocalDate, parseDate } from "../../shared/local-date";
import { type Fen, parseYuan, yuan, ZERO } from "../../shared/money";
import { accept, type Outcome, type Refusal, refuseAll } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import type { FileEvent } from "../../shared/process/loan-file";
import type { OrgKind } from "../../shared/process/party";
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

/** The amounts and days of a body by their fields, with every one that cannot be read. */
function readTyped(amounts: Readonly<Record<string, string | undefined>>, days: Readonly<Record<string, string | undefined>>) {
  const sums = new Map<string, Fen>();
  const dates = new Map<string, LocalDate>();
  const faults: Refusal[] = [];
  for (const [field, text] of Object.entries(amounts)) {
    const read = text === undefined ? undefined : parseYuan(text, field);
    if (read?.ok) sums.set(field, read.value);
    else faults.push(...(read?.refusals ?? []));
  }
  for (const [field, text] of Object.entries(days)) {
    const read = text === undefined ? undefined : parseDate(text, field);
    if (read?.ok) dates.set(field, read.value);
    else faults.push(...(read?.refusals ?? []));
  }
  return { sums, dates, faults };
}

/** The voucher that a body asks for, with every amount and day that cannot be read. */
export function voucherOf(body: Body<typeof api.drawUpVoucher>): Outcome<Voucher> {
  if (body.kind === "reverse" || body.kind === "undo_opening") return accept(body);
  if (body.kind === "open") {
    const amounts = Object.fromEntries(body.tranches.map(({ amount }, at) => [`tranches.${at}.amount`, amount]));
    const { sums, dates, faults } = readTyped(amounts, { on: body.on });
    if (faults.length > 0) return refuseAll(faults);
    const tranches = body.tranches.map(({ adjustment }, at) => ({
      amount: sums.get(`tranches.${at}.amount`) ?? ZERO,
      ...(adjustment?.trim() ? { adjustment: adjustment.trim() } : {}),
    }));
    return accept({ kind: body.kind, tranches, on: dates.get("on") ?? ("" as LocalDate) });
  }
  if (body.kind !== "movement") {
    const { sums, faults } = readTyped({ amount: body.amount }, {});
    return faults.length > 0 ? refuseAll(faults) : accept({ ...body, amount: sums.get("amount") ?? ZERO });
  }
  const { amount, promised, earned, audit, on, maturesOn, ...rest } = body;
  const { sums, dates, faults } = readTyped({ amount, promised, earned, audit }, { on, maturesOn });
  if (faults.length > 0) return refuseAll(faults);
  const typed = Object.fromEntries([...sums, ...dates]) as unknown as Pick<Movement, "amount" | "on">;
  return accept({ ...(rest as Pick<Movement, "kind" | "reason" | "documentNo">), ...typed });
}

/** What it is about: the same is not drawn up twice. */
export function aboutOf(voucher: Voucher): string | undefined {
  switch (voucher.kind) {
    case "open":
      return undefined;
    case "movement":
      // a placement comes back once; everything else by its paper
      return `${voucher.reason}/${voucher.placement ?? voucher.documentNo}${voucher.placement ? "" : voucher.of ? `/${voucher.of}` : ""}`;
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
  /** Of a movement: what the books and the records know of it. */
  readonly known?: MovementKnown | undefined;
  /** Of an import that is taken back: what it brought. */
  readonly opening?: Pick<Undoing, "cases" | "transfers">;
}

export interface Booked {
  readonly events: readonly FileEvent[];
  readonly ledger: readonly LedgerEvent[];
}

/** Asked when it is drawn up, with a second person still awaited, and again when it is checked. */
export function bookingOf(voucher: Voucher, booking: Booking): Outcome<Booked> {
  const { id, scheme, books, file, measures, persons, act, reportedThrough, opening, known } = booking;
  if ("caseId" in voucher) {
    if (!file) throw new Error("a voucher about a case without its file");
    return bookClawback(scheme, file.loanFile, books.view, measures, voucher, { id, persons, act });
  }
  if (voucher.kind === "undo_opening") {
    if (!opening) throw new Error("an undoing without the import that it is about");
    const undone = undoing(voucher, { scheme, books, persons, ...opening }, act.on);
    return undone.ok ? accept({ events: [], ledger: undone.value }) : undone;
  }
  const by = { id, persons, today: act.on, ...(reportedThrough ? { reportedThrough } : {}), ...(known ? { known } : {}) };
  const ledger = bookVoucher(scheme.fund, books.view, voucher, by);
  return ledger.ok ? accept({ events: [], ledger: ledger.value }) : ledger;
}

export const linesOf = (scheme: Scheme, ledger: readonly LedgerEvent[]): VoucherView["lines"] =>
  voucherLines(scheme.fund.chart, ledger).map(({ says, amount }) => ({ says, amount: yuan(amount) }));

/** What its reader sees of a movement: whose account by name, and amounts in yuan. */
const movementView = (
  { reason, product, maturesOn, promised, hardship, year, audit, earned }: Movement,
  of: string | null,
): VoucherView["movement"] => ({
  reason,
  of,
  product: product ?? null,
  maturesOn: maturesOn ?? null,
  promised: promised === undefined ? null : yuan(promised),
  hardship: hardship ?? null,
  year: year ?? null,
  audit: audit === undefined ? null : yuan(audit),
  earned: earned === undefined ? null : yuan(earned),
});

export function voucherView(
  row: Omit<VoucherRow, "lines"> & { readonly lines: VoucherView["lines"] },
  viewer: Actor,
  { fund: { chart } }: Pick<Scheme, "fund">,
): VoucherView {
  const movement = row.moves === null ? null : (JSON.parse(row.moves) as Movement);
  const may = row.status === "drawn_up" && mayCheck(chart, { kind: row.kind, ...(movement ?? {}) }, viewer.orgKind);
  return {
    id: row.id,
    kind: row.kind,
    on: row.on_day,
    lines: row.lines,
    movement: movement && movementView(movement, row.of_name),
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

/** Told to the desks whose people may check. */
export const voucherNotices = (
  db: D1Database,
  desks: Books["desks"],
  code: "voucher_drawn_up" | "voucher_done" | "voucher_declined",
  caseId: string | null,
  now: number,
  also: readonly OrgKind[] = [],
): D1PreparedStatement[] =>
  desks
    .filter(({ kind }) => kind === "office" || kind === "finance" || (also as readonly string[]).includes(kind))
    .map((desk) => insertNotice(db, { toOrg: desk.id, caseId, code, figures: {} }, now));

/** Who besides the two desks draws up movements of this reason. */
export const alsoTold = (
  { fund: { chart } }: Pick<Scheme, "fund">,
  voucher: { readonly kind: string; readonly reason?: ReasonId },
): readonly OrgKind[] => (voucher.kind === "movement" && voucher.reason ? reasonOf(chart, voucher.reason)?.by : undefined) ?? [];
