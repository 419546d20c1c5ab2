/** 联审会议: the meetings, the latest first, a reminder when the quarter has none, and calling one. */

import { useState } from "react";
import { call } from "../../api";
import { today } from "../../case/due";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, ListRow } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { More } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { usePages } from "../../use-pages";
import { dayText, quarterText } from "../../words/time";
import { Convoke } from "./convoke";

type Meeting = Awaited<ReturnType<typeof call<"listMeetings">>>["meetings"][number];

function statusOf(meeting: Meeting): { status: string; tone: "plain" | "todo" | "done" | "warn" } {
  if (meeting.agenda === 0) return { status: "还没有议程", tone: "plain" };
  if (meeting.open === 0) return { status: "已议完", tone: "done" };
  return meeting.heldOn > today() ? { status: "待召开", tone: "todo" } : { status: `${meeting.open} 件未议完`, tone: "warn" };
}

export default function Meetings() {
  const now = useGuard();
  const [calling, setCalling] = useState(false);
  const { load, more, busy } = usePages(
    now
      ? async (cursor) => {
          const { meetings, next, overdue } = await call("listMeetings", { query: { cursor } });
          return { rows: meetings, next, extra: overdue };
        }
      : null,
    [now?.actingAs],
  );
  if (!now) return null;
  const office = acting(now)?.orgKind === "office";
  const overdue = load.data?.extra;
  return (
    <Page
      title={`${panelTerm()}会议`}
      lead="原则上每季度开一次，把初筛通过的案件排入议程。"
      wide
      onRefresh={load.refresh}
      bar={
        office ? (
          <Button id="convoke" onTap={() => setCalling(true)}>
            召集会议
          </Button>
        ) : undefined
      }
    >
      {overdue ? (
        <Banner tone="warn" title={`${quarterText(overdue.quarter)}还没有开会`}>
          <Cited article={overdue.article}>{`有 ${overdue.waiting} 件案件在等${panelTerm()}，请召集会议。只提示，不影响办理。`}</Cited>
        </Banner>
      ) : null}
      <Loaded load={load} empty={(data) => data.rows.length === 0} none={<Empty title="还没有会议">先完成初筛，再召集会议，把案件排入议程。</Empty>}>
        {(data) => (
          <>
            <Card flush id="meetings">
              {data.rows.map((meeting) => (
                <ListRow
                  key={meeting.id}
                  id={`meeting-${meeting.id}`}
                  title={meeting.title}
                  {...statusOf(meeting)}
                  meta={[dayText(meeting.heldOn), meeting.place, `议程 ${meeting.agenda} 件`]}
                  onTap={() => go("/office/meeting/index", { id: meeting.id })}
                />
              ))}
            </Card>
            <More shown={data.rows.length} more={Boolean(data.next)} busy={busy} onMore={more} />
          </>
        )}
      </Loaded>
      {calling ? <Convoke onClose={() => setCalling(false)} /> : null}
    </Page>
  );
}
