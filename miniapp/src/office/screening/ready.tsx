/** Whether the screening may pass now: an opinion, a finding with its source, and the rules with the findings added. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { factsWithFindings } from "../../../../shared/process/check";
import type { CheckFinding } from "../../../../shared/process/event";
import { type CheckStep, stepById, stepOf } from "../../../../shared/process/procedure";
import { valueOn } from "../../../../shared/rule/parameter";
import { factsOfView, previewOf } from "../../case/application";
import { today } from "../../case/due";
import { PreviewCard } from "../../case/preview-card";
import { schemeOf } from "../../scheme";
import { Card, Row, Section } from "../../ui/card";
import { Tag } from "../../ui/tag";
import { FINDING_TOPIC_WORDS } from "../../words/screening";

type Check = CaseView["checks"][number];

/** The check that the case is in, or has been through last. */
export function checkStepOf(view: CaseView): CheckStep | undefined {
  const { admission } = schemeOf(view.scheme.id);
  const step = stepById(admission, view.step);
  const here = step?.kind === "check" ? step : stepById(admission, view.checks.at(-1)?.step ?? "");
  return here?.kind === "check" ? here : stepOf(admission, "check");
}

/** How many opinions are needed, given, and what else is missing. */
export function standing(view: CaseView, check: Check | undefined) {
  const { consult, topics } = checkStepOf(view) ?? {};
  const min = consult ? valueOn(consult.min, today()) : undefined;
  const least = min?.ok ? min.value : 0;
  const opinions = check?.opinions.length ?? 0;
  const findings = check?.findings.length ?? 0;
  const unasked = topics?.asked.filter((topic) => !check?.findings.some((finding) => finding.topic === topic)) ?? [];
  return { least, opinions, findings, unasked, topics, consult, ready: opinions >= least && findings > 0 && unasked.length === 0 };
}

const State = ({ met, says }: { met: boolean; says: string }) => <Tag tone={met ? "done" : "todo"}>{says}</Tag>;

export function Readiness({ view }: { view: CaseView }) {
  const check = view.checks.at(-1);
  const { least, opinions, findings, unasked, topics, consult } = standing(view, check);
  const facts = factsOfView(view);
  const preview = facts ? previewOf(view, factsWithFindings(facts, (check?.findings ?? []) as unknown as CheckFinding[]), "screening") : undefined;
  return (
    <Section title="能不能通过">
      <Card id="readiness">
        {consult ? (
          <Row label={`机构意见（至少 ${least} 家，${consult.cites.article}）`}>
            <State met={opinions >= least} says={opinions >= least ? `已有 ${opinions} 家` : `还差 ${least - opinions} 家`} />
          </Row>
        ) : null}
        {topics ? (
          <Row label={`要核查的事项（${topics.cites.article}）`}>
            <State
              met={unasked.length === 0}
              says={unasked.length ? `还缺 ${unasked.map((topic) => FINDING_TOPIC_WORDS[topic] ?? topic).join("、")}` : "都已核查"}
            />
          </Row>
        ) : null}
        <Row label="写明来源的核查结果">
          <State met={findings > 0} says={findings > 0 ? `已记 ${findings} 条` : "还没有记录"} />
        </Row>
      </Card>
      {preview ? (
        <View className="mt">
          <PreviewCard preview={preview} step={`通过${checkStepOf(view)?.says ?? "核查"}`} />
        </View>
      ) : null}
    </Section>
  );
}
