/** What was approved and not paid: what each comes to today and by which way, which money would pay it, and what stands in its way. */
import { Decimal } from "decimal.js";
import { api } from "../../shared/contract/api";
import type { PayableView } from "../../shared/contract/payment";
import { freeFunds } from "../../shared/fund/balances";
import { drawUp, planPayment } from "../../shared/fund/payment";
import { fen, yuan } from "../../shared/money";
import { accept, type Outcome, type Refusal, refuse } from "../../shared/outcome";
import type { LoanFile } from "../../shared/process/loan-file";
import { claimDue, type PaymentDue, subsidyDue } from "../../shared/process/payment-due";
import { mayBePaid } from "../../shared/process/watch";
import { tellOf } from "../case/case-verb";
import { shownDerived, shownRefusal } from "../case/view-parts";
import { sumsOf, sumsQueries } from "../claim/sums-store";
import type { Rows } from "../database";
import { type Books, booksOf, booksQueries, payableOfRow } from "../fund/books";
import { spentQuery } from "../fund/ceilings";
import { agreementsInForceQuery } from "../institution/store";
import { loweredOf } from "../loan/standing";
import { standsBehind } from "../loan/transition";
import { measuresQuery } from "../sanction/store";
import { type LoadCtx, verb } from "../verb";
import { watchQueries, watchStanding } from "../watch/standing";
import { casesOfPage, historiesQuery, type PayableAfter, type PayableFound, payablesQuery, subsOfPage } from "./payable-store";
import { type Meeting, tillOf } from "./till";
import { aheadFor, ownOnly } from "./view";

type Route = typeof api.listPayables;

/** `<approved_seq>.<approved_at>.<id>` of the last row of a page. */
function readAfter(cursor: string | undefined): PayableAfter | undefined {
  const match = /^(\d{1,15})\.(\d{1,15})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { seq: Number(match[1]), at: Number(match[2]), id: match[3] ?? "" } : undefined;
}

const queries = (ctx: LoadCtx<Route>) => {
  const { db, schemeId, document, mine, query, today } = ctx;
  const page = { schemeId, own: { mine, kinds: ownOnly(document.fund.payment) }, after: readAfter(query.cursor), limit: query.limit };
  return {
    ...booksQueries(db, schemeId, { of: subsOfPage(page) }),
    page: payablesQuery(db, page),
    histories: historiesQuery(db, page),
    agreementsNow: agreementsInForceQuery(db, schemeId, today),
    measuresNow: measuresQuery(db, schemeId),
    spent: spentQuery(db, schemeId),
    ...watchQueries(ctx),
    ...sumsQueries(ctx, casesOfPage(page)),
  };
};
type Found = Rows<ReturnType<typeof queries>>;
type Now = Pick<Parameters<typeof loweredOf>[0], "scheme" | "act">;

function dueOf(now: Now, row: PayableFound, file: LoanFile | undefined, found: Found): Outcome<PaymentDue> {
  const { scheme, act } = now;
  const approved = payableOfRow(row);
  if (row.reason === "subsidy") {
    if (!scheme.subsidy || row.premium === null || row.refunded === null) return refuse("wrong_step", { status: "—" });
    return subsidyDue(scheme.subsidy, { premium: fen(row.premium), refunded: fen(row.refunded) }, approved, act.on);
  }
  if (!file) return refuse("wrong_step", { status: "—" });
  const lowered = loweredOf(now, file, found);
  if (!lowered.ok) return lowered;
  const sums = sumsOf(scheme, file, found, act.on);
  return sums.ok ? claimDue(scheme, file, approved, act.on, lowered.value, sums.value) : sums;
}

/** That a decision pauses the institution behind the loan. */
function pausesOf({ scheme, act }: Now, row: PayableFound, file: LoanFile | undefined, found: Found): readonly Refusal[] {
  if (row.reason === "subsidy" || !file || row.instruction_no !== null) return [];
  const watched = watchStanding(scheme, found, standsBehind(scheme, file).id, act.on);
  const may = watched.ok ? mayBePaid(scheme.watch, watched.value.pausedBy) : watched;
  return may.ok ? [] : may.refusals;
}

/** What a try to draw it up meets now, and the money that would pay it; neither while an instruction is under way. */
function tried({ scheme, act }: Now, books: Books, row: PayableFound, due: PaymentDue, meeting: Meeting): Pick<PayableView, "plan" | "obstacles"> {
  if (row.instruction_no !== null) return { obstacles: [] };
  const { on } = meeting;
  const till = tillOf(scheme, books, meeting);
  const [kind] = scheme.fund.payment.instructedBy;
  const { amount: asked, basis, shares } = due;
  const order = { no: "—", payableId: row.id, asked, basis, ...(shares ? { shares } : {}) };
  const drawn = drawUp(till, order, { personId: act.actor.personId, kind: kind ?? act.actor.org.kind }, on);
  const plan = planPayment(till.rules, asked, freeFunds(till.chart, till.view, payableOfRow(row).subs), on);
  return {
    ...(plan.ok
      ? { plan: { path: plan.value.path, account: yuan(plan.value.account), quota: yuan(plan.value.quota), unfunded: yuan(plan.value.unfunded) } }
      : {}),
    obstacles: drawn.ok ? [] : drawn.refusals.map(shownRefusal),
  };
}

const percent = (share: string): string => new Decimal(share).times(100).toString();

export const listPayables = verb(api.listPayables, {
  load: queries,
  decide: ({ query, scheme, today, actor }, found) => {
    if (query.cursor && !readAfter(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const act = {
      actor: { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } },
      on: today,
    };
    const page = found.page.slice(0, query.limit);
    const books = booksOf({ ...found, payables: page });
    const payables = page.map((row): PayableView => {
      const events = found.histories.filter(({ case_id: caseId }) => caseId === row.case_id);
      const { loanFile } = tellOf(row.case_id, events, new Map());
      const due = dueOf({ scheme, act }, row, loanFile, found);
      const queued = books.queue.indexOf(row.id);
      const { shares } = loanFile?.loan ?? {};
      const pauses = pausesOf({ scheme, act }, row, loanFile, found).map(shownRefusal);
      const ahead = aheadFor(scheme.fund.payment, actor, row.ahead === null ? [] : [row.ahead], row.id);
      const meeting = { ahead, spent: found.spent, on: today };
      const met = due.ok ? tried({ scheme, act }, books, row, due.value, meeting) : { obstacles: due.refusals.map(shownRefusal) };
      return {
        id: row.id,
        reason: row.reason,
        caseId: row.case_id,
        caseNo: row.case_no,
        enterprise: row.enterprise,
        payee: { id: row.payee_org, name: row.payee },
        approved: yuan(fen(row.amount)),
        approvedOn: row.approved_on,
        ...(row.document_no === null ? {} : { documentNo: row.document_no }),
        ...(due.ok ? { today: shownDerived(due.value) } : {}),
        ...(queued < 0 ? {} : { queued: queued + 1 }),
        ...(row.instruction_no === null || row.instruction_status === null
          ? {}
          : { instruction: { no: row.instruction_no, status: row.instruction_status } }),
        ...(shares && row.reason !== "subsidy" ? { shares: [percent(shares.payee), percent(shares.lender)] } : {}),
        ...met,
        ...(pauses.length > 0 ? { obstacles: pauses } : {}),
      };
    });
    const last = found.page.length > query.limit ? page.at(-1) : undefined;
    const { cash, quota } = freeFunds(scheme.fund.chart, books.view);
    return accept({
      reply: {
        payables,
        next: last ? `${last.approved_seq}.${last.approved_at}.${last.id}` : null,
        paused: books.state.state === "PAUSED",
        cash: yuan(cash),
        quota: yuan(quota),
      },
    });
  },
});
