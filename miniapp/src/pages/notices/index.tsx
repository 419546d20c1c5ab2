/** The inbox: what happened that concerns me, newest first; a tap reads it and opens the case. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { failureWords } from "../../failure";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { askSubscribe } from "../../platform";
import { Button } from "../../ui/button";
import { Card, ListRow } from "../../ui/card";
import { More } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { toast } from "../../ui/toast";
import { useLoad } from "../../use-load";
import { noticeText } from "../../words/notice";
import { momentText } from "../../words/time";

type Notice = Answer<"listNotices">["notices"][number];
/** A full page of the worker; fewer means that the end is reached. */
const PAGE = 50;

const NoticeRow = ({ notice, onRead }: { notice: Notice; onRead: (notice: Notice) => void }) => {
  const words = noticeText(notice.code, notice.figures);
  return (
    <ListRow
      id={`notice-${notice.noticeId}`}
      title={words.title}
      status={notice.readAt ? "已读" : "未读"}
      tone={notice.readAt ? "plain" : "todo"}
      meta={[words.detail, momentText(notice.recordedAt)]}
      onTap={() => onRead(notice)}
    />
  );
};

function Inbox({ actingAs }: { actingAs: string | null }) {
  const load = useLoad(() => call("listNotices"), [actingAs]);
  const [older, setOlder] = useState<Notice[]>([]);
  const [ended, setEnded] = useState(false);
  const read = (notice: Notice) => {
    // Being marked is not worth an error on screen: the next look tries again.
    if (!notice.readAt) void call("readNotice", { params: { noticeId: notice.noticeId }, body: {} }).then(load.refresh, () => undefined);
    if (notice.caseId) openCase(notice.caseId);
    else if (notice.figures.amendment) go("/office/amendments/index", { id: notice.figures.amendment });
    else if (notice.code.startsWith("allocation_")) go("/fund/allocations/index");
  };
  const more = async (last: Notice) => {
    try {
      const next = await call("listNotices", { query: { before: String(last.recordedAt) } });
      setOlder([...older, ...next.notices]);
      setEnded(next.notices.length === 0);
    } catch (error) {
      toast(failureWords(error).title);
    }
  };
  const subscribe = async () => {
    const accepted = await askSubscribe();
    toast(accepted.length ? "下一条进展会在微信里提醒您" : "没有订阅，消息仍会出现在这里");
  };
  return (
    <Page title="消息" root onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.notices.length === 0} none={<Empty title="还没有消息">案件有进展时，会在这里告诉您。</Empty>}>
        {(data) => {
          const all = [...data.notices, ...older.filter((notice) => !data.notices.some((each) => each.noticeId === notice.noticeId))];
          const last = all[all.length - 1];
          return (
            <>
              <View className="muted">{data.unread ? `${data.unread} 条未读` : "全部已读"}</View>
              <Card flush>
                {all.map((notice) => (
                  <NoticeRow key={notice.noticeId} notice={notice} onRead={read} />
                ))}
              </Card>
              <More shown={all.length} more={!ended && data.notices.length >= PAGE} onMore={() => (last ? more(last) : undefined)} />
            </>
          );
        }}
      </Loaded>
      {process.env.TARO_ENV === "weapp" && __TEMPLATES__.length ? (
        <Button kind="secondary" onTap={subscribe}>
          微信提醒我下一条进展
        </Button>
      ) : null}
    </Page>
  );
}

/** A list of its own for each organisation that the person acts for. */
export default function Notices() {
  const now = useGuard();
  return now ? <Inbox key={now.actingAs} actingAs={now.actingAs} /> : null;
}
