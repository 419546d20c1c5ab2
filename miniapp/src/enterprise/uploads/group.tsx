/** One asked paper: its files, each a row of its own, and the ways to add one. */
import { View } from "@tarojs/components";
import { failureWords } from "../../failure";
import { openStatement } from "../../open-file";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Tag } from "../../ui/tag";
import { Tap } from "../../ui/tap";
import { toast } from "../../ui/toast";
import { UploadRow } from "../../ui/upload-row";
import type { ApplicationView } from "../draft-keeper";
import type { Asked } from "../judge";
import type { Uploads } from "./use-uploads";

interface GroupProps {
  asked: Omit<Asked, "article"> & { article?: string };
  papers: ApplicationView["statements"];
  uploads: Uploads;
  /** False once the application has been handed in. */
  open: boolean;
}

async function show(paper: ApplicationView["statements"][number]): Promise<void> {
  try {
    await openStatement(paper.id, paper.name, paper.mediaType);
  } catch (error) {
    toast(failureWords(error).advice);
  }
}

export function Group({ asked, papers, uploads, open }: GroupProps) {
  const slot = `${asked.kind}-${asked.fiscalYear ?? ""}`;
  const mine = papers.filter((paper) => paper.kind === asked.kind && (asked.fiscalYear === undefined || paper.fiscalYear === asked.fiscalYear));
  const jobs = uploads.jobs.filter((job) => job.asked.kind === asked.kind && job.asked.fiscalYear === asked.fiscalYear);
  const kept = mine.filter((paper) => !uploads.removed.includes(paper.id));
  const title = `${asked.says}${asked.fiscalYear ? `（${asked.fiscalYear} 年度）` : ""}`;
  const id = asked.fiscalYear ? `${asked.kind}-${asked.fiscalYear}` : asked.kind;
  return (
    <Card id={`group-${id}`}>
      <View className="lrow-top">
        <View className="h2">{title}</View>
        <Tag tone={kept.length ? "done" : asked.article ? "todo" : "plain"}>
          {kept.length ? `已上传 ${kept.length} 份` : asked.article ? "还缺" : "选填"}
        </Tag>
      </View>
      {asked.article ? (
        <View className="small muted">
          <Cited article={asked.article}></Cited>
        </View>
      ) : null}
      {uploads.trouble?.kind === slot ? <Banner tone="danger">{uploads.trouble.words}</Banner> : null}
      {mine.map((paper) =>
        uploads.removed.includes(paper.id) ? (
          <View key={paper.id} className="up">
            <View className="lrow-top">
              <View className="muted">{`已删除 ${paper.name}`}</View>
              <Tap id={`undo-${paper.id}`} className="link" onTap={() => uploads.undo(paper.id)} label={`撤销删除 ${paper.name}`}>
                撤销
              </Tap>
            </View>
          </View>
        ) : (
          <UploadRow
            key={paper.id}
            id={`file-${paper.id}`}
            name={paper.name}
            size={paper.bytes}
            kind={paper.figures ? "已读出数字" : undefined}
            state="done"
            onOpen={() => void show(paper)}
            onRemove={open ? () => uploads.remove(paper.id) : undefined}
          />
        ),
      )}
      {jobs.map((job) => (
        <UploadRow
          key={job.key}
          id={`job-${job.key}`}
          name={job.file.name}
          size={job.file.size}
          state={job.state}
          percent={job.percent}
          error={job.error}
          onRetry={job.final ? undefined : () => uploads.retry(job)}
          onRemove={job.state === "done" ? undefined : () => uploads.giveUp(job)}
        />
      ))}
      {open ? (
        <View className="pair mt">
          <Button id={`pick-${id}`} kind="secondary" onTap={() => void uploads.add(asked, "file")} label={`选文件：${title}`}>
            选文件
          </Button>
          <Button id={`photo-${id}`} kind="secondary" onTap={() => void uploads.add(asked, "photo")} label={`拍照上传：${title}`}>
            拍照
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
