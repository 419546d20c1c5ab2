/** Which meeting a case is put on. */

import { call } from "../../api";
import { go } from "../../go";
import { panelTerm } from "../../term";
import { Card, ListRow, Section } from "../../ui/card";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

export function ChooseMeeting({ onChoose }: { onChoose: (meetingId: string) => void }) {
  const load = useLoad(() => call("listMeetings", { query: {} }), []);
  return (
    <Section title="排入哪次会议">
      <Loaded
        load={load}
        empty={(data) => data.meetings.length === 0}
        none={
          <Empty title="还没有会议" action="召集会议" onAction={() => go("/office/meetings/index")}>
            先召集一次{panelTerm()}会议，再把案件排入。
          </Empty>
        }
      >
        {(data) => (
          <Card flush id="choose-meeting">
            {data.meetings.map((meeting) => (
              <ListRow
                key={meeting.id}
                id={`choose-${meeting.id}`}
                title={meeting.title}
                meta={[dayText(meeting.heldOn), meeting.place, `已有 ${meeting.agenda} 件`]}
                onTap={() => onChoose(meeting.id)}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Section>
  );
}
