/** 融资申请: what is to be done, and what is done; `id` is the case, without it the firm's draft, or the list of what it handed in. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { CLOSED } from "../../../../shared/process/status";
import { type Answer, call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { Button } from "../../ui/button";
import { Card, ListRow, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded, WentWrong } from "../../ui/states";
import { useLoad } from "../../use-load";
import { TASK_STATUS_WORDS, TASK_WORDS } from "../../words/draft";
import { STATUS_WORDS } from "../../words/status";
import type { ApplicationView } from "../draft-keeper";
import { openTask, Preview } from "../preview";

type Cases = Answer<"listCases">["cases"];
type Found = { view: ApplicationView | null; cases: Cases };

async function find(id: string | undefined): Promise<Found> {
  const { cases } = id ? { cases: [] } : await call("listCases", { query: { limit: 50 } });
  const draft = id ?? cases.find((row) => row.status === "draft")?.id;
  return { cases, view: draft ? await call("getApplication", { params: { caseId: draft } }) : null };
}

/** What stands in a task's row beside its status. */
function hint(task: ApplicationView["tasks"][number]): string | null {
  if (task.status === "cannot_start") return `先完成：${task.after.map((id) => TASK_WORDS[id]).join("、")}`;
  return task.missing && task.status !== "done" ? `还缺 ${task.missing} 项` : null;
}

function TaskList({ view }: { view: ApplicationView }) {
  const done = view.tasks.filter((task) => task.status === "done").length;
  return (
    <>
      {view.returnReason ? (
        <Banner tone="warn" title="推荐单位退回补充">
          <View id="return-reason">{view.returnReason}</View>
          <View className="small muted">改好以后重新提交即可，已填的内容都在。</View>
        </Banner>
      ) : null}
      <Section title="要办的事" aside={`已完成 ${done} / ${view.tasks.length} 项`}>
        <Card flush id="tasks">
          {view.tasks.map((task) => {
            const status = TASK_STATUS_WORDS[task.status];
            return (
              <ListRow
                key={task.id}
                id={`task-${task.id}`}
                title={TASK_WORDS[task.id]}
                status={status.says}
                tone={status.tone}
                meta={[hint(task)]}
                onTap={task.status === "cannot_start" ? undefined : () => openTask(view.caseId, task.id)}
              />
            );
          })}
        </Card>
      </Section>
      <Preview caseId={view.caseId} decision={view.decision as never} />
    </>
  );
}

const HandedIn = ({ view }: { view: ApplicationView }) => (
  <Card>
    <View className="h2">{`这份申请${STATUS_WORDS[view.status as keyof typeof STATUS_WORDS]?.says ?? "已提交"}`}</View>
    <View className="muted">填写的内容不能再改。办理情况在“查看经过”里。</View>
  </Card>
);

function Others({ cases, onStart }: { cases: Cases; onStart: () => unknown }) {
  const idle = cases.every((row) => CLOSED.includes(row.status));
  return (
    <>
      <Section title="我的申请" aside={`${cases.length} 件`}>
        <Card flush>
          {cases.map((row) => (
            <CaseRow key={row.id} row={row} />
          ))}
        </Card>
      </Section>
      {idle ? (
        <Button id="start" onTap={onStart} busyText="正在开始…">
          开始新的申请
        </Button>
      ) : null}
    </>
  );
}

export default function Tasks() {
  const now = useGuard();
  const id = useRouter().params.id;
  const [failed, setFailed] = useState<unknown>(null);
  const load = useLoad(() => (now ? find(id) : null), [id, now?.actingAs]);
  if (!now) return null;
  const start = async () => {
    setFailed(null);
    try {
      const { caseId } = await call("startApplication", { body: {} });
      load.set({ cases: [], view: await call("getApplication", { params: { caseId } }) });
    } catch (error) {
      setFailed(error);
    }
  };
  const view = load.data?.view;
  return (
    <Page
      title="融资申请"
      lead={
        view ? (
          <>
            <View>{view.enterprise.name}</View>
            <View className="small num">{`编号 ${view.no}`}</View>
          </>
        ) : undefined
      }
      onRefresh={load.refresh}
      bar={
        view ? (
          <Button id="open-case" kind="secondary" onTap={() => openCase(view.caseId)}>
            查看经过
          </Button>
        ) : undefined
      }
    >
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <Loaded
        load={load}
        empty={(data) => !data.view && data.cases.length === 0}
        none={
          <>
            <Empty title="还没有融资申请">准备好营业执照、近两年财务报表、社保和纳税记录。做到一半会自动保存，随时可以继续。</Empty>
            <Button id="start" onTap={start} busyText="正在开始…">
              开始申请
            </Button>
          </>
        }
      >
        {(data) =>
          !data.view ? (
            <Others cases={data.cases} onStart={start} />
          ) : data.view.status === "draft" ? (
            <TaskList view={data.view} />
          ) : (
            <>
              <HandedIn view={data.view} />
              <Button id="open-receipt" kind="secondary" onTap={() => go("/enterprise/receipt/index", { id: data.view?.caseId })}>
                提交回执
              </Button>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
