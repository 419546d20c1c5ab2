/** An institution enters a loan that it made: into the firm's listed case, or as a case of its own; or tries what the document would say to it. */
import { api } from "../../shared/contract/api";
import { partsOf } from "../../shared/local-date";
import { timesRatio, yuan } from "../../shared/money";
import { accept, type Outcome, type Refusal, refuse } from "../../shared/outcome";
import type { CaseEvent, LoanRecord } from "../../shared/process/event";
import { modesOf } from "../../shared/process/procedure";
import { standsBy } from "../../shared/process/registration";
import type { Scheme } from "../../shared/schemes/scheme";
import { afterOf, caseNow, movedReply, writeCase } from "../case/case-verb";
import { addGrams, addParty, openCaseFile } from "../case/store";
import { insertFirms } from "../identity/store";
import { type Ctx, type LoadCtx, reply, verb, type Write } from "../verb";
import { coverLoan } from "./cover-loan";
import { limitedOf } from "./lending-facts";
import { lentLoanOf, sumsStand } from "./lending-store";
import { listedCaseFor, type Registering, type RegisteringRows, registering, registeringQueries } from "./registering";
import { keepRegistration } from "./registration-store";

/** What the fund stands behind of the principal. */
function standsOf(scheme: Scheme, loan: LoanRecord) {
  const mode = modesOf(scheme.admission).find(({ id }) => id === loan.mode);
  if (!loan.stands || !mode) return {};
  const { ratio } = loan.stands;
  return { stands: { ratio, amount: yuan(timesRatio(loan.principal, ratio, "half_up")), article: standsBy(mode).article } };
}

const registeredOf = (events: readonly CaseEvent[]) => events.find((event) => event.type === "loan_registered");

/** Everything that one entered loan writes, in the order in which the rows need each other. */
async function written(ctx: Ctx, found: RegisteringRows, done: Registering): Promise<Outcome<Pick<Write<never>, "append" | "statements">>> {
  const { db, now: at, schemeId, scheme, today, actor } = ctx;
  const { now, fresh, newFirm, enterprise, read, events } = done;
  const event = registeredOf(events);
  if (!event) throw new Error("entered without its event");
  const { loan } = event;
  const after = afterOf(ctx, now, events);
  const covered = await coverLoan(ctx, now, after, found);
  if (!covered.ok) return covered;
  const { year } = partsOf(today);
  const begun = {
    id: now.file.id,
    schemeId,
    year,
    serial: found.serial[0]?.serial ?? 1,
    no: now.file.no,
    orgId: enterprise.id,
    name: enterprise.name,
    creditCode: read.creditCode,
    on: today,
    now: at,
    registered: true as const,
  };
  const row = {
    caseId: now.file.id,
    schemeId,
    byOrg: actor.orgId,
    lenderOrg: loan.lender.id,
    partnerOrg: loan.partner?.id ?? null,
    creditCode: read.creditCode,
    mode: loan.mode,
    contractNo: loan.contractNo,
    principal: loan.principal,
    disbursedOn: loan.disbursedOn,
    state: "review" as const,
    on: today,
    now: at,
  };
  const kept = [
    addGrams(db, schemeId, now.file.id, [loan.contractNo]),
    keepRegistration(db, row),
    ...[loan.lender, ...(loan.partner ? [loan.partner] : [])].map((org) => addParty(db, now.file.id, org.id, "lead")),
    ...covered.value,
  ];
  const stood = sumsStand(db, {
    schemeId,
    creditCode: read.creditCode,
    lent: found.lent.map(lentLoanOf),
    lenderId: loan.lender.id,
    areaId: loan.lender.id,
    owed: found.owed[0] ?? { fund: 0, lender: 0, area: 0 },
    limited: limitedOf(scheme),
  });
  const { append, statements = [] } = writeCase(ctx, now, events, after, { statements: kept }, undefined);
  return accept({
    ...(append ? { append } : {}),
    statements: [
      ...stood,
      ...(newFirm ? [insertFirms(db, schemeId, [{ id: enterprise.id, name: enterprise.name, creditCode: read.creditCode }], at)] : []),
      ...(fresh ? openCaseFile(db, begun) : []),
      ...statements,
    ],
  });
}

async function entered(ctx: Ctx, found: RegisteringRows, done: Outcome<Registering>) {
  if (!done.ok) return done;
  const wrote = await written(ctx, found, done.value);
  if (!wrote.ok) return wrote;
  const event = registeredOf(done.value.events);
  const after = afterOf(ctx, done.value.now, done.value.events);
  return accept({
    ...wrote.value,
    status: 201 as const,
    reply: {
      ...movedReply(after),
      no: done.value.now.file.no,
      loanId: after.loan?.loanId ?? "",
      warnings: [...(event?.warnings ?? [])],
      ...(event ? standsOf(ctx.scheme, event.loan) : {}),
    },
  });
}

export const registerLoan = verb(api.registerLoan, {
  load: (ctx) => registeringQueries(ctx as never, ctx.body, listedCaseFor(ctx, ctx.body)),
  decide: (ctx, found) => entered(ctx as unknown as Ctx, found, registering(ctx as unknown as Ctx, ctx.body, found)),
});

/** Only in a case that the institution itself entered, and that was sent back to it. */
export const registerAgain = verb(api.registerAgain, {
  load: (ctx) => registeringQueries(ctx as never, ctx.body, ctx.params.caseId),
  decide: (ctx, found) => {
    const now = caseNow(ctx, found as never);
    if (!now.ok) return now;
    if (now.value.state.registered?.by.id !== ctx.actor.orgId) return refuse("role_forbidden");
    return entered(ctx as unknown as Ctx, found, registering(ctx as unknown as Ctx, ctx.body, found, now.value));
  },
});

const shown = ({ code, figures, cites, field }: Refusal) => ({
  code,
  figures: { ...figures },
  ...(cites ? { article: cites.article } : {}),
  ...(field ? { field } : {}),
});

export const tryRegistration = verb(api.tryRegistration, {
  load: (ctx: LoadCtx<typeof api.tryRegistration>) => registeringQueries(ctx as never, ctx.body, listedCaseFor(ctx, ctx.body)),
  decide: (ctx, found) => {
    const done = registering(ctx as unknown as Ctx, ctx.body, found);
    if (!done.ok) return reply({ refusals: done.refusals.map(shown) });
    const event = registeredOf(done.value.events);
    return reply({ refusals: [], ...(event ? { decision: event.decision as never, ...standsOf(ctx.scheme, event.loan) } : {}) });
  },
});
