/** What became of a case's loan, for one viewer: its life, its claim, its recovery, each as far as the viewer's own work needs it. */
import type { CaseView } from "../../shared/contract/case";
import { yuan } from "../../shared/money";
import { loanStageOf } from "../../shared/process/loan-stage";
import { lineOfCaseQuery } from "../allocation/store";
import { caseAlone, sumsOf, sumsQueries } from "../claim/sums-store";
import type { Rows } from "../database";
import { queueQuery } from "../fund/books";
import { followUpsQuery } from "../loan/follow-up-store";
import { standingOf, standingQueries } from "../loan/standing";
import type { LoadCtx } from "../verb";
import type { CaseNow } from "./case-verb";
import { claimFlagsOf, claimView } from "./file-claim";
import { lifeView } from "./file-life";
import { claimToday, obligationsView, partsView } from "./file-obligation";
import { recoveryPart } from "./file-recovery";
import { sightOf } from "./file-sight";
import type { Viewer } from "./timeline";

/** Merge into what a case's page loads. */
export const fileViewQueries = (ctx: Pick<LoadCtx, "db" | "schemeId" | "today" | "document">, caseId: string) => ({
  ...standingQueries(ctx, caseId),
  ...sumsQueries(ctx, caseAlone(caseId)),
  queue: queueQuery(ctx.db, ctx.schemeId),
  followUps: followUpsQuery(ctx.db, caseId),
  planned: lineOfCaseQuery(ctx.db, caseId),
});
export type FileViewRows = Rows<ReturnType<typeof fileViewQueries>>;

export function fileView(now: CaseNow, viewer: Viewer, personId: string, found: FileViewRows): Pick<CaseView, "file"> {
  const { loanFile: file, scheme, act } = now;
  const sight = sightOf(viewer, file);
  if (!file || !sight) return {};
  const standing = standingOf(now, file, found);
  const runs = file.claim && file.claim.step !== "withdrawn" ? file.claim : claimToday(now, file);
  const held = sumsOf(scheme, file, found, act.on, runs);
  const sums = held.ok ? held.value : {};
  const claim = claimView(
    now,
    file,
    { viewer, personId, sight },
    { standing: standing.ok ? standing.value : undefined, queue: found.queue.map(({ id }) => id), sums, planned: found.planned },
  );
  const recovery = recoveryPart(now, file, found.followUps, sight);
  const stage = loanStageOf(file);
  return {
    file: {
      stage: sight === "firm" && stage === "written_off" ? "recovery" : stage,
      life: lifeView(file.life, act.on, found.followUps, sight),
      raters: sight === "whole" ? file.raters.map(({ unit, delegate }) => ({ unit: { ...unit }, delegate: { ...delegate } })) : [],
      obligations: sight === "firm" ? [] : obligationsView(now, file, viewer),
      parts: sight === "firm" ? [] : partsView(now, file, sums),
      tiered: sight !== "firm" && (file.loan.tiers ?? []).length > 0,
      sums: sight === "firm" ? {} : Object.fromEntries(Object.entries(sums).map(([id, sum]) => [id, yuan(sum)])),
      ...(claim ? { claim } : {}),
      ...(recovery ? { recovery } : {}),
      flags: claim || sight === "firm" ? [] : claimFlagsOf(scheme, file, act.on),
    },
  };
}
