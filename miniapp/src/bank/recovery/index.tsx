/** 追偿: what the payee does to get the money back, and returns to the fund; `id` is the case. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { FileTask } from "../../../../shared/process/file-duty";
import { call } from "../../api";
import { actOf, fileOf } from "../../case/file/file-of";
import { FileHead } from "../../case/file/head";
import { dutiesNow } from "../../case/file/next";
import { RecoveryCard } from "../../case/file/recovery";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { acting, type Membership, type Session } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { EndForm } from "./end-form";
import { LegalForm } from "./legal-form";
import { LossForm } from "./loss-form";
import { ReceiptForm } from "./receipt-form";
import { ReturnForm } from "./return-form";

const FORMS = {
  recordRecovery: { says: "登记收款", Form: ReceiptForm },
  declareReturn: { says: "登记返还", Form: ReturnForm },
  startLegal: { says: "启动法律追偿", Form: LegalForm },
  endLegal: { says: "法律程序终结", Form: EndForm },
  confirmLoss: { says: "确认损失", Form: LossForm },
} as const;
type Way = keyof typeof FORMS;
const WAYS = Object.keys(FORMS) as Way[];

interface DoingProps {
  view: CaseView;
  now: Session;
  role: Membership;
  onDone: (what: string) => unknown;
}

/** The form for what this institution is waited for. */
const ASKED: Partial<Record<FileTask, Way>> = { give_back: "declareReturn", legal_start: "startLegal", confirm_loss: "confirmLoss" };
const askedOf = (view: CaseView): Way | undefined => dutiesNow(view).flatMap(({ task }) => ASKED[task] ?? [])[0];

function Doing({ view, now, role, onDone }: DoingProps) {
  const ways = WAYS.filter((way) => view.actions.includes(way));
  const [chosen, setChosen] = useState<Way | "">("");
  const file = fileOf(view);
  const asked = askedOf(view);
  const way = ways.find((each) => each === chosen) ?? ways.find((each) => each === asked) ?? ways[0];
  if (!file || !way)
    return (
      <Banner title="现在没有要贵机构办的">
        {view.file?.recovery?.writtenOff ? "净损失已经核销。以后收回的钱，仍在这里登记并返还。" : "到了贵机构办的一步，会在“消息”里通知。"}
      </Banner>
    );
  const { Form } = FORMS[way];
  // What was chosen is done: what is asked for next stands open.
  const finish = (what: string) => {
    if (what) setChosen("");
    return onDone(what);
  };
  return (
    <>
      <TabsBar<Way> label="办什么" value={way} options={ways.map((each) => ({ value: each, label: FORMS[each].says }))} onChange={setChosen} />
      <Form key={`${way}-${view.timeline.length}`} view={view} file={file} by={actOf(now, role)} onDone={finish} />
    </>
  );
}

export default function RecoveryPage() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const role = acting(now);
  const [done, setDone] = useState("");
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  /** Without words the case is only fetched again, as after an upload. */
  const finish = async (what: string) => {
    await load.refresh();
    if (!what) return;
    setDone(what);
    showPart("recovery-done");
  };
  return (
    <Page title="追偿" wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(view) => !view.file?.recovery}
        none={<Empty title="这笔贷款没有追偿">申请{payTerm()}以后才有追偿；请从“贷款台账”进入。</Empty>}
      >
        {(view) =>
          view.file?.recovery ? (
            <>
              {done ? (
                <View id="recovery-done">
                  <Banner tone="good" title={done} />
                </View>
              ) : null}
              <FileHead view={view} file={view.file} />
              <Columns
                main={<RecoveryCard recovery={view.file.recovery} />}
                side={
                  <Section title="要办的事">
                    <Doing view={view} now={now} role={role} onDone={finish} />
                  </Section>
                }
              />
              <Button id="to-case" kind="plain" onTap={() => openCase(view.id)}>
                看案件全部经过
              </Button>
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}
