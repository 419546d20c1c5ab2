/** What became of a case's loan, for one viewer: its life, its claim, its recovery, each as far as the viewer's own work needs it. */
import type { CaseView } from "../../shared/contract/case";
import { loanStageOf } from "../../shared/process/loan-stage";
import type { Rows } from "../database";
import { queueQuery } from "../fund/books";
import { followUpsQuery } from "../loan/follow-up-store";
import { standingOf, standingQueries } from "../loan/standing";
import type { LoadCtx } from "../verb";
import type { CaseNow } from "./case-verb";
import { claimFlagsOf, claimView } from "./file-claim";
import { lifeView } from "./file-life";
import { recoveryPart } from "./file-recovery";
import { sightOf } from "./file-sight";
import type { Viewer } from "./timeline";

/** Merge into what a case's page loads. */
export const fileViewQueries = (ctx: Pick<LoadCtx, "db" | "schemeId" | "today">, caseId: string) => ({
  ...standingQueries(ctx, caseId),
  queue: queueQuery(ctx.db, ctx.schemeId),
  followUps: followUpsQuery(ctx.db, caseId),
});
export type FileViewRows = Rows<ReturnType<typeof fileViewQueries>>;

export function fileView(now: CaseNow, viewer: Viewer, personId: string, found: FileViewRows): Pick<CaseView, "file"> {
  const { loanFile: file, scheme, act } = now;
  const sight = sightOf(viewer, file);
  if (!file || !sight) return {};
  const standing = standingOf(now, file, found);
  const claim = claimView(
    now,
    file,
    { viewer, personId, sight },
    { standing: standing.ok ? standing.value : undefined, queue: found.queue.map(({ id }) => id) },
  );
  const recovery = recoveryPart(now, file, found.followUps, sight);
  const stage = loanStageOf(file);
  return {
    file: {
      stage: sight === "firm" && stage === "written_off" ? "recovery" : stage,
      life: lifeView(file.life, act.on, found.followUps, sight),
      raters: sight === "whole" ? file.raters.map(({ unit, delegate }) => ({ unit: { ...unit }, delegate: { ...delegate } })) : [],
      ...(claim ? { claim } : {}),
      ...(recovery ? { recovery } : {}),
      flags: claim || sight === "firm" ? [] : claimFlagsOf(scheme, file, act.on),
    },
  };
}
