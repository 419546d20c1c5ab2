/** A second person checks a voucher, and the books move in the same batch; or declines it, and they do not. */
import { api } from "../../shared/contract/api";
import type { VoucherView } from "../../shared/contract/fund";
import { passedBy } from "../../shared/fund/voucher";
import type { LocalDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { schemeOf } from "../../shared/schemes/registry";
import { desksQuery } from "../case/store";
import type { Rows } from "../database";
import { fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { measuresQuery, sanctionOf } from "../sanction/store";
import { type Ctx, type LoadCtx, verb, type Write } from "../verb";
import { booksOf, booksQueries, writeBooks } from "./books";
import { caseOfVoucher, closeVoucher, reportedThroughQuery, transfersOfVoucher, type VoucherFound, voucherQuery } from "./store";
import { bookingOf, type Voucher, voucherNotices, voucherView } from "./voucher";

type Route = typeof api.checkVoucher;

const queries = (ctx: LoadCtx<Route>) => {
  const { db, schemeId, params } = ctx;
  const caseId = caseOfVoucher(params.voucherId);
  return {
    ...fileQueries(ctx as unknown as LoadCtx, caseId),
    ...booksQueries(db, schemeId, { caseId, transferIds: transfersOfVoucher(params.voucherId) }),
    voucher: voucherQuery(db, schemeId, params.voucherId),
    measures: measuresQuery(db, schemeId),
    reported: reportedThroughQuery(db, schemeId),
  };
};
type Found = Rows<ReturnType<typeof queries>>;

/** What its reader sees once it is closed. */
const closed = (row: VoucherFound, status: "done" | "declined", { actor }: Pick<Ctx, "actor">): VoucherView =>
  voucherView({ ...row, lines: JSON.parse(row.lines) as VoucherView["lines"], status, checker: actor.personName }, actor);

export const checkVoucher = verb(api.checkVoucher, {
  load: queries,
  decide: (ctx, found) => {
    const [row] = found.voucher;
    if (!row) return refuse("not_found");
    if (row.status !== "drawn_up") return refuse("wrong_step", { status: row.status });
    const passed = passedBy(schemeOf(ctx.schemeId).fund.chart, row.made_by, ctx.actor.personId);
    return passed.ok ? pass(ctx, row, found) : passed;
  },
});

async function pass(ctx: Ctx<Route>, row: VoucherFound, found: Found): Promise<Outcome<Write<VoucherView>>> {
  const { db, schemeId, actor, now, today } = ctx;
  const scheme = schemeOf(schemeId);
  const file = row.case_id === null ? accept(undefined) : fileNow(ctx, found);
  if (!file.ok) return file;
  const books = booksOf(found);
  const booked = bookingOf(JSON.parse(row.body) as Voucher, {
    id: row.id,
    scheme,
    books,
    file: file.value,
    measures: found.measures.map(sanctionOf),
    persons: { madeBy: row.made_by, checkedBy: actor.personId },
    act: {
      actor: { personId: row.made_by, name: row.maker, org: { id: row.made_org, kind: row.maker_org_kind as OrgKind, name: row.maker_org_name } },
      on: today,
    },
    reportedThrough: found.reported[0]?.until_day as LocalDate | undefined,
  });
  if (!booked.ok) return booked;
  const statements = [
    ...closeVoucher(db, { id: row.id, by: actor.personId, now }),
    ...voucherNotices(db, books.desks, "voucher_done", row.case_id, now),
  ];
  const reply = closed(row, "done", ctx);
  if (file.value) return writeFile(ctx as unknown as Ctx, file.value, { ...booked.value, statements }, () => reply);
  const written = await writeBooks(ctx, scheme, books, booked.value.ledger);
  return written.ok ? accept({ statements: [...written.value.statements, ...statements], reply }) : written;
}

export const declineVoucher = verb(api.declineVoucher, {
  load: ({ db, schemeId, params }) => ({ voucher: voucherQuery(db, schemeId, params.voucherId), desks: desksQuery(db, schemeId) }),
  decide: (ctx, { voucher, desks }) => {
    const [row] = voucher;
    if (!row) return refuse("not_found");
    if (row.status !== "drawn_up") return refuse("wrong_step", { status: row.status });
    const { db, actor, now, body } = ctx;
    return accept({
      statements: [
        ...closeVoucher(db, { id: row.id, by: actor.personId, now, declinedWhy: body.why }),
        ...voucherNotices(db, desks, "voucher_declined", row.case_id, now),
      ],
      reply: closed(row, "declined", ctx),
    });
  },
});
