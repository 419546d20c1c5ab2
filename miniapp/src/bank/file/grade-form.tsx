/** The five-class grade, from a day on; a bad one says what follows from it. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { LocalDate } from "../../../../shared/local-date";
import { gradeLoan, LOAN_GRADES, type LoanGrade } from "../../../../shared/process/loan-life";
import { valueOn } from "../../../../shared/rule/parameter";
import { call } from "../../api";
import { today } from "../../case/due";
import { emptyOf, useJudged } from "../../case/file/use-judged";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { GRADE_WORDS } from "../../words/loan";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["grade", "还没有选分类。请选一类。"],
  ["on", "还没有选分类日期。"],
] as const;

export function GradeForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`grade.${view.id}`, { grade: "", on: today() as string });
  const [asking, setAsking] = useState(false);
  const { claim } = schemeOf(view.scheme.id);
  const evidence = valueOn(claim.evidence, by.on);
  const bad = evidence.ok ? evidence.value.grades : [];
  const grade = (form.grade || file.life.grade) as LoanGrade;
  const ruled = gradeLoan(file.life, grade, form.on as LocalDate, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: [], ruled });
  const send = async () => {
    const done = await act.run(() => call("gradeLoan", { params: { caseId: view.id }, body: { grade, on: form.on } }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(done.turnedBad ? `分类已登记，贷款已列为不良，可以申请${payTerm()}` : "分类已登记");
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="grade">
        <ChoiceField<LoanGrade>
          name="grade"
          label="五级分类"
          hint={`现在是“${GRADE_WORDS[file.life.grade].says}”`}
          value={form.grade as LoanGrade | ""}
          options={LOAN_GRADES.map((each) => ({
            value: each,
            label: GRADE_WORDS[each].says,
            ...(bad.includes(each) ? { hint: `不良，可以申请${payTerm()}`, cites: claim.evidence.cites.article } : {}),
          }))}
          onChange={(next) => change({ grade: next })}
          error={at("grade")}
        />
        <DateField
          name="on"
          label="分类日期"
          hint={`上次分类 ${dayText(file.life.gradedOn)}`}
          min={file.life.gradedOn}
          max={by.on}
          value={form.on}
          onChange={(on) => change({ on })}
          error={at("on")}
        />
        <View className="mt">
          <Button id="grade-check" onTap={() => setAsking(check())}>
            核对分类
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对分类" action="登记分类" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="分类">{`${GRADE_WORDS[file.life.grade].says} → ${GRADE_WORDS[grade].says}`}</Row>
        <Row label="分类日期">{dayText(form.on)}</Row>
        {bad.includes(grade) ? (
          <View className="mt">
            <Banner tone="warn" title="登记为不良以后">
              <Cited
                article={claim.prompt?.cites.article}
              >{`${partyName("office")}和推荐单位会收到消息。${claim.prompt ? `${claim.prompt.says}。` : ""}`}</Cited>
            </Banner>
          </View>
        ) : null}
      </Confirm>
    </>
  );
}
