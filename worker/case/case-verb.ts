/** A verb on a case: loads its file, events, papers, group and desks in the one batch, lets `shared/` decide, and writes events, file, waits and notices together. */
import { type SQL, sql } from "drizzle-orm";
import { stateCouncil } from "../../shared/calendar/working-day";
import type { Reply, Route } from "../../shared/contract/contract";
import type { Tie } from "../../shared/enterprise/affiliates";
import { type BreakerState, mayGoOn, type NewBusiness } from "../../shared/fund/breaker";
import type { LocalDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import { applicationFacts } from "../../shared/process/application";
import { type CaseState, evolve, replay } from "../../shared/process/case";
import { factsWithFindings } from "../../shared/process/check";
import { dueOf } from "../../shared/process/due";
import type { CaseEvent, Recorded } from "../../shared/process/event";
import type { UsedLoan } from "../../shared/process/group";
import { declaredTies, type GroupFacts, groupFacts } from "../../shared/process/group";
import { evolveFile, type FileRecorded, fileOf, isFileEvent, type LoanFile } from "../../shared/process/loan-file";
import { barsReaching } from "../../shared/process/sanction";
import { type Bar, type Facts, isDocumentKind, type PaperFact } from "../../shared/rule/facts";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { barred } from "../ban/standing";
import { firmStandQuery } from "../ban/store";
import type { Query, Rows } from "../database";
import { type EventRow, eventsQuery, type Head } from "../event";
import { breakerOf, breakerQuery } from "../fund/books";
import { loansAroundQuery, type TieRow, tieOf, tiesQuery } from "../loan/store";
import { insertNotice } from "../notice/store";
import { instructionOfCaseQuery } from "../payment/store";
import { listingOf, listingsAroundQuery } from "../sanction/listing-store";
import { type Ctx, type LoadCtx, type Verb, verb, type Write } from "../verb";
import { desksOf } from "./desk";
import { noticesOf } from "./notify";
import { type CaseFileRow, type Desk, desksQuery, fileQuery, moveCaseFile, namesQuery, papersQuery } from "./store";
import { waitsOf } from "./waits";

/** A case and its history: what every verb on it loads, and all that a funded one needs. */
export const historyQueries = ({ db, schemeId, document, mine }: LoadCtx, caseId: string | SQL) => ({
  file: fileQuery(db, caseId, mine, desksOf(document)),
  events: eventsQuery(db, caseId),
  desks: desksQuery(db, schemeId),
  names: namesQuery(db, caseId),
  listings: listingsAroundQuery(db, caseId, schemeId),
  firmBans: firmStandQuery(db, schemeId, sql`(SELECT credit_code FROM case_file WHERE id = ${caseId})`),
  breaker: breakerQuery(db, schemeId),
  instructions: instructionOfCaseQuery(db, caseId),
});
export type HistoryRows = Rows<ReturnType<typeof historyQueries>>;

/** With the papers and the web of ties around the firm, which the rules of admission ask for. */
export const caseQueries = (ctx: LoadCtx, caseId: string | SQL) => ({
  ...historyQueries(ctx, caseId),
  papers: papersQuery(ctx.db, caseId),
  ties: tiesQuery(ctx.db, caseId, ctx.schemeId),
  loans: loansAroundQuery(ctx.db, caseId, ctx.schemeId),
});
export type CaseRows = Rows<ReturnType<typeof caseQueries>>;

/** A case as a verb meets it. */
export interface CaseNow {
  readonly scheme: Scheme;
  readonly file: CaseFileRow;
  readonly state: CaseState;
  /** What `state` was folded from, read once: a long case's events are the larger part of its bytes. */
  readonly events: readonly Recorded[];
  /** The loan's own history from its disbursement on; absent before. */
  readonly loanFile: LoanFile | undefined;
  readonly fileEvents: readonly FileRecorded[];
  /** Where the payment of its claim stands. */
  readonly instruction: CaseRows["instructions"][number] | undefined;
  /** Those under way or paid, of claims and of subsidies, the newest first. */
  readonly instructions: CaseRows["instructions"];
  readonly breaker: BreakerState;
  /** Listings that reach the firm through the representative with this key, or by its own code. */
  readonly barsFor: (representativeKey: string | undefined) => readonly Bar[];
  readonly head: Head | null;
  readonly papers: readonly PaperFact[];
  readonly ties: readonly Tie[];
  readonly loans: readonly UsedLoan[];
  readonly desks: readonly Desk[];
  readonly act: Act;
}

/** An event row as the rules read it, of the admission or of the loan's file; names are those that the records hold today. */
function recordedOf(row: EventRow, names: ReadonlyMap<string, string>): Recorded | FileRecorded {
  const { actor_kind: kind } = row;
  return {
    seq: row.seq,
    event: { type: row.type, ...(JSON.parse(row.data) as object) } as never,
    actor: {
      personId: row.actor_person,
      name: names.get(row.actor_person) ?? "",
      org: { id: row.actor_org, kind: kind as never, name: names.get(row.actor_org) ?? "" },
    },
    occurredOn: row.occurred_on as LocalDate,
    recordedAt: row.recorded_at,
  };
}

export const papersOf = (rows: readonly { kind: string; fiscal_year: number | null }[]): PaperFact[] =>
  rows.flatMap(({ kind, fiscal_year }) => (isDocumentKind(kind) ? [{ kind, ...(fiscal_year === null ? {} : { fiscalYear: fiscal_year }) }] : []));

/** A case and, once it is funded, its loan's file, from their one history. */
export function tellOf(caseId: string, found: readonly EventRow[], names: ReadonlyMap<string, string>) {
  const recorded = found.map((row) => recordedOf(row, names));
  const isOfFile = (one: Recorded | FileRecorded): one is FileRecorded => isFileEvent(one.event);
  const events = recorded.filter((one): one is Recorded => !isOfFile(one));
  const fileEvents = recorded.filter(isOfFile);
  const state = replay(caseId, events);
  const opened = state.loan ? fileOf(state) : undefined;
  return { state, events, fileEvents, loanFile: opened?.ok ? fileEvents.reduce(evolveFile, opened.value) : undefined };
}

/** A case that is not the viewer's answers as one that does not exist. */
export function caseNow(ctx: Pick<Ctx, "actor" | "today" | "schemeId" | "scheme">, found: HistoryRows & Partial<CaseRows>): Outcome<CaseNow> {
  const file = found.file[0];
  return file?.visible === 1 && file.scheme_id === ctx.schemeId ? accept(nowOf(ctx, file, found)) : refuse("not_found");
}

/** A case as its rows tell it, whoever asks. */
export function nowOf(ctx: Pick<Ctx, "actor" | "today" | "scheme">, file: CaseFileRow, found: HistoryRows & Partial<CaseRows>): CaseNow {
  const { actor } = ctx;
  const names = new Map(found.names.map(({ id, name }) => [id, name]));
  const last = found.events.at(-1);
  const told = tellOf(file.id, found.events, names);
  const listings = found.listings.map(listingOf);
  return {
    scheme: ctx.scheme,
    file,
    ...told,
    instruction: found.instructions[0],
    instructions: found.instructions,
    breaker: breakerOf(found.breaker),
    barsFor: (representativeKey) => barsReaching(listings, { creditCode: file.credit_code, ...(representativeKey ? { representativeKey } : {}) }),
    head: last ? { seq: last.seq, hash: last.hash } : null,
    papers: papersOf(found.papers ?? []),
    ties: (found.ties ?? []).map((row: TieRow) => tieOf(row)),
    loans: found.loans ?? [],
    desks: found.desks,
    act: {
      actor: { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } },
      on: ctx.today,
    },
  };
}

/** The group of the case's firm against the loans made so far. Refuses `parameter_not_in_force`. */
export function groupOfCase(now: CaseNow, extra: readonly Tie[] = []): Outcome<GroupFacts> {
  const { equityThreshold } = now.scheme;
  if (!equityThreshold) return accept(groupFacts(now.file.credit_code, [], now.loans, "1"));
  const threshold = valueOn(equityThreshold, now.act.on);
  if (!threshold.ok) return threshold;
  return accept(groupFacts(now.file.credit_code, [...now.ties, ...extra], now.loans, threshold.value));
}

/** Everything the rules may ask of a submitted case today: application, papers, screening's findings, the group's loans. */
export function factsOfCase(now: CaseNow): Outcome<Facts> {
  const { application, appliedOn, checks, registered } = now.state;
  // what an institution told of its loan was judged with it
  if (registered) return accept(registered.facts);
  if (!application || !appliedOn) return refuse("wrong_step", { status: now.state.status });
  const group = groupOfCase(now, declaredTies(application));
  if (!group.ok) return group;
  const base = factsWithFindings(applicationFacts(application, now.papers, appliedOn), checks.at(-1)?.findings ?? []);
  const { ownLoans, groupLoans, suspectedTies } = group.value;
  return accept({ ...base, ownLoans, groupLoans, suspectedTies, bars: now.barsFor(application.representative.key) });
}

export interface Effects {
  readonly statements?: readonly D1PreparedStatement[];
  readonly outbox?: readonly string[];
}

/** The state after events that were just decided. */
export const afterOf = (ctx: Ctx, now: CaseNow, events: readonly CaseEvent[]): CaseState =>
  events.reduce<CaseState>(
    (state, event, at) =>
      evolve(state, { seq: (now.head?.seq ?? 0) + at + 1, event, actor: now.act.actor, occurredOn: now.act.on, recordedAt: ctx.now }),
    now.state,
  );

/** The batch that follows from events: the events, the file, whom it waits for, the notices, and what else the verb writes. */
export function writeCase<T>(
  ctx: Ctx,
  now: CaseNow,
  events: readonly CaseEvent[],
  after: CaseState,
  { statements = [], outbox = [] }: Effects,
  reply: T,
): Write<T> {
  const due = dueOf(now.scheme, after, stateCouncil());
  const waits = waitsOf(now.scheme.admission, after, due?.on ?? null);
  const moved = moveCaseFile(ctx.db, {
    caseId: now.file.id,
    schemeId: now.file.scheme_id,
    status: after.status,
    step: after.step,
    since: after.since ?? null,
    dueOn: due?.on ?? null,
    need: after.application?.need.amount ?? null,
    tier: after.tier?.choice ?? null,
    focusField: after.application?.focus.field || null,
    recommenderOrg: (after.recommendation?.by ?? after.addressedTo)?.id ?? null,
    submittedOn: after.appliedOn ?? after.registered?.on ?? null,
    recommendedOn: after.recommendation?.on ?? null,
    waits,
    now: ctx.now,
  });
  // only who is new to it: a case that goes on waiting for the same desk tells it nothing twice
  const waiting = after.step === now.state.step ? [] : waits.filter(({ orgId }) => orgId === "*").map(({ orgKind }) => orgKind);
  const notices = noticesOf(now.file.id, now.file.no, events, after, now.desks, now.act.actor.org.id, waiting).map((notice) =>
    insertNotice(ctx.db, notice, ctx.now),
  );
  const appended = events.map(({ type, ...data }) => ({ type, data, occurredOn: now.act.on, ruleSet: `${now.scheme.id}@${now.scheme.ruleSet}` }));
  return {
    append: [{ caseId: now.file.id, head: now.head, events: appended }],
    statements: [...moved, ...statements, ...notices],
    outbox,
    reply,
  };
}

export interface Moved {
  readonly caseId: string;
  readonly seq: number;
  readonly status: CaseState["status"];
  readonly step: string;
}
export const movedReply = (after: CaseState): Moved => ({ caseId: after.id, seq: after.seq, status: after.status, step: after.step });

type Loads = Record<string, Query<unknown>>;

interface CaseVerb<R extends Route, L extends Loads> {
  /** New business of this kind, which a document may have a paused fund stop. */
  readonly newBusiness?: NewBusiness;
  /** What a firm that is barred may not do, though a paused fund lets it. */
  readonly unbarred?: true;
  readonly load?: (ctx: LoadCtx<R>) => L;
  readonly decide: (ctx: Ctx<R>, now: CaseNow, found: Rows<L>) => Outcome<readonly CaseEvent[]> | Promise<Outcome<readonly CaseEvent[]>>;
  readonly effects?: (
    ctx: Ctx<R>,
    now: CaseNow,
    events: readonly CaseEvent[],
    after: CaseState,
    found: Rows<L>,
  ) => Effects | Promise<Outcome<Effects>>;
  readonly reply?: (after: CaseState, events: readonly CaseEvent[], now: CaseNow) => Reply<R>;
}

/** `export const openScreening = caseVerb(api.openScreening, { decide: (ctx, now) => openCheckWith(now.scheme, now.state, …, now.act) })`; answers where the case stands. */
// biome-ignore lint/complexity/noBannedTypes: a verb without a load of its own finds nothing more
export function caseVerb<R extends Route, L extends Loads = {}>(
  route: R,
  { newBusiness, unbarred, load, decide, effects, reply }: CaseVerb<R, L>,
): Verb<R, Loads> {
  return verb<R, Loads>(route, {
    load: (ctx) => ({ ...caseQueries(ctx as LoadCtx, (ctx.params as { caseId: string }).caseId), ...((load?.(ctx) ?? {}) as Loads) }),
    decide: async (ctx, found) => {
      const now = caseNow(ctx, found as unknown as CaseRows);
      if (!now.ok) return now;
      const { scheme, breaker, act } = now.value;
      const going = newBusiness ? mayGoOn(scheme.fund.breaker, breaker, newBusiness, act.on) : accept(true);
      if (!going.ok) return going;
      const free = newBusiness || unbarred ? barred(scheme, (found as unknown as CaseRows).firmBans, act.on) : accept(true);
      if (!free.ok) return free;
      const events = await decide(ctx, now.value, found as unknown as Rows<L>);
      if (!events.ok) return events;
      const after = afterOf(ctx as Ctx, now.value, events.value);
      const made = (await effects?.(ctx, now.value, events.value, after, found as unknown as Rows<L>)) ?? {};
      const done = "ok" in made ? made : accept(made);
      if (!done.ok) return done;
      const answer = reply?.(after, events.value, now.value) ?? (movedReply(after) as Reply<R>);
      return accept(writeCase(ctx as Ctx, now.value, events.value, after, done.value, answer));
    },
  });
}
