/** 上传材料: a group for each asked paper; `id` is the case. */
import { View } from "@tarojs/components";
import { PICK_HINT } from "../../pick-file";
import { Button } from "../../ui/button";
import { Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { TASK_WORDS } from "../../words/draft";
import type { ApplicationView } from "../draft-keeper";
import { type Asked, askedPapers } from "../judge";
import { backToTasks } from "../preview";
import { ReadFigures } from "../read-figures";
import { OtherDevice, SaveLine } from "../save-line";
import { type OnDesk, useApplication } from "../use-application";
import { Group } from "./group";
import { type Uploads, useUploads } from "./use-uploads";

function Groups({ view, desk, uploads }: { view: ApplicationView; desk: OnDesk; uploads: Uploads }) {
  const asked = askedPapers(view, desk.kept.draft);
  const years = [...new Set(asked.flatMap((one) => one.fiscalYear ?? []))].sort((a, b) => b - a);
  const open = view.status === "draft";
  const group = (one: Asked) => (
    <Group key={`${one.kind}${one.fiscalYear ?? ""}`} asked={one} papers={view.statements} uploads={uploads} open={open} />
  );
  return (
    <>
      <OtherDevice keeper={desk.keeper} kept={desk.kept} />
      <View className="muted">{PICK_HINT}</View>
      {uploads.trouble?.kind === "remove" ? <Banner tone="danger">{uploads.trouble.words}</Banner> : null}
      {open ? <ReadFigures view={view} draft={desk.kept.draft} change={(patch) => desk.keeper.change(patch)} /> : null}
      <Section title="证照和记录">{asked.filter((one) => one.fiscalYear === undefined).map(group)}</Section>
      {years.map((year) => (
        <Section key={year} title={`${year} 年度财务报表`} aside="表格（xlsx）能自动读数">
          {asked.filter((one) => one.fiscalYear === year).map(group)}
        </Section>
      ))}
      <Section title="其他材料">
        <Group asked={{ kind: "other", says: "其他材料" }} papers={view.statements} uploads={uploads} open={open} />
      </Section>
    </>
  );
}

export default function UploadPapers() {
  const desk = useApplication();
  const uploads = useUploads(desk.load.data, desk.caseId, desk.load.refresh);
  if (!desk.now) return null;
  const busy = uploads.jobs.some((job) => job.state === "waiting" || job.state === "sending");
  const done = async () => {
    await Promise.all([uploads.settle(), desk.keeper.flush()]);
    backToTasks(desk.caseId);
  };
  return (
    <Page
      title={TASK_WORDS.papers}
      lead={<SaveLine kept={desk.kept} />}
      onRefresh={desk.load.refresh}
      bar={
        <Button id="uploads-done" onTap={done} busy={busy} busyText={busy ? "正在上传…" : "正在保存…"}>
          完成
        </Button>
      }
    >
      {desk.caseId ? (
        <Loaded load={desk.load}>{(view) => <Groups view={view} desk={desk} uploads={uploads} />}</Loaded>
      ) : (
        <Empty title="没有找到这份申请">请从“我的融资申请”里打开。</Empty>
      )}
    </Page>
  );
}
