/** A paper that a form asks for: what is there already, and a way to add one, each file with its own progress and a retry. */
import { View } from "@tarojs/components";
import { useRef, useState } from "react";
import type { CaseView } from "../../../shared/contract/case";
import { mostBytes } from "../../../shared/contract/file-limits";
import { failureWords } from "../failure";
import { NetworkFailure } from "../http";
import { openStatement } from "../open-file";
import { PICK_HINT, type Picked, PickFailure, pickFile, pickPhoto, STATEMENT_EXTENSIONS } from "../pick-file";
import { Problem } from "../problem";
import { Cited } from "../ui/article";
import { Button } from "../ui/button";
import { Banner } from "../ui/errors";
import { type Fault, FaultWords, fieldId } from "../ui/field";
import { cls } from "../ui/native";
import { WentWrong } from "../ui/states";
import { Tag } from "../ui/tag";
import { toast } from "../ui/toast";
import { UploadRow } from "../ui/upload-row";
import { type Sending, upload } from "../upload";
import { PAPER_WORDS } from "../words/paper";
import { REFUSALS } from "../words/refusal";

type Kind = keyof typeof PAPER_WORDS;

interface Job {
  file: Picked;
  state: "sending" | "failed";
  percent: number;
  error?: string;
  /** The same bytes would be refused again. */
  final?: boolean;
}

interface PaperBoxProps {
  view: CaseView;
  kind: Kind;
  /** What it is here, where that is more than the kind's own name. */
  says?: string;
  article?: string;
  optional?: boolean;
  error?: Fault;
  onDone: () => unknown;
}

const wordsOf = (error: unknown) => (error instanceof NetworkFailure ? REFUSALS.file_interrupted({}) : failureWords(error).advice);

export const papersOf = (view: CaseView, kind: Kind) => view.statements.filter((paper) => paper.kind === kind);

export function PaperBox({ view, kind, says = PAPER_WORDS[kind], article, optional, error, onDone }: PaperBoxProps) {
  const [job, setJob] = useState<Job | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const sending = useRef<Sending<unknown> | null>(null);
  const papers = papersOf(view, kind);
  // A paper that is there by now is not reproached any more.
  const lacking = papers.length ? null : error;
  const send = async (file: Picked) => {
    setJob({ file, state: "sending", percent: 0 });
    const form = { caseId: view.id, kind };
    sending.current = upload("uploadStatement", { file, form, onProgress: (percent) => setJob({ file, state: "sending", percent }) });
    try {
      await sending.current.done;
      await onDone();
      setJob(null);
    } catch (failure) {
      const final = failure instanceof Problem && /^(file_(?!interrupted)|access_denied)/.test(failure.code);
      // Given up by hand: nothing to tell.
      setJob((now) => (now ? { ...now, state: "failed", error: wordsOf(failure), final } : null));
    }
  };
  const add = async (pick: typeof pickFile) => {
    setTrouble(null);
    try {
      const [file] = await pick({ extensions: STATEMENT_EXTENSIONS, maxBytes: mostBytes(kind) });
      if (file) await send(file);
    } catch (failure) {
      if (!(failure instanceof PickFailure && failure.kind === "cancel")) setTrouble(failure);
    }
  };
  const giveUp = () => {
    setJob(null);
    sending.current?.abort();
  };
  const open = (paper: CaseView["statements"][number]) =>
    void openStatement(paper.id, paper.name, paper.mediaType).catch((failure) => toast(failureWords(failure).advice));
  return (
    <View id={`${fieldId(kind)}-field`} className={cls("fld", lacking && "bad")}>
      <View className="lrow-top">
        <View className="fld-label">{`${says}${optional ? "（选填）" : ""}`}</View>
        <Tag tone={papers.length ? "done" : optional ? "plain" : "todo"}>
          {papers.length ? `已上传 ${papers.length} 份` : optional ? "没有" : "还缺"}
        </Tag>
      </View>
      <View className="fld-hint">
        <Cited article={article}>{PICK_HINT}</Cited>
      </View>
      {lacking ? (
        <View className="fld-err" aria-role="alert">
          <FaultWords fault={lacking} />
        </View>
      ) : null}
      {trouble ? (
        <Banner tone="danger">
          <WentWrong error={trouble} />
        </Banner>
      ) : null}
      {papers.map((paper) => (
        <UploadRow key={paper.id} id={`file-${paper.id}`} name={paper.name} size={paper.bytes} state="done" onOpen={() => open(paper)} />
      ))}
      {job ? (
        <UploadRow
          id={`job-${kind}`}
          name={job.file.name}
          size={job.file.size}
          state={job.state}
          percent={job.percent}
          error={job.error}
          onRetry={job.final ? undefined : () => void send(job.file)}
          onRemove={giveUp}
        />
      ) : null}
      <View className="pair">
        <Button id={`pick-${kind}`} kind="secondary" onTap={() => add(pickFile)} busyText="正在上传…" label={`选文件：${says}`}>
          选文件
        </Button>
        <Button id={`photo-${kind}`} kind="secondary" onTap={() => add(pickPhoto)} busyText="正在上传…" label={`拍照上传：${says}`}>
          拍照
        </Button>
      </View>
    </View>
  );
}
