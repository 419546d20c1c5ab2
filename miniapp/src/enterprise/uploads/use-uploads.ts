/** Files on their way: sent one after the other, each with its own progress, kept on screen until it is safe or given up; a removal can be undone. */
import { useUnload } from "@tarojs/taro";
import { useRef, useState } from "react";
import { FILES_MOST, mostBytes } from "../../../../shared/contract/file-limits";
import { call } from "../../api";
import { failureWords } from "../../failure";
import { NetworkFailure } from "../../http";
import { type Picked, PickFailure, pickFault, pickFile, pickPhoto, STATEMENT_EXTENSIONS } from "../../pick-file";
import { Problem } from "../../problem";
import { type Sending, upload } from "../../upload";
import { REFUSALS } from "../../words/refusal";
import type { ApplicationView } from "../draft-keeper";
import type { Asked } from "../judge";

export interface UploadJob {
  key: string;
  asked: Pick<Asked, "kind" | "fiscalYear">;
  file: Picked;
  state: "waiting" | "sending" | "failed" | "done";
  percent: number;
  error?: string;
  /** A file that can never be taken has no way to be sent again. */
  final?: boolean;
}

/** How long a removed file can be called back. */
const UNDO_MS = 8000;

const wordsOf = (error: unknown) => (error instanceof NetworkFailure ? REFUSALS.file_interrupted({}) : failureWords(error).advice);

/** The same bytes would be refused again. */
const isFinal = (error: unknown) => error instanceof Problem && /^(file_(?!interrupted)|statement_)/.test(error.code);

export function useUploads(view: ApplicationView | undefined, caseId: string, refresh: () => Promise<void>) {
  const [jobs, setJobs] = useState<UploadJob[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<{ kind: string; words: string } | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const sendings = useRef(new Map<string, Sending<unknown>>());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const serial = useRef(0);
  const given = useRef(new Set<string>());

  const patch = (key: string, change: Partial<UploadJob>) => setJobs((now) => now.map((job) => (job.key === key ? { ...job, ...change } : job)));
  const drop = (key: string) => setJobs((now) => now.filter((job) => job.key !== key));

  const sendOne = async (job: UploadJob) => {
    if (given.current.has(job.key)) return;
    patch(job.key, { state: "sending", percent: 0, error: undefined });
    const { kind, fiscalYear } = job.asked;
    const form = { caseId, kind, ...(fiscalYear ? { fiscalYear: String(fiscalYear) } : {}) };
    const sending = upload("uploadStatement", { file: job.file, form, onProgress: (percent) => patch(job.key, { percent }) });
    sendings.current.set(job.key, sending);
    try {
      await sending.done;
      patch(job.key, { state: "done", percent: 100 });
      await refresh();
      drop(job.key);
    } catch (error) {
      if (!given.current.has(job.key)) patch(job.key, { state: "failed", error: wordsOf(error), final: isFinal(error) });
    } finally {
      sendings.current.delete(job.key);
    }
  };
  const enqueue = (job: UploadJob) => {
    queue.current = queue.current.then(() => sendOne(job));
  };

  const add = async (asked: UploadJob["asked"], how: "file" | "photo") => {
    const slot = `${asked.kind}-${asked.fiscalYear ?? ""}`;
    setTrouble(null);
    const options = { count: 9, extensions: STATEMENT_EXTENSIONS, maxBytes: mostBytes(asked.kind as never), all: true };
    let files: Picked[];
    try {
      files = await (how === "file" ? pickFile(options) : pickPhoto(options));
    } catch (error) {
      if (!(error instanceof PickFailure && error.kind === "cancel")) setTrouble({ kind: slot, words: failureWords(error).advice });
      return;
    }
    const room = FILES_MOST - (view?.statements.length ?? 0) - jobs.length;
    if (files.length > room)
      setTrouble({ kind: slot, words: `一份申请最多 ${FILES_MOST} 个文件，还能再传 ${Math.max(room, 0)} 个。请合并或删除一些再传。` });
    const fresh = files.slice(0, Math.max(room, 0)).map((file): UploadJob => {
      serial.current += 1;
      const fault = pickFault(file, options);
      const base = { key: `${slot}-${serial.current}`, asked, file, percent: 0 };
      return fault ? { ...base, state: "failed", error: fault.message, final: true } : { ...base, state: "waiting" };
    });
    setJobs((now) => [...now, ...fresh]);
    for (const job of fresh) if (job.state === "waiting") enqueue(job);
  };

  const retry = (job: UploadJob) => {
    patch(job.key, { state: "waiting", error: undefined });
    enqueue(job);
  };
  const giveUp = (job: UploadJob) => {
    given.current.add(job.key);
    sendings.current.get(job.key)?.abort();
    drop(job.key);
  };

  const removeNow = async (statementId: string) => {
    clearTimeout(timers.current.get(statementId));
    if (!timers.current.delete(statementId)) return;
    try {
      await call("removeStatement", { params: { caseId, statementId }, body: {} });
      await refresh();
    } catch (error) {
      setTrouble({ kind: "remove", words: failureWords(error).advice });
    }
    setRemoved((now) => now.filter((id) => id !== statementId));
  };
  const remove = (statementId: string) => {
    setRemoved((now) => [...now, statementId]);
    timers.current.set(
      statementId,
      setTimeout(() => void removeNow(statementId), UNDO_MS),
    );
  };
  const undo = (statementId: string) => {
    clearTimeout(timers.current.get(statementId));
    timers.current.delete(statementId);
    setRemoved((now) => now.filter((id) => id !== statementId));
  };
  /** Removals that wait for an undo are done when the page is left. */
  const settle = () => Promise.all([...timers.current.keys()].map(removeNow));
  useUnload(() => void settle());

  return { jobs, removed, trouble, add, retry, giveUp, remove, undo, settle };
}
export type Uploads = ReturnType<typeof useUploads>;
