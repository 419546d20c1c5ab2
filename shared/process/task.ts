/** The enterprise's task list: at most seven tasks, their status derived from the draft and the papers, the same on the phone and in the worker. */
import type { PaperFact } from "../rule/facts";
import type { Draft } from "./draft";
import { answersGiven, type EntryAsk } from "./entry-ask";

export type TaskId = "enterprise" | "people" | "figures" | "project" | "conduct" | "papers" | "submit";
export type TaskStatus = "cannot_start" | "not_started" | "in_progress" | "done";

export interface Task {
  readonly id: TaskId;
  readonly status: TaskStatus;
  readonly after: readonly TaskId[];
  readonly missing: number;
}

/** Papers wanted, each once or once for each fiscal year. */
export interface WantedPaper {
  readonly kind: PaperFact["kind"];
  readonly fiscalYear?: number;
}

const answered = (value: unknown): boolean =>
  typeof value === "string" ? value.trim() !== "" : Array.isArray(value) ? value.length > 0 : value === true;

function task(id: TaskId, answers: readonly unknown[]): Task {
  const given = answers.filter(answered).length;
  const missing = answers.length - given;
  return { id, after: [], missing, status: missing === 0 ? "done" : given === 0 ? "not_started" : "in_progress" };
}

export function tasksOf(
  draft: Draft,
  papers: readonly PaperFact[],
  wanted: readonly WantedPaper[],
  fiscalYears: readonly number[],
  asks: readonly EntryAsk[] = [],
): Task[] {
  const years = fiscalYears.flatMap((fiscalYear) => {
    const year = draft.years?.find((candidate) => candidate.fiscalYear === fiscalYear);
    return [year?.headcount, year?.revenue, year?.assets];
  });
  const given = wanted.map((paper) =>
    papers.some((one) => one.kind === paper.kind && (paper.fiscalYear === undefined || one.fiscalYear === paper.fiscalYear)),
  );
  const tasks = [
    task("enterprise", [
      draft.registeredDistrict,
      draft.registeredAddress,
      draft.registration,
      draft.establishedOn,
      draft.industry,
      draft.activity,
      draft.listedProcess,
    ]),
    task("people", [draft.representativeName, draft.representativeId, draft.controllerName, draft.controllerId]),
    task("figures", years),
    task("project", [draft.projectDescription, draft.needAmount, draft.needPurpose, draft.needTermMonths]),
    task("conduct", [draft.dishonestEnterprise, draft.dishonestRepresentative, ...answersGiven(asks, draft)]),
    task("papers", given),
  ];
  const open = tasks.filter((one) => one.status !== "done").map((one) => one.id);
  const last = task("submit", [draft.addressedTo, draft.consentTruth, draft.consentPrivacy, draft.consentBanks]);
  return [...tasks, { ...last, after: open, status: open.length > 0 ? "cannot_start" : last.status }];
}
