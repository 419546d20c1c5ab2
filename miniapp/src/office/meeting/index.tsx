/** 会议: its agenda with each case's progress, and the cases that still wait for a meeting; `id` is the meeting. */

import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { panelTerm, payTerm } from "../../term";
import { Card, Columns, ListRow, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import type { Tone } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { STATUS_WORDS, TIER_WORDS } from "../../words/status";
import { dayText } from "../../words/time";

type Told = Awaited<ReturnType<typeof call<"getMeeting">>>;
type Item = Told["agenda"][number];

/** How far one case of the agenda has got. */
function progress(item: Item): { status: string; tone: Tone } {
  const voters = item.seats.filter((seat) => seat.recused === undefined);
  const voted = voters.filter((seat) => seat.voted).length;
  if (item.result === "dropped") return { status: "机构撤回或已退回", tone: "plain" };
  if (item.result === "decided" && item.about === "claim") return { status: "已形成审核意见", tone: "done" };
  if (item.result === "decided") return { status: item.case.tier ? (TIER_WORDS[item.case.tier] ?? "已有结果") : "已有结果", tone: "done" };
  if (item.result === "deferred") return { status: "转下次会议", tone: "warn" };
  if (item.round > 0) return { status: `${item.round > 1 ? "重新表决，" : ""}已投 ${voted} / ${voters.length}`, tone: "warn" };
  const odd = voters.length % 2 === 1;
  return { status: odd ? `${voters.length} 家，待表决` : `${voters.length} 家，要调整`, tone: odd ? "todo" : "warn" };
}

/** Where a case of either kind is worked on. */
const deskOf = (about: Item["about"]) => (about === "claim" ? "/office/claim/index" : "/office/panel/index");

const Agenda = ({ told, office }: { told: Told; office: boolean }) =>
  told.agenda.length ? (
    <Card flush id="agenda">
      {told.agenda.map((item) => (
        <ListRow
          key={`${item.about}${item.case.id}`}
          id={`case-${item.case.id}`}
          title={item.case.enterprise}
          {...progress(item)}
          amount={item.case.need ? wanText(item.case.need) : undefined}
          meta={[
            item.about === "claim" && `${payTerm()}审核`,
            item.case.no,
            item.case.recommender,
            item.seats.some((seat) => seat.recused !== undefined) && "有单位回避",
          ]}
          onTap={() => (office ? go(deskOf(item.about), { id: item.case.id, meeting: told.meeting.id }) : openCase(item.case.id))}
        />
      ))}
    </Card>
  ) : (
    <Empty title="议程还是空的">
      {told.waiting.length ? `从待排入的案件里选，确定${panelTerm()}单位后排入。` : "初筛通过的案件会出现在待排入里。"}
    </Empty>
  );

export default function MeetingPage() {
  const now = useGuard();
  const meetingId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && meetingId ? call("getMeeting", { params: { meetingId } }) : null), [meetingId, now?.actingAs]);
  if (!now) return null;
  const office = acting(now)?.orgKind === "office";
  const meeting = load.data?.meeting;
  return (
    <Page title={meeting?.title ?? "会议"} lead={meeting ? `${dayText(meeting.heldOn)}，${meeting.place}` : undefined} wide onRefresh={load.refresh}>
      <Loaded load={load}>
        {(told) => (
          <Columns
            main={
              <Section title="议程" aside={`${told.agenda.length} 件`}>
                <Agenda told={told} office={office} />
              </Section>
            }
            side={
              <>
                <Counts
                  items={[
                    { label: "议程", value: String(told.meeting.agenda), unit: "件" },
                    { label: "未议完", value: String(told.meeting.open), unit: "件" },
                  ]}
                />
                {office ? (
                  <Section title="待排入会议" aside={`${told.waiting.length} 件`}>
                    {told.waiting.length ? (
                      <Card flush id="waiting-cases">
                        {told.waiting.map((row) => (
                          <ListRow
                            key={`${row.about}${row.id}`}
                            id={`schedule-${row.id}`}
                            title={row.enterprise}
                            status={row.about === "claim" ? `待${payTerm()}${panelTerm()}` : STATUS_WORDS[row.status].says}
                            tone={row.about === "claim" ? "todo" : STATUS_WORDS[row.status].tone}
                            amount={row.need ? wanText(row.need) : undefined}
                            meta={[row.about === "claim" && `${payTerm()}审核`, row.no, row.recommender]}
                            onTap={() => go(deskOf(row.about), { id: row.id, meeting: told.meeting.id })}
                          />
                        ))}
                      </Card>
                    ) : (
                      <Card>没有等着排入会议的案件。</Card>
                    )}
                  </Section>
                ) : null}
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
