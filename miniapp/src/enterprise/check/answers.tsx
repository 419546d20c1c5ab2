/** Every answer as it will be handed in, each with a way to change it. */
import { View } from "@tarojs/components";
import { INDUSTRIES, type Industry } from "../../../../shared/enterprise/size-class";
import { Card, Row, Section } from "../../ui/card";
import { amountReading } from "../../ui/money-text";
import { DRAFT_WORDS as SAYS, TASK_WORDS } from "../../words/draft";
import { figureText } from "../../words/figure";
import { PAPER_WORDS } from "../../words/paper";
import { dayText } from "../../words/time";
import type { ApplicationView, Draft } from "../draft-keeper";
import { askedPapers, type FormTask, yearsOf } from "../judge";
import { openTask } from "../preview";

const YES = { yes: "是", no: "否" } as const;
const EMPTY = "还没有填";

interface Line {
  field: string;
  label: string;
  value: string;
}

const money = (text: string | undefined) => amountReading(text ?? "") ?? text;
const yes = (text: string | undefined) => YES[text as keyof typeof YES];

function linesOf(view: ApplicationView, draft: Draft): Record<FormTask, Line[]> {
  const line = (field: string, value: string | undefined, label = SAYS[field] ?? ""): Line => ({ field, label, value: value?.trim() || EMPTY });
  const focus = view.focusFields.find((one) => one.id === draft.focusField)?.says;
  const profiles = view.focusProfiles.filter((one) => draft.focusProfiles?.includes(one.id)).map((one) => one.says);
  const activity = draft.activity === "other" ? "都不涉及" : draft.activity && figureText("activity", draft.activity);
  return {
    enterprise: [
      line("registeredDistrict", draft.registeredDistrict),
      line("registeredAddress", draft.registeredAddress),
      line("registration", draft.registration && figureText("registration", draft.registration)),
      line("establishedOn", draft.establishedOn && dayText(draft.establishedOn)),
      line("industry", INDUSTRIES[draft.industry as Industry]?.name),
      line("activity", activity),
      line("listedProcess", yes(draft.listedProcess)),
    ],
    people: [
      line("representativeName", draft.representativeName),
      line("representativeId", draft.representativeId),
      line("controllerName", draft.controllerName),
      line("controllerId", draft.controllerId),
      ...(draft.holders ?? []).map((holder, at) =>
        line(`holders.${at}.name`, `${holder.name ?? ""} ${holder.percent ?? ""}%，证件号 ${holder.id ?? ""}`, `股东 ${at + 1}`),
      ),
      ...(draft.affiliates ?? []).map((firm, at) =>
        line(`affiliates.${at}.name`, `${firm.name ?? ""} ${firm.creditCode ?? ""}`, `关联企业 ${at + 1}`),
      ),
    ],
    figures: yearsOf(view, draft).flatMap((year, at) => [
      line(`years.${at}.headcount`, year.headcount && `${year.headcount} 人`, `${year.fiscalYear} 年度从业人数`),
      line(`years.${at}.revenue`, money(year.revenue), `${year.fiscalYear} 年度营业收入`),
      line(`years.${at}.assets`, money(year.assets), `${year.fiscalYear} 年度资产总额`),
    ]),
    project: [
      line("projectDescription", draft.projectDescription),
      line("needAmount", money(draft.needAmount)),
      line("needPurpose", draft.needPurpose),
      line("needTermMonths", draft.needTermMonths && `${draft.needTermMonths} 个月`),
      ...(view.focusFields.length ? [line("focusField", focus ?? (draft.focusField === "" ? "都不属于" : "没有选（选填）"))] : []),
      ...(view.focusProfiles.length ? [line("focusProfiles", profiles.join("、") || "没有选（选填）")] : []),
    ],
    conduct: [
      line("dishonestEnterprise", yes(draft.dishonestEnterprise)),
      line("dishonestRepresentative", yes(draft.dishonestRepresentative)),
      ...(draft.conduct ?? []).map((record, at) =>
        line(
          `conduct.${at}.detail`,
          `${record.occurredOn ? dayText(record.occurredOn) : ""} ${figureText("subject", record.subject ?? "")}：${record.detail ?? ""}`,
          `记录 ${at + 1}`,
        ),
      ),
      ...(draft.conduct?.length ? [] : [line("conduct", "没有")]),
    ],
  };
}

export function Answers({ view, draft }: { view: ApplicationView; draft: Draft }) {
  const groups = linesOf(view, draft);
  const asked = askedPapers(view, draft);
  const files = (kind: string, fiscalYear?: number) =>
    view.statements.filter((paper) => paper.kind === kind && (fiscalYear === undefined || paper.fiscalYear === fiscalYear));
  const more = view.statements.filter((paper) => !asked.some((one) => one.kind === paper.kind));
  return (
    <>
      {(Object.entries(groups) as [FormTask, Line[]][]).map(([task, lines]) => (
        <Section key={task} title={TASK_WORDS[task]}>
          <Card id={`answers-${task}`}>
            {lines.map(({ field, label, value }) => (
              <Row key={field} label={label} action="更改" onAction={() => openTask(view.caseId, task, field)}>
                <View className={value === EMPTY ? "danger-text" : undefined}>{value}</View>
              </Row>
            ))}
          </Card>
        </Section>
      ))}
      {asked.length + more.length > 0 ? (
        <Section title="材料">
          <Card id="answers-papers">
            {asked.map((one) => {
              const found = files(one.kind, one.fiscalYear);
              return (
                <Row
                  key={`${one.kind}${one.fiscalYear ?? ""}`}
                  label={`${one.says}${one.fiscalYear ? `（${one.fiscalYear}）` : ""}`}
                  action="更改"
                  onAction={() => openTask(view.caseId, "papers")}
                >
                  {found.length ? found.map((paper) => <View key={paper.id}>{paper.name}</View>) : <View className="danger-text">还没有上传</View>}
                </Row>
              );
            })}
            {more.map((paper) => (
              <Row
                key={paper.id}
                label={PAPER_WORDS[paper.kind as keyof typeof PAPER_WORDS] ?? PAPER_WORDS.other}
                action="更改"
                onAction={() => openTask(view.caseId, "papers")}
              >
                {paper.name}
              </Row>
            ))}
          </Card>
        </Section>
      ) : null}
    </>
  );
}
