/** The claims of a plan as their histories tell them, and what moving all of them at once writes: one batch, one lock a case. */
import type { SQL } from "drizzle-orm";
import type { FundLimit } from "../../shared/fund/allocation";
import { type Fen, fen, plus } from "../../shared/money";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import { type Asking, PLAN_CLAIMS_MOST } from "../../shared/process/allocation-plan";
import type { Standing } from "../../shared/process/claim";
import { evolveFile, type FileEvent, type LoanFile } from "../../shared/process/loan-file";
import { type LoanMode, modesOf } from "../../shared/process/procedure";
import { institutionStandQuery } from "../ban/store";
import { tellOf } from "../case/case-verb";
import { replaceWaits } from "../case/store";
import { staysParty } from "../claim/store";
import type { Rows } from "../database";
import { type Append, type Head, historiesQuery } from "../event";
import { spentOf, spentQuery } from "../fund/ceilings";
import { agreementsInForceQuery, firstSignedQuery } from "../institution/store";
import { moveLoanFile } from "../loan/file-store";
import { appendOf, fileWaits, soonest } from "../loan/file-verb";
import { loweredOf, standingOf } from "../loan/standing";
import { transitionOf } from "../loan/transition";
import { measuresQuery } from "../sanction/store";
import type { Ctx, LoadCtx } from "../verb";
import { watchQueries } from "../watch/standing";
import { namedQuery, promisedQuery } from "./store";

export interface PlanFile {
  readonly caseId: string;
  readonly no: string;
  readonly enterprise: string;
  readonly head: Head | null;
  readonly mode: LoanMode;
  readonly file: LoanFile;
}

/** Merge into a verb's own `load`: the cases of a plan and everything that their amounts are held against. */
export const planQueries = ({ db, schemeId, document, today }: LoadCtx, cases: SQL, but = "") => ({
  named: namedQuery(db, cases),
  histories: historiesQuery(db, cases),
  agreementsNow: agreementsInForceQuery(db, schemeId, today),
  measuresNow: measuresQuery(db, schemeId),
  bansNow: institutionStandQuery(db, schemeId),
  ...watchQueries({ db, schemeId, document }),
  signed: firstSignedQuery(db, schemeId),
  spent: spentQuery(db, schemeId),
  promised: promisedQuery(db, schemeId, but),
});
export type PlanRows = Rows<ReturnType<typeof planQueries>>;

/** More than one plan takes, so that it is seen that there are too many. */
export const READ_MOST = 2 * PLAN_CLAIMS_MOST;

export const actOf = ({ actor, today }: Pick<Ctx, "actor" | "today">): Act => ({
  actor: { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } },
  on: today,
});

export function filesOf(scheme: Ctx["scheme"], found: Pick<PlanRows, "named" | "histories">): readonly PlanFile[] {
  const modes = modesOf(scheme.admission);
  const histories = Map.groupBy(found.histories, ({ case_id }) => case_id);
  return found.named.flatMap(({ case_id: caseId, no, enterprise }): PlanFile[] => {
    const history = histories.get(caseId) ?? [];
    const { loanFile: file } = tellOf(caseId, history, new Map());
    const mode = modes.find(({ id }) => id === file?.loan.mode);
    const last = history.at(-1);
    return file && mode ? [{ caseId, no, enterprise, head: last ? { seq: last.seq, hash: last.hash } : null, mode, file }] : [];
  });
}

/** Refuses `agreement_exceeds_plan`. */
export function askingOf(ctx: Ctx, files: readonly PlanFile[], found: PlanRows): Outcome<readonly Asking[]> {
  const asking: Asking[] = [];
  for (const { file } of files) {
    const lowered = loweredOf({ scheme: ctx.scheme, act: actOf(ctx) }, file, found);
    if (!lowered.ok) return lowered;
    asking.push({ file, ...(lowered.value === undefined ? {} : { lowered: lowered.value }) });
  }
  return accept(asking);
}

/** A deal from before its agreement is decided on by itself first: none of it is in a plan. */
export const standsNow = (ctx: Ctx, file: LoanFile, found: PlanRows): Outcome<Standing> =>
  standingOf({ scheme: ctx.scheme, act: actOf(ctx) }, file, { ...found, transition: [] });

/** Paid and set aside, agreed to and unpaid, in plans without a decision: what is agreed to today is paid in this year at the earliest. */
export function usedOf({ spent, promised: [row] }: Pick<PlanRows, "spent" | "promised">, on: Ctx["today"]): Readonly<Record<FundLimit["per"], Fen>> {
  const { year, life } = spentOf(spent, on);
  const owed = fen((row?.unpaid ?? 0) + (row?.planned ?? 0));
  return { year: plus(year, owed), life: plus(life, owed) };
}

export const seenOf = ({ spent, promised: [row] }: Pick<PlanRows, "spent" | "promised">) => ({
  unpaid: row?.unpaid ?? 0,
  planned: row?.planned ?? 0,
  spent: spent.reduce((sum, { amount }) => sum + amount, 0),
});

export interface Moved {
  readonly at: PlanFile;
  readonly events: readonly FileEvent[];
  readonly after: LoanFile;
}

/** Each claim's events by its own rule; the first refusal stops all and names its case. */
export function moveAll(files: readonly PlanFile[], act: Act, decide: (file: PlanFile) => Outcome<readonly FileEvent[]>): Outcome<readonly Moved[]> {
  const moved: Moved[] = [];
  for (const at of files) {
    const events = decide(at);
    if (!events.ok) {
      return refuseAll(events.refusals.map((refusal) => ({ ...refusal, figures: { ...refusal.figures, case: at.no } })));
    }
    const after = events.value.reduce<LoanFile>((file, event) => evolveFile(file, { event, actor: act.actor, occurredOn: act.on }), at.file);
    moved.push({ at, events: events.value, after });
  }
  return accept(moved);
}

/** Histories, rows and waits of all of them; what the loans commit does not move with a claim's way. */
export function writtenOf(
  ctx: Ctx,
  moved: readonly Moved[],
  found: Pick<PlanRows, "signed">,
): { readonly append: readonly Append[]; readonly statements: readonly D1PreparedStatement[] } {
  const { db, scheme, schemeId, now } = ctx;
  const act = actOf(ctx);
  return {
    append: moved.map(({ at, events }) => appendOf({ file: { id: at.caseId }, head: at.head, act, scheme }, events)),
    statements: moved.flatMap(({ at, after }) => {
      const around = { instruction: undefined, transition: transitionOf(scheme, after, { ...found, transition: [] }), subsidies: [] };
      const waits = fileWaits(scheme, after, act.on, around);
      return [
        moveLoanFile(db, { file: after, mode: at.mode, schemeId, on: act.on, dueOn: soonest(waits), now }),
        ...replaceWaits(db, at.caseId, schemeId, waits),
        ...staysParty(db, at.caseId, act),
      ];
    }),
  };
}
