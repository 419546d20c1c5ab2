/** The case's events as a timeline: what, who, when, the facts, and the folded trace. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { Article } from "../ui/article";
import { Card } from "../ui/card";
import { Timeline } from "../ui/timeline";
import { EVENT_WORDS } from "../words/event";
import { FILE_EVENT_WORDS } from "../words/file-event";
import { momentText } from "../words/time";
import { eventLines } from "./event-lines";
import { Trace } from "./trace";

type Event = CaseView["timeline"][number];
const wordOf = (type: string): string | undefined =>
  (EVENT_WORDS as Readonly<Record<string, string>>)[type] ?? (FILE_EVENT_WORDS as Readonly<Record<string, string>>)[type];

const Note = ({ event }: { event: Event }) => (
  <View>
    {eventLines(event).map((line) => (
      <View key={line}>{line}</View>
    ))}
    {event.article ? <Article article={event.article} /> : null}
  </View>
);

export const CaseHistory = ({ events }: { events: CaseView["timeline"] }) =>
  events.length ? (
    <Card id="case-timeline">
      <Timeline
        items={[...events]
          .sort((a, b) => b.seq - a.seq)
          .map((event) => ({
            key: String(event.seq),
            what: wordOf(event.type) ?? "案件有新进展",
            who: event.by ? [event.by.org, event.by.name].filter(Boolean).join(" ") : undefined,
            when: momentText(event.at),
            note: <Note event={event} />,
            why: event.decision ? <Trace decision={event.decision} /> : undefined,
          }))}
      />
    </Card>
  ) : (
    <Card>还没有经过记录。企业提交后，每一步都会记在这里。</Card>
  );
