/** Whether the firm fits, as it types: what fails, what is missing, what holds, each with its figures and article. */
import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { type Decision, type Finding, FindingLine } from "../case/trace";
import { go } from "../go";
import { Card, Section } from "../ui/card";
import { Fold } from "../ui/fold";
import { Tag, type Tone } from "../ui/tag";
import { Tap } from "../ui/tap";
import { OUTCOME_WORDS } from "../words/verdict";
import { FORM_TASKS, type FormTask, type TaskId, taskOf } from "./judge";

const TONES: Record<Decision["outcome"], Tone> = { eligible: "done", ineligible: "bad", incomplete: "todo" };
const GROUPS: readonly { verdict: Finding["verdict"]; says: string }[] = [
  { verdict: "unmet", says: "不符合" },
  { verdict: "missing", says: "还缺" },
  { verdict: "warning", says: "请留意" },
  { verdict: "met", says: "符合" },
];
const LEADS: Record<Decision["outcome"], string> = {
  eligible: "按现在填的内容，各项条件都符合，可以提交。",
  ineligible: "按现在填的内容，有不符合的条件。填错了请更改；确实不符合的，不能提交。",
  incomplete: "资料还不全，填好以后这里会随时更新。",
};

/** One step back, or to the task list where this page was opened by its address. */
export function backToTasks(caseId: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: `/enterprise/tasks/index?id=${caseId}` });
}

/** The page on which a task is done. */
export function openTask(caseId: string, task: TaskId, field?: string): void {
  if (FORM_TASKS.includes(task as FormTask)) go("/enterprise/form/index", { id: caseId, task, field });
  else go(task === "papers" ? "/enterprise/uploads/index" : "/enterprise/check/index", { id: caseId });
}

interface PreviewProps {
  caseId: string;
  decision: Decision;
  /** The task whose page this is: its own fields need no link. */
  here?: TaskId;
  title?: string;
}

export function Preview({ caseId, decision, here, title = "符合条件吗" }: PreviewProps) {
  const open = (finding: Finding) => {
    const task = taskOf(finding.field);
    return task && task !== here ? () => openTask(caseId, task, finding.field) : undefined;
  };
  return (
    <Section title={title} aside="随填随判，以提交时为准">
      <Card id="preview">
        <Tag tone={TONES[decision.outcome]}>{OUTCOME_WORDS[decision.outcome]}</Tag>
        <View className="strong">{LEADS[decision.outcome]}</View>
        {GROUPS.map(({ verdict, says }) => {
          const findings = decision.findings.filter((finding) => finding.verdict === verdict);
          if (!findings.length) return null;
          return (
            <Fold key={verdict} id={`preview-${verdict}`} label={`${says} ${findings.length} 项`} open={verdict === "unmet"}>
              <View className="why">
                {findings.map((finding) => {
                  const tap = verdict === "met" ? undefined : open(finding);
                  return (
                    <View key={finding.rule}>
                      <FindingLine finding={finding} />
                      {tap ? (
                        <Tap className="link small" role="link" onTap={tap} label={`去填：${finding.says}`}>
                          去填
                        </Tap>
                      ) : null}
                    </View>
                  );
                })}
              </View>
            </Fold>
          );
        })}
      </Card>
    </Section>
  );
}
