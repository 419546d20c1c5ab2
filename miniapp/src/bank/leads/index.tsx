/** 融资线索: this institution's inbox by status, and before it the cases that wait for its opinion. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { addDays, type LocalDate } from "../../../../shared/local-date";
import { stepOf } from "../../../../shared/process/procedure";
import { valueOn } from "../../../../shared/rule/parameter";
import { type Answer, call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { dueWords } from "../../case/due";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting, type Membership } from "../../session";
import { payTerm } from "../../term";
import { Card, ListRow, Section } from "../../ui/card";
import { More, TabsBar } from "../../ui/lists";
import { percentText, wanText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { usePages } from "../../use-pages";
import { LEAD_WORDS } from "../../words/lead";
import { dayText } from "../../words/time";

type LeadRow = Answer<"listLeads">["leads"][number];
type Status = LeadRow["status"];
type Filter = Status | "all";
const STATUSES: readonly Status[] = ["open", "offered", "funded", "declined", "closed"];

/** The day on which the office reminds; an answer is still taken after it. */
function remindOn(schemeId: string, pushedOn: string): string | null {
  const step = stepOf(schemeOf(schemeId).admission, "push");
  const days = step?.remindAfterDays ? valueOn(step.remindAfterDays, pushedOn as LocalDate) : undefined;
  return days?.ok ? addDays(pushedOn as LocalDate, days.value) : null;
}

function Row({ lead, schemeId }: { lead: LeadRow; schemeId: string }) {
  const remind = lead.status === "open" ? remindOn(schemeId, lead.pushedOn) : null;
  const due = remind ? dueWords(remind) : null;
  return (
    <ListRow
      id={`lead-${lead.id}`}
      title={lead.enterprise}
      status={LEAD_WORDS[lead.status].says}
      tone={LEAD_WORDS[lead.status].tone}
      amount={wanText(lead.need)}
      meta={[
        lead.tierSays && `${lead.tierSays}，${payTerm()} ${percentText(lead.ratio)}`,
        lead.covered && `最多${payTerm()} ${yuanText(lead.covered)} 元`,
        lead.caseNo,
        `${dayText(lead.pushedOn)}推送`,
      ]}
      due={due ? `请于${due.says}` : null}
      late={due?.late}
      onTap={() => go("/bank/lead/index", { id: lead.caseId, lead: lead.id })}
    />
  );
}

function Opinions({ role }: { role: Membership }) {
  const load = useLoad(() => call("listCases", { query: { waiting: "1", status: "check_open", limit: 50 } }), [role.membershipId]);
  const cases = load.data?.cases ?? [];
  if (!cases.length) return null;
  return (
    <Section title="等本机构出具初筛意见" aside={`${cases.length} 件`}>
      <Card flush>
        {cases.map((row) => (
          <CaseRow key={row.id} row={row} onTap={() => go("/bank/opinion/index", { id: row.id })} />
        ))}
      </Card>
    </Section>
  );
}

const NONE: Record<Filter, { title: string; says: string }> = {
  all: { title: "还没有收到线索", says: "有案件推送给本机构后，会出现在这里，“消息”里也会提醒。" },
  open: { title: "没有待答复的线索", says: "新推送的线索会先出现在这里。" },
  offered: { title: "没有已报价的线索", says: "报价后、放款前的线索在这里，放款后请登记。" },
  funded: { title: "还没有放款的线索", says: "登记放款后会出现在这里。" },
  declined: { title: "没有婉拒过线索", says: "婉拒的线索和理由会留在这里。" },
  closed: { title: "没有已结束的线索", says: "由别家机构放款或撤回的线索会在这里。" },
};

function Inbox({ role }: { role: Membership }) {
  const [filter, setFilter] = useState<Filter>("all");
  const pages = usePages<LeadRow, Record<string, number>>(
    async (cursor) => {
      const page = await call("listLeads", { query: { ...(filter === "all" ? {} : { status: filter }), ...(cursor ? { cursor } : {}) } });
      return { rows: page.leads, next: page.next, extra: page.counts };
    },
    [role.membershipId, filter],
  );
  const [counts, setCounts] = useState<Record<string, number>>({});
  const fresh = pages.load.data?.extra;
  if (fresh && fresh !== counts) setCounts(fresh);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page title="融资线索" lead={role.orgName} wide onRefresh={pages.load.refresh}>
      <Opinions role={role} />
      <View>
        <TabsBar<Filter>
          label="按状态看"
          value={filter}
          options={[
            { value: "all", label: "全部", count: all },
            ...STATUSES.map((status) => ({ value: status, label: LEAD_WORDS[status].says, count: counts[status] ?? 0 })),
          ]}
          onChange={setFilter}
        />
        <Loaded load={pages.load} empty={(data) => data.rows.length === 0} none={<Empty title={NONE[filter].title}>{NONE[filter].says}</Empty>}>
          {(data) => (
            <>
              <Card flush id="leads">
                {data.rows.map((lead) => (
                  <Row key={lead.id} lead={lead} schemeId={role.schemeId} />
                ))}
              </Card>
              <More shown={data.rows.length} more={data.next !== null} busy={pages.busy} onMore={pages.more} />
            </>
          )}
        </Loaded>
      </View>
    </Page>
  );
}

export default function Leads() {
  const now = useGuard();
  const role = acting(now);
  return now && role ? <Inbox role={role} /> : null;
}
