/** 贷款: one loan's desk for its lender; `id` is the case. Repayments, grade, plan, extension, and the doors to claim and recovery. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { call } from "../../api";
import { actionDoors } from "../../case/actions";
import { Flags } from "../../case/file/flags";
import { FollowUps } from "../../case/file/follow-ups";
import { FileHead } from "../../case/file/head";
import { LoanCard } from "../../case/file/loan";
import { Obligations } from "../../case/file/obligations";
import { LossParts } from "../../case/file/parts";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { Tap } from "../../ui/tap";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { badGrades } from "../claim/typed";
import { Entering, Undo } from "./entering";

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
  const view = load.data;
  // A claim for a loan that is not bad may be begun, but is nothing to be pushed towards.
  const early = view?.file && !badGrades(view).includes(view.file.life.grade);
  const doors = view ? actionDoors(view).filter(({ url }) => url === "/bank/recovery/index" || (url === "/bank/claim/index" && !early)) : [];
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
              {done ? (
                <View id="file-done">
                  <Banner tone="good" title={done} />
                </View>
              ) : null}
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
                    <Obligations view={view} onMoved={load.refresh} />
                    <LossParts parts={view.file.parts} paid={view.file.claim?.paid !== undefined} />
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
