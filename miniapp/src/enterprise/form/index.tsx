/** 填写申请: one page for each task; `id` is the case, `task` the task, `field` where to begin. */
import Taro, { useRouter } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { errorAt } from "../../failure";
import { Button } from "../../ui/button";
import { Banner, ErrorSummary, type FieldError, jumpTo } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { TASK_WORDS } from "../../words/draft";
import type { ApplicationView } from "../draft-keeper";
import { FORM_TASKS, type FormTask, formFaults, liveDecision, ruleFaults } from "../judge";
import { backToTasks, Preview } from "../preview";
import { OtherDevice, SaveLine } from "../save-line";
import { type OnDesk, useApplication } from "../use-application";
import { Conduct } from "./conduct";
import type { FormDesk } from "./desk";
import { YearFigures } from "./figures";
import { Firm } from "./firm";
import { People } from "./people";
import { Project } from "./project";

const PARTS: Record<FormTask, (desk: FormDesk) => JSX.Element> = {
  enterprise: Firm,
  people: People,
  figures: YearFigures,
  project: Project,
  conduct: Conduct,
};

/** The field that the link named, once it is on the page. */
function useStartAt(field: string | undefined): void {
  useEffect(() => {
    if (!field) return;
    const timer = setTimeout(() => jumpTo(field), 300);
    return () => clearTimeout(timer);
  }, [field]);
}

function Sheet({ view, task, desk, tried }: { view: ApplicationView; task: FormTask; desk: OnDesk; tried: boolean }) {
  useStartAt(useRouter().params.field);
  const { draft } = desk.kept;
  const decision = liveDecision(view, draft);
  const rules = ruleFaults(decision, task, draft);
  const faults: FieldError[] = tried ? [...formFaults(view, draft, task), ...rules] : [];
  const Part = PARTS[task];
  return (
    <>
      <OtherDevice keeper={desk.keeper} kept={desk.kept} />
      <ErrorSummary errors={faults} />
      <Part
        view={view}
        draft={draft}
        decision={decision}
        change={(patch) => desk.keeper.change(patch)}
        error={(field) => errorAt(faults, field) ?? errorAt(rules, field)}
      />
      <Preview caseId={view.caseId} decision={decision} here={task} />
    </>
  );
}

export default function Form() {
  const desk = useApplication();
  const named = useRouter().params.task as FormTask | undefined;
  const task = FORM_TASKS.find((one) => one === named) ?? "enterprise";
  const [tried, setTried] = useState(false);
  const view = desk.load.data;
  if (!desk.now) return null;
  if (!desk.caseId)
    return (
      <Page title="填写申请">
        <Empty title="没有找到这份申请">请从“我的融资申请”里打开。</Empty>
      </Page>
    );
  const open = view?.status === "draft";
  const done = async () => {
    if (!view) return;
    const { draft } = desk.keeper.snapshot();
    const wrong = [...formFaults(view, draft, task), ...ruleFaults(liveDecision(view, draft), task, draft)];
    setTried(true);
    await desk.keeper.flush();
    if (wrong.length) return void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
    backToTasks(desk.caseId);
  };
  const later = async () => {
    await desk.keeper.flush();
    backToTasks(desk.caseId);
  };
  return (
    <Page
      title={TASK_WORDS[task]}
      lead={<SaveLine kept={desk.kept} />}
      onRefresh={desk.load.refresh}
      bar={
        open ? (
          <>
            <Button id="save-task" onTap={done} busyText="正在保存…">
              保存并继续
            </Button>
            <Button id="later" kind="secondary" onTap={later} busyText="正在保存…">
              以后再填
            </Button>
          </>
        ) : undefined
      }
    >
      <Loaded load={desk.load}>
        {(data) =>
          data.status === "draft" ? (
            <Sheet view={data} task={task} desk={desk} tried={tried} />
          ) : (
            <Banner title="这份申请已经提交">提交后不能再改。推荐单位退回补充时，可以回到这里修改。</Banner>
          )
        }
      </Loaded>
    </Page>
  );
}
