/** The why of a decision: each rule looked at, what it said with which figures, and its article. */
import { Text, View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { refusalSentence } from "../failure";
import { Article } from "../ui/article";
import { Card, Section } from "../ui/card";
import { Fold } from "../ui/fold";
import { Tag, type Tone } from "../ui/tag";
import { ruleSetText } from "../words/edition";
import { dayText } from "../words/time";
import { told } from "../words/told";
import { CHECKPOINT_WORDS, OUTCOME_WORDS, VERDICT_WORDS } from "../words/verdict";

export type Decision = NonNullable<CaseView["decision"]>;
export type Finding = Decision["findings"][number];

const TONES: Record<Finding["verdict"], Tone> = { met: "done", unmet: "bad", missing: "todo", warning: "warn" };
/** What must be mended comes first. */
const ORDER: Record<Finding["verdict"], number> = { unmet: 0, missing: 1, warning: 2, met: 3 };

export const FindingLine = ({ finding }: { finding: Finding }) => (
  <View className="why-line">
    <View className="lrow-top">
      <Text className="strong">{finding.says}</Text>
      <Tag tone={TONES[finding.verdict]}>{VERDICT_WORDS[finding.verdict]}</Tag>
    </View>
    <View className="muted">
      {finding.code && finding.verdict !== "met"
        ? refusalSentence({ code: finding.code, figures: finding.figures })
        : told(finding.figures).replace(/^（|）$/g, "")}{" "}
      <Article article={finding.cites.article} />
    </View>
  </View>
);

/** `only` keeps the findings of some verdicts, e.g. what is unmet. */
export function Trace({ decision, only }: { decision: Decision; only?: readonly Finding["verdict"][] }) {
  const findings = decision.findings.filter((finding) => !only || only.includes(finding.verdict)).sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  return (
    <View className="why">
      <View className="why-line small muted">
        {`${CHECKPOINT_WORDS[decision.checkpoint] ?? "判断时"}：${OUTCOME_WORDS[decision.outcome]}（按 ${dayText(decision.on)} 的规则，${ruleSetText(decision.ruleSet)}）`}
      </View>
      {findings.map((finding) => (
        <FindingLine key={`${finding.rule}${finding.field ?? ""}`} finding={finding} />
      ))}
    </View>
  );
}

/** `19 条条件：符合 17，请留意 2`. */
const summary = (decision: Decision): string => {
  const of = (verdict: Finding["verdict"]) => decision.findings.filter((finding) => finding.verdict === verdict).length;
  const parts = (["unmet", "missing", "warning", "met"] as const)
    .filter((verdict) => of(verdict) > 0)
    .map((verdict) => `${VERDICT_WORDS[verdict]} ${of(verdict)} 条`);
  return parts.join("，");
};

/** The rules as last asked for this case, closed until somebody wants to know each one. */
export const RuleTrace = ({ view, open }: { view: CaseView; open?: boolean }) =>
  view.decision ? (
    <Section title="条件核对">
      <Card id="case-trace">
        <View className="strong">{`${OUTCOME_WORDS[view.decision.outcome]}（${summary(view.decision)}）`}</View>
        <View className="mt">
          <Trace decision={view.decision} only={["unmet", "missing", "warning"]} />
        </View>
        <Fold id="trace-all" label={`全部 ${view.decision.findings.length} 条条件和依据`} open={open}>
          <Trace decision={view.decision} />
        </Fold>
      </Card>
    </Section>
  ) : null;
