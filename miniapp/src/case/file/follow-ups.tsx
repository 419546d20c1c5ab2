/** What the recommending unit and the insurer noted about the firm after the loan; what is abnormal says so in words. */
import { View } from "@tarojs/components";
import { Card, Section } from "../../ui/card";
import { Tag } from "../../ui/tag";
import { Timeline } from "../../ui/timeline";
import { dayText, momentText } from "../../words/time";
import type { FileView } from "./file-of";

type Note = FileView["life"]["followUps"][number];

export const FollowUps = ({ notes }: { notes: readonly Note[] }) =>
  notes.length ? (
    <Section title="贷后跟踪" aside={`${notes.length} 次`}>
      <Card id="follow-ups">
        <Timeline
          items={notes.map((note) => ({
            key: `${note.at}${note.by}`,
            what: `${dayText(note.on)}走访`,
            who: note.by,
            when: `${momentText(note.at)} 登记`,
            note: (
              <View>
                {note.abnormal ? <Tag tone="bad">有异常</Tag> : null}
                <View>{note.text}</View>
              </View>
            ),
          }))}
        />
      </Card>
    </Section>
  ) : null;
