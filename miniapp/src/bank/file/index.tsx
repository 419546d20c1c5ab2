/** 贷款: one loan's desk for its lender; `id` is the case. Repayments, grade, plan, extension, and the doors to claim and recovery. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { actionDoors } from "../../case/actions";
import { actOf, fileOf } from "../../case/file/file-of";
import { Flags } from "../../case/file/flags";
import { FollowUps } from "../../case/file/follow-ups";
import { FileHead } from "../../case/file/head";
import { LoanCard } from "../../case/file/loan";
import { ReasonSheet } from "../../case/reason-sheet";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { acting, type Membership, type Session } from "../../session";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { Tap } from "../../ui/tap";
import { useLoad } from "../../use-load";
import { dayText } from "../../words";
import { ExtendForm } from "./extend-form";
import { GradeForm } from "./grade-form";
import { RepaymentForm } from "./repayment-form";
import { ScheduleForm } from "./schedule-form";

const FORMS = {
  recordRepayment: { says: "还款", Form: RepaymentForm },
  gradeLoan: { says: "五级分类", Form: GradeForm },
  setSchedule: { says: "还款计划", Form: ScheduleForm },
  extendLoan: { says: "展期", Form: ExtendForm },
} as const;
type Way = keyof typeof FORMS;
const WAYS = Object.keys(FORMS) as Way[];

interface DeskProps {
  view: CaseView;
  now: Session;
  role: Membership;
  onDone: (what: string) => unknown;
}

function Entering({ view, now, role, onDone }: DeskProps) {
  const ways = WAYS.filter((way) => view.actions.includes(way));
  const [chosen, setChosen] = useState<Way | "">("");
  const file = fileOf(view);
  const way = ways.find((each) => each === chosen) ?? ways[0];
  if (!file) return null;
  if (!way)
    return (
      <Banner title="这笔贷款现在没有要登记的">
        {file.claim?.paid ? "资金已经代偿，收回的钱请登记为追偿收回。" : "贷款已结清，或由放贷机构登记。"}
      </Banner>
    );
  const { Form } = FORMS[way];
  return (
    <>
      <TabsBar<Way> label="登记什么" value={way} options={ways.map((each) => ({ value: each, label: FORMS[each].says }))} onChange={setChosen} />
      <Form key={way} view={view} file={file} by={actOf(now, role)} onDone={onDone} />
    </>
  );
}

function Undo({ view, id, onDone }: { view: CaseView; id: string | null; onDone: (what: string | null) => unknown }) {
  const repayment = view.file?.life.repayments.find((each) => each.id === id);
  return (
    <ReasonSheet
      key={id}
      open={Boolean(repayment)}
      title="撤销这笔还款？"
      says={repayment ? `${dayText(repayment.on)}，流水号 ${repayment.id}。撤销后未还本金随即恢复，理由留在经过里。` : ""}
      action="撤销还款"
      maxLength={500}
      onSend={async (reason) => {
        await call("undoRepayment", { params: { caseId: view.id }, body: { repaymentNo: repayment?.id ?? "", reason } });
        await onDone("还款已撤销");
      }}
      onClose={() => onDone(null)}
    />
  );
}

export default function LoanDesk() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const role = acting(now);
  const [done, setDone] = useState<string | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const finish = async (what: string) => {
    setDone(what);
    await load.refresh();
    showPart("file-done");
  };
  const doors = load.data ? actionDoors(load.data).filter((door) => door.url !== "/bank/file/index") : [];
  const bar = doors.length
    ? doors.slice(0, 2).map((door, at) => (
        <Button key={door.url} id={`action-${at}`} kind={at === 0 ? "primary" : "secondary"} onTap={() => go(door.url, { id: caseId })}>
          {door.says}
        </Button>
      ))
    : undefined;
  return (
    <Page title="贷款" wide bar={bar} onRefresh={load.refresh}>
      <Loaded load={load} empty={(view) => !view.file || !view.loan} none={<Empty title="没有找到这笔贷款">请从“贷款台账”进入。</Empty>}>
        {(view) =>
          view.file && view.loan ? (
            <>
              <View id="file-done">{done ? <Banner tone="good" title={done} /> : null}</View>
              <FileHead view={view} file={view.file} />
              <Flags flags={[...view.file.flags, ...(view.file.claim?.flags ?? []), ...(view.file.recovery?.flags ?? [])]} />
              <Columns
                main={
                  <>
                    <LoanCard
                      loan={view.loan}
                      life={view.file.life}
                      action={
                        view.actions.includes("undoRepayment")
                          ? (repayment) => (
                              <Tap
                                id={`undo-${repayment.id}`}
                                className="link danger"
                                label={`撤销 ${dayText(repayment.on)}的还款`}
                                onTap={() => setUndoing(repayment.id)}
                              >
                                撤销
                              </Tap>
                            )
                          : undefined
                      }
                    />
                    <FollowUps notes={view.file.life.followUps} />
                  </>
                }
                side={
                  <Section title="登记">
                    <Entering view={view} now={now} role={role} onDone={finish} />
                  </Section>
                }
              />
              <Button id="to-case" kind="plain" onTap={() => openCase(view.id)}>
                看案件全部经过
              </Button>
              <Undo
                view={view}
                id={undoing}
                onDone={async (what) => {
                  setUndoing(null);
                  if (what) await finish(what);
                }}
              />
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}
