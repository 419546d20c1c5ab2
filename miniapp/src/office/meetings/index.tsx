/** 联审会议. */
import { call } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { Card, ListRow } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words";

export default function Meetings() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listMeetings") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="联审会议" wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.meetings.length === 0}
        none={<Empty title="这里还是空的">还没有会议。先完成初筛，再召集会议。</Empty>}
      >
        {(data) => (
          <Card flush>
            {data.meetings.map((meeting) => (
              <ListRow
                key={meeting.id}
                title={meeting.title}
                meta={[dayText(meeting.heldOn), meeting.place, `${meeting.agenda} 件`]}
                onTap={() => go("/office/meeting/index", { id: meeting.id })}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
