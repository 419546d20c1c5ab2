/** Whoever the document has for it draws up a voucher: decided by the rules as if it were checked, kept until another person has. */
import { sql } from "drizzle-orm";
import { api } from "../../shared/contract/api";
import type { VoucherView } from "../../shared/contract/fund";
import { rewardPayable } from "../../shared/fund/movement";
import { AWAITED, mayDrawUp } from "../../shared/fund/voucher";
import type { LocalDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { newId } from "../clock";
import type { Query, Rows } from "../database";
import { type FileNow, type FileRows, fileNow, fileQueries } from "../loan/file-verb";
import { measuresQuery, sanctionOf } from "../sanction/store";
import { type Ctx, type LoadCtx, verb, type Write } from "../verb";
import { type BooksRows, booksOf, booksQueries } from "./books";
import { type KnownRows, knownOf, knownQueries } from "./movement-store";
import { keptOfOpening, openingQueries, transfersOfOpening } from "./opening-store";
import { reportedThroughQuery } from "./report-store";
import { insertVoucher, openingUnderWayQuery, sameVoucherQuery, voucherQuery } from "./store";
import { aboutOf, alsoTold, bookingOf, linesOf, type Voucher, voucherNotices, voucherOf, voucherView, whyOf } from "./voucher";

type Route = typeof api.drawUpVoucher;

const commonQueries = ({ db, schemeId, today }: LoadCtx<Route>, voucher: Voucher | undefined) => {
  const moved = voucher?.kind === "movement" ? (voucher.of ?? "") : "";
  const rewards = voucher?.kind === "movement" && voucher.reason === "reward" && voucher.of !== undefined && voucher.year !== undefined;
  const payableId = rewards ? { payableId: rewardPayable(voucher.of, voucher.year) } : {};
  const undone = voucher?.kind === "undo_opening" ? voucher.voucherId : "";
  const transferIds = voucher?.kind === "reverse" ? [voucher.transferId] : transfersOfOpening(schemeId, undone);
  return {
    same: sameVoucherQuery(db, schemeId, voucher?.kind ?? "open", (voucher && aboutOf(voucher)) ?? ""),
    underWay: openingUnderWayQuery(db, schemeId),
    reported: reportedThroughQuery(db, schemeId),
    measures: measuresQuery(db, schemeId),
    imported: voucherQuery(db, schemeId, undone),
    ...openingQueries(db, schemeId, undone),
    ...booksQueries(db, schemeId, { ...payableId, transferIds, of: sql`${keptOfOpening(undone)} UNION SELECT ${moved}` }),
    ...knownQueries(db, schemeId, moved, today),
  };
};
type Found = Rows<ReturnType<typeof commonQueries>>;

export const drawUpVoucher = verb(api.drawUpVoucher, {
  load: (ctx): Record<string, Query<unknown>> => {
    const voucher = voucherOf(ctx.body);
    const found = voucher.ok ? voucher.value : undefined;
    return {
      ...commonQueries(ctx, found),
      ...(found && "caseId" in found ? fileQueries(ctx as unknown as LoadCtx, found.caseId) : {}),
    };
  },
  decide: (ctx, rows) => {
    const voucher = voucherOf(ctx.body);
    if (!voucher.ok) return voucher;
    const may = mayDrawUp(ctx.scheme.fund.chart, voucher.value.kind, ctx.actor.orgKind);
    if (!may.ok) return may;
    const found = rows as unknown as Found;
    const { kind } = voucher.value;
    if (found.same.length > 0 || (kind === "open" && found.underWay.length > 0))
      return refuse("already_exists", { voucher: aboutOf(voucher.value) ?? "" });
    const [imported] = found.imported;
    if (kind === "undo_opening" && (imported?.kind !== "opening" || imported.status !== "done")) return refuse("not_found");
    const file = "caseId" in voucher.value ? fileNow(ctx, rows as unknown as FileRows) : accept(undefined);
    return file.ok ? drawnUp(ctx, voucher.value, file.value, found) : file;
  },
});

function drawnUp(ctx: Ctx<Route>, voucher: Voucher, file: FileNow | undefined, found: Found): Outcome<Write<VoucherView>> {
  const { db, schemeId, scheme, actor, now, today } = ctx;
  const id = newId();
  const act = {
    actor: { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } },
    on: today,
  };
  const books = booksOf(found as BooksRows);
  const booked = bookingOf(voucher, {
    id,
    scheme,
    books,
    file,
    measures: found.measures.map(sanctionOf),
    persons: { madeBy: actor.personId, checkedBy: AWAITED },
    act,
    reportedThrough: found.reported[0]?.until_day as LocalDate | undefined,
    known: voucher.kind === "movement" ? knownOf(found as KnownRows, voucher, actor.orgKind, scheme) : undefined,
    opening: { cases: found.cases, transfers: found.transfers.map(({ id: transfer }) => transfer) },
  });
  if (!booked.ok) return booked;
  const row = {
    id,
    kind: voucher.kind,
    on: "on" in voucher ? voucher.on : today,
    lines: linesOf(scheme, booked.value.ledger),
    why: whyOf(voucher),
    caseId: file?.file.id,
  };
  const made = { madeBy: actor.personId, madeOrg: actor.orgId, now };
  return accept({
    statements: [
      insertVoucher(db, { ...row, schemeId, body: voucher, about: aboutOf(voucher), ...made }),
      ...voucherNotices(db, books.desks, "voucher_drawn_up", row.caseId ?? null, now, alsoTold(scheme, voucher)),
    ],
    reply: voucherView(
      {
        ...row,
        on_day: row.on,
        case_id: row.caseId ?? null,
        case_no: file?.file.no ?? null,
        moves: voucher.kind === "movement" ? JSON.stringify(voucher) : null,
        of_name: found.named[0]?.name ?? null,
        status: "drawn_up",
        made_by: actor.personId,
        maker: actor.personName,
        checker: null,
        recorded_at: now,
      },
      actor,
      scheme,
    ),
    status: 201,
  });
}
