/** What is entered on a loan: one form at a time, those that the viewer may call; and taking back a repayment that was wrong. */

import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { actOf, fileOf } from "../../case/file/file-of";
import { ReasonSheet } from "../../case/reason-sheet";
import type { Membership, Session } from "../../session";
import { payTerm } from "../../term";
import { Banner } from "../../ui/errors";
import { TabsBar } from "../../ui/lists";
import { dayText } from "../../words/time";
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

export function Entering({ view, now, role, onDone }: DeskProps) {
  const ways = WAYS.filter((way) => view.actions.includes(way));
  const [chosen, setChosen] = useState<Way | "">("");
  const file = fileOf(view);
  const way = ways.find((each) => each === chosen) ?? ways[0];
  if (!file) return null;
  if (!way)
    return (
      <Banner title="这笔贷款现在没有要登记的">
        {file.claim?.paid ? `资金已经${payTerm()}，收回的钱请登记为追偿收回。` : "贷款已结清，或由放贷机构登记。"}
      </Banner>
    );
  const { Form } = FORMS[way];
  return (
    <>
      <TabsBar<Way> label="登记什么" value={way} options={ways.map((each) => ({ value: each, label: FORMS[each].says }))} onChange={setChosen} />
      <Form key={`${way}-${view.timeline.length}`} view={view} file={file} by={actOf(now, role)} onDone={onDone} />
    </>
  );
}

export function Undo({ view, id, onDone }: { view: CaseView; id: string | null; onDone: (what: string | null) => unknown }) {
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
