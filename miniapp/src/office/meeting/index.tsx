/** 会议: its agenda; `id` is the meeting. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { useGuard } from "../../guard";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Meeting() {
  const now = useGuard();
  const meetingId = useRouter().params.id ?? "";
  const load = useLoad(() => (now ? call("getMeeting", { params: { meetingId } }) : null), [meetingId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title={load.data?.meeting.title ?? "会议"} wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.agenda.length === 0}
        none={<Empty title="议程还是空的">把初筛通过的案件排入会议后，会出现在这里。</Empty>}
      >
        {(data) => (
          <Card flush>
            {data.agenda.map((item) => (
              <CaseRow key={item.case.id} row={item.case} />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
