/** The case's events as a timeline: what, who, when, the facts, and the folded trace. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { Card } from "../ui/card";
import { Timeline } from "../ui/timeline";
import { EVENT_WORDS, factLines, momentText } from "../words";
import { Trace } from "./trace";

export const CaseHistory = ({ events }: { events: CaseView["timeline"] }) => (
  <Card id="case-timeline">
    <Timeline
      items={[...events]
        .sort((a, b) => b.seq - a.seq)
        .map((event) => {
          const facts = factLines(event.facts);
          return {
            key: String(event.seq),
            what: (EVENT_WORDS as Record<string, string>)[event.type] ?? "案件有新进展",
            who: event.by ? [event.by.org, event.by.name].filter(Boolean).join(" ") : undefined,
            when: momentText(event.at),
            note: facts.length ? (
              <View>
                {facts.map((fact) => (
                  <View key={fact}>{fact}</View>
                ))}
                {event.article ? <View className="small muted">{`依据：${event.article}`}</View> : null}
              </View>
            ) : event.article ? (
              <View className="small muted">{`依据：${event.article}`}</View>
            ) : undefined,
            why: event.decision ? <Trace decision={event.decision} /> : undefined,
          };
        })}
    />
  </Card>
);
