/** The office hands in a workbook of balances and running loans: tried first and told row by row, then drawn up as one voucher that another person checks. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { SHEET_BYTES_MOST } from "../../shared/contract/file-limits";
import type { VoucherView } from "../../shared/contract/fund";
import { booksOpen } from "../../shared/fund/begun";
import { AWAITED } from "../../shared/fund/voucher";
import { yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { decideOpening, type OpeningDecided, openImport } from "../../shared/process/opening-import";
import type { OpeningSheet } from "../../shared/process/opening-sheet";
import { newId } from "../clock";
import { sha256 } from "../digest";
import { canonical } from "../event";
import { performForm } from "../form";
import { settingsOf } from "../settings";
import { type Ctx, type HonoEnv, reply, verb, type Write } from "../verb";
import { booksOf, booksQueries } from "./books";
import { openingIds } from "./open-cases";
import { openingKnown } from "./opening-known";
import { type ReadOpening, readOpening, sheetOf } from "./read-opening";
import { insertVoucher, openingUnderWayQuery, undoneCountQuery } from "./store";
import { linesOf, voucherNotices, voucherView } from "./voucher";

type Route = typeof api.importOpening;
/** The form around the workbook. */
const FORM_MOST = SHEET_BYTES_MOST + 64 * 1024;

const reportOf = (read: ReadOpening, { rows, cases }: OpeningDecided, voucher: VoucherView | null): Reply<Route> => ({
  rows: [...rows]
    .map(({ row, says, refusals }) => ({
      row,
      ok: refusals.length === 0,
      says,
      refusals: refusals.map(({ code, figures, field, cites }) => ({
        code,
        figures: { ...figures },
        ...(field ? { field } : {}),
        ...(cites ? { article: cites.article } : {}),
      })),
    }))
    .sort((a, b) => (a.ok === b.ok ? 0 : a.ok ? 1 : -1)),
  ok: cases !== undefined,
  cash: read.balance ? yuan(read.balance.cash) : "0.00",
  quota: read.balance ? yuan(read.balance.quotaUndrawn) : "0.00",
  cases: read.live.length + read.paid.length,
  voucher,
});

/** The voucher of a sheet without a fault: what it says, who is told, and what its reader sees. */
async function drawnUp(
  ctx: Ctx<Route>,
  read: ReadOpening,
  sheet: OpeningSheet,
  decided: Required<OpeningDecided>,
  undone: number,
  desks: ReturnType<typeof booksOf>["desks"],
): Promise<Outcome<Write<Reply<Route>>>> {
  const { db, schemeId, scheme, actor, now } = ctx;
  const id = newId();
  const persons = { madeBy: actor.personId, checkedBy: AWAITED };
  const opened = openImport(scheme, sheet.balance, decided.cases, openingIds(decided.cases, id, new Map()), { voucherId: id, persons });
  if (!opened.ok) return opened;
  const { on, adjustment } = sheet.balance;
  const row = { id, kind: "opening" as const, lines: linesOf(scheme, opened.value.ledger), why: adjustment ?? "" };
  // the same sheet is imported once; after it was taken back whole it may come again
  const about = `${await sha256(canonical(sheet))}#${undone}`;
  const view = voucherView(
    {
      ...row,
      on_day: on,
      case_id: null,
      case_no: null,
      moves: null,
      of_name: null,
      status: "drawn_up",
      made_by: actor.personId,
      maker: actor.personName,
      checker: null,
      recorded_at: now,
    },
    actor,
    scheme,
  );
  return accept({
    statements: [
      insertVoucher(db, { ...row, schemeId, on, body: { kind: "opening", sheet }, about, madeBy: actor.personId, madeOrg: actor.orgId, now }),
      ...voucherNotices(db, desks, "voucher_drawn_up", null, now),
    ],
    reply: reportOf(read, decided, view),
    status: 201,
  });
}

const imports = (read: Outcome<ReadOpening>) =>
  verb(api.importOpening, {
    load: ({ db, schemeId }) => ({
      ...booksQueries(db, schemeId),
      underWay: openingUnderWayQuery(db, schemeId),
      undone: undoneCountQuery(db, schemeId),
    }),
    decide: async (ctx, found) => {
      if (!read.ok) return read;
      const { db, schemeId, scheme, body, today } = ctx;
      const books = booksOf(found);
      if (booksOpen(scheme.fund, books.view) || found.underWay.length > 0) return refuse("already_exists", {}, scheme.fund.size.cites);
      const sheet = sheetOf(read.value);
      if (!sheet) return reply(reportOf(read.value, { rows: read.value.faulty }, null));
      const { known } = await openingKnown(db, schemeId, sheet);
      const { rows, cases } = decideOpening(scheme, sheet, known, read.value.faulty, today);
      if (body.dry === "1" || !cases) return reply(reportOf(read.value, { rows, ...(cases ? { cases } : {}) }, null));
      return drawnUp(ctx, read.value, sheet, { rows, cases }, found.undone[0]?.count ?? 0, books.desks);
    },
  });

export const importOpening = (c: Context<HonoEnv>): Promise<Response> =>
  performForm(c, api.importOpening, FORM_MOST, async (form) =>
    imports(form ? await readOpening(form.bytes, settingsOf(c.env).PERSON_KEY) : refuse("file_missing", {}, undefined, "file")),
  );
