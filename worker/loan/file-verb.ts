/** A verb on a funded loan's file: its events, its row, whom it waits for, what it commits of the fund, and its postings, all in the case's one batch. */
import type { SQL } from "drizzle-orm";
import { stateCouncil } from "../../shared/calendar/working-day";
import type { Reply, Route } from "../../shared/contract/contract";
import type { LedgerEvent } from "../../shared/fund/ledger";
import type { InstructionStatus } from "../../shared/fund/payment";
import type { LocalDate } from "../../shared/local-date";
import { yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { dutiesOf, subsidyDuties } from "../../shared/process/file-duty";
import { evolveFile, type FileEvent, type LoanFile } from "../../shared/process/loan-file";
import { outstandingOn } from "../../shared/process/loan-life";
import { loanStageOf } from "../../shared/process/loan-stage";
import { paymentChanged } from "../../shared/process/payment-due";
import { type LoanMode, modesOf } from "../../shared/process/procedure";
import { type CaseNow, caseNow, historyQueries } from "../case/case-verb";
import { noticesOfFile } from "../case/file-notify";
import { replaceWaits, type Wait } from "../case/store";
import type { Query, Rows } from "../database";
import type { Append } from "../event";
import { type Books, booksOf, booksQueries } from "../fund/books";
import { writeBooks } from "../fund/write-books";
import { insertNotice } from "../notice/store";
import { heldForCase, payersQuery } from "../payment/store";
import { type Superseded, supersedes } from "../payment/supersede";
import { noConsentYet } from "../sanction/store";
import { type SubsidyRow, subsidiesOfCaseQuery } from "../subsidy/store";
import { subsidyAt } from "../subsidy/waits";
import { type Ctx, type LoadCtx, type Verb, verb, type Write } from "../verb";
import { commitments } from "./commitments";
import { moveLoanFile } from "./file-store";
import { asksConsent, type TransitionState, transitionOf, transitionQueries } from "./transition";

/** A funded case, and the fund behind it. */
export interface FileNow extends CaseNow {
  readonly loanFile: LoanFile;
  readonly mode: LoanMode;
  readonly books: Books;
  readonly transition: TransitionState;
  /** Of an insured loan: what its firm asked to have subsidised. */
  readonly subsidies: readonly SubsidyRow[];
  /** The banks that execute instructions. */
  readonly payers: readonly { readonly id: string }[];
}

export const fileQueries = (ctx: LoadCtx, caseId: string | SQL) => ({
  ...historyQueries(ctx, caseId),
  ...booksQueries(ctx.db, ctx.schemeId, { caseId, transferIds: heldForCase(caseId) }),
  ...transitionQueries(ctx.db, ctx.schemeId, caseId),
  subsidies: subsidiesOfCaseQuery(ctx.db, caseId),
  payers: payersQuery(ctx.db, ctx.schemeId, ctx.document.fund.payment.paidBy.kinds),
});
export type FileRows = Rows<ReturnType<typeof fileQueries>>;

/** Refuses `not_found` for a case that is not the viewer's, `wrong_step` before the loan. */
export function fileNow(ctx: Pick<Ctx, "actor" | "today" | "schemeId" | "scheme">, found: FileRows): Outcome<FileNow> {
  const now = caseNow(ctx, found);
  if (!now.ok) return now;
  const { loanFile, scheme } = now.value;
  const mode = modesOf(scheme.admission).find((one) => one.id === loanFile?.loan.mode);
  if (!loanFile || !mode) return refuse("wrong_step", { status: now.value.state.status });
  const { subsidies, payers } = found;
  return accept({ ...now.value, loanFile, mode, books: booksOf(found), transition: transitionOf(scheme, loanFile, found), subsidies, payers });
}

/** What a decision on a file asks to be written. */
export interface Decided {
  readonly events: readonly FileEvent[];
  /** Postings and approvals that go with them, before the change of what the loan commits. */
  readonly ledger?: readonly LedgerEvent[];
  readonly statements?: readonly D1PreparedStatement[];
  /** Where the payment of its claim stands after this, if the act was on it; `null` when it was taken back. */
  readonly instruction?: { readonly status: InstructionStatus } | null;
  /** The subsidies after this, if it changed one. */
  readonly subsidies?: readonly SubsidyRow[];
  /** What the government has said to an earlier deal, if it has just said it. */
  readonly transition?: TransitionState;
}

interface Around {
  readonly instruction: Decided["instruction"];
  readonly transition: TransitionState;
  readonly subsidies: readonly SubsidyRow[];
}

/** The waits that a file's duties make. */
export function fileWaits(scheme: CaseNow["scheme"], file: LoanFile, on: LocalDate, { instruction, transition, subsidies }: Around): Wait[] {
  const duties = dutiesOf(scheme, file, stateCouncil(), {
    quotaBy: scheme.fund.payment.quota?.by ?? [],
    instruction: instruction?.status,
    consentBy: asksConsent(scheme, transition),
    on,
  });
  const more = subsidyDuties(
    scheme.fund.payment,
    subsidies.map((row) => subsidyAt(scheme, row, on)),
  );
  return [...duties, ...more].flatMap((duty): Wait[] => {
    const base = { what: duty.task, dueOn: duty.due?.on ?? null };
    return "org" in duty
      ? [{ orgKind: duty.org.kind, orgId: duty.org.id, ...base }]
      : duty.kinds.map((orgKind): Wait => ({ orgKind, orgId: "*", ...base }));
  });
}

export const soonest = (waits: readonly Wait[]): string | null =>
  waits.reduce<string | null>((first, { dueOn }) => (dueOn !== null && (first === null || dueOn < first) ? dueOn : first), null);

/** A file's events as its history takes them. */
export const appendOf = (
  { file, head, act, scheme }: Pick<FileNow, "head" | "act" | "scheme"> & { readonly file: { readonly id: string } },
  events: readonly FileEvent[],
): Append => ({
  caseId: file.id,
  head,
  events: events.map(({ type, ...data }) => ({ type, data, occurredOn: act.on, ruleSet: `${scheme.id}@${scheme.ruleSet}` })),
});

/** What an act does to the payment of the claim that is under way, if it is not the payment's own: it ends where what it pays has changed. */
function paymentAfter(ctx: Writing, now: FileNow, after: LoanFile, decided: Decided): Outcome<Superseded & { readonly ended?: true }> {
  const { claim } = now.loanFile;
  if (!claim?.consent || decided.instruction !== undefined) return accept({ ledger: [], statements: [] });
  const changed = paymentChanged(now.scheme, now.loanFile, after, now.act.on);
  if (!changed) return accept({ ledger: [], statements: [] });
  const ends = supersedes(ctx, now, claim.id, now.instruction);
  return ends.ok ? accept({ ...ends.value, ended: true }) : ends;
}

type Writing = Pick<Ctx, "db" | "now" | "actor">;

/** The batch that follows from a decision on a file. */
export async function writeFile<T>(
  ctx: Writing,
  now: FileNow,
  decided: Decided,
  reply: (after: LoanFile, seq: number) => T,
): Promise<Outcome<Write<T>>> {
  const { events, statements = [] } = decided;
  const after = events.reduce<LoanFile>((file, event) => evolveFile(file, { event, actor: now.act.actor, occurredOn: now.act.on }), now.loanFile);
  const payment = paymentAfter(ctx, now, after, decided);
  if (!payment.ok) return payment;
  const ledger = [...payment.value.ledger, ...(decided.ledger ?? [])];
  const seq = (now.head?.seq ?? 0) + events.length;
  const committed = commitments(now, after, ledger, seq, ctx.actor.personId);
  if (!committed.ok) return committed;
  const books = await writeBooks(ctx, now.scheme, now.books, [...ledger, ...committed.value]);
  if (!books.ok) return books;
  const instruction = decided.instruction === undefined ? (payment.value.ended ? null : now.instruction) : decided.instruction;
  const around = { instruction, transition: decided.transition ?? now.transition, subsidies: decided.subsidies ?? now.subsidies };
  const waits = fileWaits(now.scheme, after, now.act.on, around);
  const notices = noticesOfFile(now.file.id, now.file.no, events, after, now.desks, now.act.actor.org.id, now.scheme.claim);
  return accept({
    append: events.length > 0 ? [appendOf(now, events)] : [],
    statements: [
      moveLoanFile(ctx.db, { file: after, mode: now.mode, schemeId: now.scheme.id, on: now.act.on, dueOn: soonest(waits), now: ctx.now }),
      ...replaceWaits(ctx.db, now.file.id, now.scheme.id, waits),
      ...books.value.statements,
      ...payment.value.statements,
      ...(asksConsent(now.scheme, now.transition).length > 0 ? [noConsentYet(ctx.db, now.file.id)] : []),
      ...statements,
      ...notices.map((notice) => insertNotice(ctx.db, notice, ctx.now)),
    ],
    reply: reply(after, seq),
  });
}

/** What a verb on a file answers: where the loan stands now. */
export const fileMoved = (now: FileNow, after: LoanFile, seq: number) => ({
  caseId: after.caseId,
  seq,
  stage: loanStageOf(after),
  outstanding: yuan(outstandingOn(after.life, now.act.on)),
});

type Loads = Record<string, Query<unknown>>;
type Deciding<T> = Outcome<T> | Promise<Outcome<T>>;

interface FileVerb<R extends Route, L extends Loads> {
  readonly load?: (ctx: LoadCtx<R>) => L;
  readonly decide: (ctx: Ctx<R>, now: FileNow, found: Rows<L>) => Deciding<Decided>;
  /** What is answered beside where the loan stands. */
  readonly reply?: (after: LoanFile, decided: Decided, now: FileNow) => Omit<Reply<R>, keyof ReturnType<typeof fileMoved>>;
}

/** `export const gradeLoan = fileVerb(api.gradeLoan, { decide: ({ body }, { loanFile, act }) => events(gradeLoan(loanFile.life, …, act)) })`. */
// biome-ignore lint/complexity/noBannedTypes: a verb without a load of its own finds nothing more
export function fileVerb<R extends Route, L extends Loads = {}>(route: R, { load, decide, reply }: FileVerb<R, L>): Verb<R, Loads> {
  return verb<R, Loads>(route, {
    load: (ctx) => ({ ...fileQueries(ctx as LoadCtx, (ctx.params as { caseId: string }).caseId), ...((load?.(ctx) ?? {}) as Loads) }),
    decide: async (ctx, found) => {
      const now = fileNow(ctx, found as unknown as FileRows);
      if (!now.ok) return now;
      const decided = await decide(ctx, now.value, found as unknown as Rows<L>);
      if (!decided.ok) return decided;
      return writeFile(
        ctx as Ctx,
        now.value,
        decided.value,
        (after, seq) =>
          ({
            ...fileMoved(now.value, after, seq),
            ...reply?.(after, decided.value, now.value),
          }) as Reply<R>,
      );
    },
  });
}

/** Events alone, as most decisions are. */
export const events = (outcome: Outcome<readonly FileEvent[]>): Outcome<Decided> => (outcome.ok ? accept({ events: outcome.value }) : outcome);
