/** 人员: who works for each unit, registering one by phone number, putting one out. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { kindName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { SearchBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { RegisterStaff } from "./register";
import "../office.css";

export type Member = Answer<"listStaff">["staff"][number];

const matches = (member: Member, q: string) => !q || [member.name, member.phone, member.orgName, member.title].some((text) => text.includes(q));

/** Members by unit, in the order in which the worker tells them. */
function byUnit(staff: readonly Member[]): { name: string; kind: Member["orgKind"]; members: Member[] }[] {
  const units = new Map<string, { name: string; kind: Member["orgKind"]; members: Member[] }>();
  for (const member of staff) {
    const unit = units.get(member.orgId) ?? { name: member.orgName, kind: member.orgKind, members: [] };
    unit.members.push(member);
    units.set(member.orgId, unit);
  }
  return [...units.values()];
}

const MemberRow = ({ member, mine, onDisable }: { member: Member; mine: boolean; onDisable: () => void }) => (
  <View className="panel-row">
    <View className="lrow-top">
      <View>
        <View className="strong">{`${member.name} ${member.title}`}</View>
        <View className="small muted num">{member.phone}</View>
      </View>
      {member.status === "disabled" ? <Tag>已停用</Tag> : null}
      {mine ? <Tag tone="done">本人</Tag> : null}
      {member.status === "active" && !mine ? (
        <Button id={`disable-${member.phone}`} kind="plain" inline label={`停用${member.name}`} onTap={onDisable}>
          停用
        </Button>
      ) : null}
    </View>
  </View>
);

function DisableConfirm({ member, onClose, onDone }: { member: Member | null; onClose: () => void; onDone: (says: string) => unknown }) {
  const act = useAct();
  if (!member) return null;
  const disable = async () => {
    const done = await act.run(() => call("disableStaff", { params: { membershipId: member.membershipId }, body: {} }));
    if (!done) return;
    onClose();
    await onDone(`${member.orgName}的${member.name}已停用`);
  };
  return (
    <Confirm open title={`停用${member.name}`} action="停用" busyText="正在停用…" danger onConfirm={disable} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      {`${member.orgName}的${member.name}（${member.phone}）会立即退出登录，不能再为这家单位办理。已办的记录保留。需要时可以用同一个手机号重新登记。`}
    </Confirm>
  );
}

export default function Staff() {
  const now = useGuard();
  const [q, setQ] = useState("");
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const load = useLoad(() => (now ? call("listStaff", { query: {} }) : null), [now?.actingAs]);
  if (!now) return null;
  const changed = async (says: string) => {
    setDone(says);
    setAdding(false);
    await load.refresh();
    toTop();
  };
  return (
    <Page
      title="人员"
      lead="工作人员先在这里登记手机号，再用手机号登录。"
      wide
      onRefresh={load.refresh}
      bar={
        <Button id="add-staff" onTap={() => setAdding(true)}>
          登记工作人员
        </Button>
      }
    >
      {done ? <Banner tone="good" title={done} /> : null}
      <SearchBar label="姓名、手机号或单位" value={q} onSearch={setQ} />
      <Loaded load={load} empty={(data) => data.staff.length === 0} none={<Empty title="还没有登记人员">登记后，本人用手机号就能登录。</Empty>}>
        {(data) => {
          const units = byUnit(data.staff.filter((member) => matches(member, q)));
          if (!units.length)
            return (
              <Empty title="没有找到" action="清除搜索" onAction={() => setQ("")}>
                请换一个姓名、手机号或单位。
              </Empty>
            );
          return units.map((unit) => (
            <Section key={unit.name} title={unit.name} aside={kindName(unit.kind)}>
              <Card>
                {unit.members.map((member) => (
                  <MemberRow
                    key={member.membershipId}
                    member={member}
                    mine={member.personId === now.person.personId}
                    onDisable={() => setLeaving(member)}
                  />
                ))}
              </Card>
            </Section>
          ));
        }}
      </Loaded>
      {adding ? <RegisterStaff onClose={() => setAdding(false)} onDone={changed} /> : null}
      <DisableConfirm member={leaving} onClose={() => setLeaving(null)} onDone={changed} />
    </Page>
  );
}
