/** 联审议程: my ballots first, then the meetings ahead, then what was decided. */

import { View } from "@tarojs/components";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { acting } from "../../session";
import { panelTerm, payTerm } from "../../term";
import { Card, ListRow, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import type { Tone } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { STATUS_WORDS, TIER_WORDS } from "../../words/status";
import { dayText } from "../../words/time";
import { type AgendaItem, agendaOf, type Place } from "./mine";

const GROUPS: readonly { title: string; places: readonly Place[] }[] = [
  { title: "等我表决", places: ["vote"] },
  { title: "即将开会", places: ["ahead"] },
  { title: "表决中", places: ["sealed", "other", "recused"] },
  { title: "以往结果", places: ["past"] },
];

const TAGS: Record<Exclude<Place, "past">, { says: string; tone: Tone }> = {
  vote: { says: "等我表决", tone: "warn" },
  other: { says: "等本单位委派人表决", tone: "todo" },
  ahead: { says: "会前看材料", tone: "todo" },
  sealed: { says: "已封存，等计票", tone: "done" },
  recused: { says: "本单位已回避", tone: "plain" },
};

const CLAIM_RESULTS: Record<string, { says: string; tone: Tone }> = {
  decided: { says: "已形成审核意见", tone: "done" },
  deferred: { says: "没有过半数，转下次会议", tone: "warn" },
  dropped: { says: "机构撤回或已退回", tone: "plain" },
};

/** The result of a past review: the tier it gave, or that it was put off. */
function pastTag({ item }: AgendaItem): { says: string; tone: Tone } {
  if (item.about === "claim") return CLAIM_RESULTS[item.result ?? ""] ?? { says: "已有结果", tone: "done" };
  if (item.result === "deferred") return { says: "没有过半数，转下次会议", tone: "warn" };
  if (item.case.tier) return { says: TIER_WORDS[item.case.tier] ?? "已有结果", tone: "done" };
  return item.case.status === "not_supported" ? STATUS_WORDS.not_supported : { says: "已有结果", tone: "done" };
}

function AgendaRow({ entry }: { entry: AgendaItem }) {
  const { item, meeting, place } = entry;
  const tag = place === "past" ? pastTag(entry) : TAGS[place];
  const voting = item.seats.filter((seat) => seat.recused === undefined);
  const rating = place === "past" ? "/reviewer/result/index" : "/reviewer/ballot/index";
  const page = item.about === "claim" ? "/reviewer/claim-ballot/index" : rating;
  return (
    <ListRow
      id={`agenda-${item.case.id}`}
      title={item.case.enterprise}
      status={tag.says}
      tone={tag.tone}
      amount={item.case.need ? wanText(item.case.need) : undefined}
      meta={[
        item.about === "claim" && `${payTerm()}审核`,
        item.case.no,
        `${dayText(meeting.heldOn)} ${meeting.place}`,
        item.round > 0 && !item.result && `第 ${item.round} 轮，${voting.filter((seat) => seat.voted).length}/${voting.length} 家已投`,
        place === "other" && `委派人：${entry.delegate}`,
      ]}
      onTap={() => go(page, { id: item.case.id })}
    />
  );
}

const AgendaList = ({ all }: { all: readonly AgendaItem[] }) => (
  <>
    {all.some((entry) => entry.place === "vote") ? null : <Banner>现在没有等您投的票。会议开始表决后，这里和“消息”里都会出现。</Banner>}
    {GROUPS.map((group) => {
      const rows = all.filter((entry) => group.places.includes(entry.place));
      return rows.length ? (
        <Section key={group.title} title={group.title} aside={`${rows.length} 件`}>
          <Card flush>
            {rows.map((entry) => (
              <AgendaRow key={`${entry.meeting.id}${entry.item.about}${entry.item.case.id}`} entry={entry} />
            ))}
          </Card>
        </Section>
      ) : null;
    })}
  </>
);

export default function Agenda() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now && role ? agendaOf(role.orgId, now.person.personId) : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title={`${panelTerm()}议程`} lead={role ? `${role.orgName} · 一个单位一票` : undefined} wide onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(all) => all.length === 0}
        none={
          <Empty title={`还没有排到本单位的${panelTerm()}`}>{partyName("office")}把案件排入会议并委派您后，会出现在这里，“消息”里也会提醒。</Empty>
        }
      >
        {(all) => (
          <View id="agenda">
            <AgendaList all={all} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}
