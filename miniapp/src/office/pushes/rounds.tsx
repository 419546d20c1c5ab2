/** The rounds, the latest first: each institution's answer, and questions that wait for one. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { modeText } from "../../asked-word";
import { Card, Section } from "../../ui/card";
import { percentText, yuanText } from "../../ui/money-text";
import { Tag } from "../../ui/tag";
import { LEAD_WORDS } from "../../words/lead";
import { dayText, momentText } from "../../words/time";
import { AnswerForm } from "./answer";

type Lead = CaseView["leads"][number];

/** The last word is the institution's own question. */
export const waitsForAnswer = (lead: Lead) => lead.talk.at(-1)?.from === lead.org.name;

function LeadCard({ view, lead, onAnswered }: { view: CaseView; lead: Lead; onAnswered: () => unknown }) {
  const words = LEAD_WORDS[lead.status];
  const answerable = view.status === "push_open" && view.actions.includes("answerLead") && lead.talk.length > 0;
  return (
    <Card id={`lead-${lead.id}`}>
      <View className="lrow-top">
        <View className="strong">{lead.org.name}</View>
        <Tag tone={words.tone}>{words.says}</Tag>
      </View>
      {lead.reason ? <View>{`婉拒理由：${lead.reason}`}</View> : null}
      {lead.offer ? (
        <View className="num">
          {`报价 ${yuanText(lead.offer.amount)} 元，年利率 ${percentText(lead.offer.rate)}，${lead.offer.termMonths} 个月，${modeText(lead.offer.mode)}`}
          {lead.offer.remark ? <View className="muted">{lead.offer.remark}</View> : null}
        </View>
      ) : null}
      {lead.talk.map((line) => (
        <View key={`${line.at}${line.from}${line.text}`}>
          <View className="small muted">{`${line.from}，${momentText(line.at)}`}</View>
          <View>{line.text}</View>
        </View>
      ))}
      {answerable ? <AnswerForm caseId={view.id} lead={lead} waiting={waitsForAnswer(lead)} onAnswered={onAnswered} /> : null}
    </Card>
  );
}

export function Rounds({ view, onAnswered }: { view: CaseView; onAnswered: () => unknown }) {
  const rounds = [...new Set(view.leads.map((lead) => lead.round))].sort((a, b) => b - a);
  return (
    <>
      {rounds.map((round) => {
        const leads = view.leads.filter((lead) => lead.round === round);
        const failed = leads.every((lead) => lead.status === "declined");
        return (
          <Section key={round} title={`第 ${round} 次推送`} aside={`${dayText(leads[0]?.pushedOn ?? "")}${failed ? "，没有成功" : ""}`}>
            {leads.map((lead) => (
              <LeadCard key={lead.id} view={view} lead={lead} onAnswered={onAnswered} />
            ))}
          </Section>
        );
      })}
    </>
  );
}
