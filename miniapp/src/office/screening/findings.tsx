/** What was found and what partners think: each with its source and time, and who has not answered yet. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Tag, type Tone } from "../../ui/tag";
import { FINDING_RESULT_WORDS, FINDING_SUBJECT_WORDS, FINDING_TOPIC_WORDS, OPINION_WORDS, SOURCE_WORDS } from "../../words/screening";
import { dayText, momentText } from "../../words/time";
import { FindingForm } from "./finding-form";
import "../office.css";

type Check = CaseView["checks"][number];
const RESULT_TONES: Record<string, Tone> = { clear: "done", adverse: "bad", unclear: "warn" };
const VERDICT_TONES: Record<string, Tone> = { support: "done", caution: "warn", oppose: "bad" };

const Finding = ({ finding }: { finding: Check["findings"][number] }) => (
  <View className="panel-row">
    <View className="lrow-top">
      <View className="strong">{`${FINDING_SUBJECT_WORDS[finding.subject] ?? ""} · ${FINDING_TOPIC_WORDS[finding.topic] ?? finding.topic}`}</View>
      <Tag tone={RESULT_TONES[finding.result]}>{FINDING_RESULT_WORDS[finding.result] ?? finding.result}</Tag>
    </View>
    <View>{finding.detail}</View>
    <View className="small muted">
      {`${SOURCE_WORDS[finding.source] ?? "来源"} ${finding.sourceName}，${momentText(finding.queriedAt)} 查询${finding.occurredOn ? `，发生于 ${dayText(finding.occurredOn)}` : ""}`}
    </View>
  </View>
);

interface FindingsProps {
  view: CaseView;
  check: Check;
  onRecorded: () => unknown;
}

export function Findings({ view, check, onRecorded }: FindingsProps) {
  const [adding, setAdding] = useState(false);
  const may = view.actions.includes("recordFinding");
  const recorded = async () => {
    setAdding(false);
    await onRecorded();
  };
  return (
    <Section title="核查结果" aside={`${check.findings.length} 条`}>
      <Card id="findings">
        {check.findings.map((finding) => (
          <Finding key={JSON.stringify(finding)} finding={finding} />
        ))}
        {check.findings.length ? null : <View className="muted">还没有核查结果。查到什么、没查到什么都要记录。</View>}
        {may && !adding ? (
          <View className="mt">
            <Button id="add-finding" kind="secondary" onTap={() => setAdding(true)}>
              记录一条核查结果
            </Button>
          </View>
        ) : null}
      </Card>
      {may && adding ? <FindingForm view={view} onRecorded={recorded} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

export function Opinions({ check }: { check: Check }) {
  const silent = check.consulted.filter((org) => !check.opinions.some((opinion) => opinion.org.id === org.id));
  return (
    <Section title="会同机构意见" aside={`${check.opinions.length} / ${check.consulted.length} 家`}>
      <Card id="opinions">
        {check.opinions.map((opinion) => (
          <View className="panel-row" key={opinion.org.id}>
            <View className="lrow-top">
              <View className="strong">{opinion.org.name}</View>
              <Tag tone={VERDICT_TONES[opinion.verdict]}>{OPINION_WORDS[opinion.verdict] ?? opinion.verdict}</Tag>
            </View>
            <View>{opinion.detail}</View>
          </View>
        ))}
        {silent.map((org) => (
          <View className="panel-row" key={org.id}>
            <View className="lrow-top">
              <View className="strong">{org.name}</View>
              <Tag tone="todo">等意见</Tag>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
