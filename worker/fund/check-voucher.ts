/** A second person checks a voucher, and the books move in the same batch; or declines it, and they do not. */
import { sql } from "drizzle-orm";
import { api } from "../../shared/contract/api";
import type { VoucherView } from "../../shared/contract/fund";
import type { Movement } from "../../shared/fund/movement";
import { mayCheck, passedBy } from "../../shared/fund/voucher";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { desksQuery, nextSerialQuery } from "../case/store";
import type { Rows } from "../database";
import { type FileNow, fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { heldForCase } from "../payment/store";
import { measuresQuery, sanctionOf } from "../sanction/store";
import { type Ctx, type LoadCtx, verb, type Write } from "../verb";
import { booksOf, booksQueries } from "./books";
import { knownOf, knownQueries, namedByVoucher, rewardByVoucher } from "./movement-store";
import { type OpeningVoucher, openCases } from "./open-cases";
import { keptOfOpening, openingOfVoucher, openingQueries, transfersOfOpening } from "./opening-store";
import { reportedThroughQuery } from "./report-store";
import { caseOfVoucher, closeVoucher, transfersOfVoucher, type VoucherFound, voucherQuery } from "./store";
import { undoCases } from "./undo-opening";
import { alsoTold, bookingOf, type Voucher, voucherNotices, voucherView } from "./voucher";
import { writeBooks } from "./write-books";

type Route = typeof api.checkVoucher;

const queries = (ctx: LoadCtx<Route>) => {
  const { db, schemeId, params, today } = ctx;
  const caseId = caseOfVoucher(params.voucherId);
  const imported = openingOfVoucher(params.voucherId);
  return {
    ...fileQueries(ctx as unknown as LoadCtx, caseId),
    ...booksQueries(db, schemeId, {
      caseId,
      payableId: rewardByVoucher(params.voucherId),
      transferIds: sql`${heldForCase(caseId)} UNION ${transfersOfVoucher(params.voucherId)} UNION ${transfersOfOpening(schemeId, imported)}`,
      of: sql`${keptOfOpening(imported)} UNION SELECT ${namedByVoucher(params.voucherId)}`,
    }),
    ...knownQueries(db, schemeId, namedByVoucher(params.voucherId), today),
    ...openingQueries(db, schemeId, imported),
    serial: nextSerialQuery(db, schemeId, partsOf(today).year),
    voucher: voucherQuery(db, schemeId, params.voucherId),
    measures: measuresQuery(db, schemeId),
    reported: reportedThroughQuery(db, schemeId),
  };
};
type Found = Rows<ReturnType<typeof queries>>;

/** What its reader sees once it is closed. */
const closed = (row: VoucherFound, status: "done" | "declined", { actor, scheme }: Pick<Ctx, "actor" | "scheme">): VoucherView =>
  voucherView({ ...row, lines: JSON.parse(row.lines) as VoucherView["lines"], status, checker: actor.personName }, actor, scheme);

/** What it is and why money moves by it, for who may close it. */
const subjectOf = ({ kind, moves }: VoucherFound) => ({ kind, ...(moves === null ? {} : { reason: (JSON.parse(moves) as Movement).reason }) });

const mayClose = ({ scheme, actor }: Pick<Ctx, "actor" | "scheme">, row: VoucherFound): Outcome<true> =>
  mayCheck(scheme.fund.chart, subjectOf(row), actor.orgKind)
    ? accept(true)
    : refuse("role_forbidden", { kind: actor.orgKind }, scheme.fund.chart.cites);

export const checkVoucher = verb(api.checkVoucher, {
  load: queries,
  decide: (ctx, found) => {
    const [row] = found.voucher;
    if (!row) return refuse("not_found");
    if (row.status !== "drawn_up") return refuse("wrong_step", { status: row.status });
    const may = mayClose(ctx, row);
    if (!may.ok) return may;
    const passed = passedBy(ctx.scheme.fund.chart, row.made_by, ctx.actor.personId);
    return passed.ok ? pass(ctx, row, found) : passed;
  },
});

/** What somebody else has drawn up, decided anew by what stands now. */
function bookedNow(ctx: Ctx<Route>, row: VoucherFound, found: Found, voucher: Voucher, file: FileNow | undefined) {
  const org = { id: row.made_org, kind: row.maker_org_kind as OrgKind, name: row.maker_org_name };
  return bookingOf(voucher, {
    id: row.id,
    scheme: ctx.scheme,
    books: booksOf(found),
    file,
    measures: found.measures.map(sanctionOf),
    persons: { madeBy: row.made_by, checkedBy: ctx.actor.personId },
    act: { actor: { personId: row.made_by, name: row.maker, org }, on: ctx.today },
    reportedThrough: found.reported[0]?.until_day as LocalDate | undefined,
    known: voucher.kind === "movement" ? knownOf(found, voucher, row.maker_org_kind as OrgKind, ctx.scheme) : undefined,
    opening: openingOf(found),
  });
}

const openingOf = ({ cases, transfers }: Found) => ({ cases, transfers: transfers.map(({ id }) => id) });

/** The import and its undoing write many cases at once; everything else the fund alone, or one case's file. */
async function pass(ctx: Ctx<Route>, row: VoucherFound, found: Found): Promise<Outcome<Write<VoucherView>>> {
  const { db, actor, now } = ctx;
  const { scheme } = ctx;
  const books = booksOf(found);
  const voucher = JSON.parse(row.body) as Voucher | OpeningVoucher;
  const closing = [
    ...closeVoucher(db, { id: row.id, by: actor.personId, now }),
    ...voucherNotices(db, books.desks, "voucher_done", row.case_id, now, alsoTold(scheme, subjectOf(row))),
  ];
  const reply = closed(row, "done", ctx);
  const plain = ctx as unknown as Ctx;
  if (voucher.kind === "opening" || voucher.kind === "undo_opening") {
    const persons = { madeBy: row.made_by, checkedBy: actor.personId };
    const written =
      voucher.kind === "opening"
        ? await openCases(plain, voucher, { voucherId: row.id, madeBy: row.made_by, books, serial: found.serial[0]?.serial ?? 1 })
        : await undoCases(plain, voucher, { id: row.id, scheme, books, persons, ...openingOf(found) });
    if (!written.ok) return written;
    const { append = [], statements = [] } = written.value;
    return accept({ append, statements: [...closing, ...statements], reply });
  }
  const file = row.case_id === null ? accept(undefined) : fileNow(ctx, found);
  if (!file.ok) return file;
  const booked = bookedNow(ctx, row, found, voucher, file.value);
  if (!booked.ok) return booked;
  if (file.value) return writeFile(plain, file.value, { ...booked.value, statements: closing }, () => reply);
  const written = await writeBooks(ctx, scheme, books, booked.value.ledger);
  return written.ok ? accept({ statements: [...written.value.statements, ...closing], reply }) : written;
}

export const declineVoucher = verb(api.declineVoucher, {
  load: ({ db, schemeId, params }) => ({ voucher: voucherQuery(db, schemeId, params.voucherId), desks: desksQuery(db, schemeId) }),
  decide: (ctx, { voucher, desks }) => {
    const [row] = voucher;
    if (!row) return refuse("not_found");
    if (row.status !== "drawn_up") return refuse("wrong_step", { status: row.status });
    const may = mayClose(ctx, row);
    if (!may.ok) return may;
    const { db, actor, now, body } = ctx;
    return accept({
      statements: [
        ...closeVoucher(db, { id: row.id, by: actor.personId, now, declinedWhy: body.why }),
        ...voucherNotices(db, desks, "voucher_declined", row.case_id, now, alsoTold(ctx.scheme, subjectOf(row))),
      ],
      reply: closed(row, "declined", ctx),
    });
  },
});
