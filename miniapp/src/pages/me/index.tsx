/** Who am I: the organisation I act for, large text, where I am logged in, and the way out. */

import { useState } from "react";
import { type Answer, call } from "../../api";
import { districtName } from "../../district";
import { OtherDistricts } from "../../district-choice";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { kindName } from "../../party-name";
import { actAs, acting, leaveDevice, POLICY, renewMemberships, type Session, toLogin } from "../../session";
import { setElder, useTextScale } from "../../text-scale";
import { Button } from "../../ui/button";
import { Card, ListRow, Row, Section } from "../../ui/card";
import { CheckField, ChoiceField } from "../../ui/choices";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Confirm } from "../../ui/sheet";
import { Loaded, WentWrong } from "../../ui/states";
import { toast } from "../../ui/toast";
import { useLoad } from "../../use-load";
import { momentText } from "../../words/time";
import { deviceText } from "./device";

type Login = Answer<"listSessions">["sessions"][number];

function Logins() {
  const load = useLoad(() => call("listSessions"), []);
  const [asked, setAsked] = useState<Login | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const revoke = async (login: Login) => {
    try {
      await call("revokeSession", { params: { sessionId: login.sessionId }, body: {} });
      toast("那处登录已失效");
      await load.refresh();
    } catch (error) {
      setFailed(error);
    }
    setAsked(null);
  };
  return (
    <Section title="登录记录">
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <Loaded load={load}>
        {(data) => (
          <Card flush>
            {data.sessions.map((login) => (
              <ListRow
                key={login.sessionId}
                title={deviceText(login.device)}
                status={login.current ? "本机" : undefined}
                tone="done"
                meta={[`登录 ${momentText(login.startedAt)}`, `最近使用 ${momentText(login.seenAt)}`, login.current ? null : "点这里让它失效"]}
                onTap={login.current ? undefined : () => setAsked(login)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <Confirm
        open={asked !== null}
        title="让这处登录失效？"
        action="让它失效"
        danger
        onConfirm={() => asked && revoke(asked)}
        onClose={() => setAsked(null)}
      >
        {`“${deviceText(asked?.device ?? "")}”会立即退出，需要重新用手机验证码登录。`}
      </Confirm>
    </Section>
  );
}

function Who({ now }: { now: Session }) {
  const role = acting(now);
  const several = new Set(now.memberships.map(({ schemeId }) => schemeId)).size > 1;
  useLoad(async () => {
    const fresh = await call("me");
    renewMemberships(fresh.memberships);
    return fresh;
  }, []);
  return (
    <>
      <Card>
        <Row label="姓名">{now.person.name || "未填写"}</Row>
        <Row label="手机号" num>
          {now.person.phone}
        </Row>
        {role ? <Row label="单位">{`${role.orgName}（${kindName(role.orgKind)}）`}</Row> : null}
        {role?.title ? <Row label="职务">{role.title}</Row> : null}
      </Card>
      {now.memberships.length > 1 ? (
        <Card>
          <ChoiceField
            name="actingAs"
            label="现在代表哪个单位"
            hint="看到的待办和能办的事，都按所选单位。"
            value={now.actingAs}
            options={now.memberships.map((each) => ({
              value: each.membershipId,
              label: each.orgName,
              hint: [several && districtName(each.schemeId), kindName(each.orgKind), each.title].filter(Boolean).join(" · "),
            }))}
            onChange={(id) => {
              actAs(id);
              toast("已切换单位");
            }}
          />
        </Card>
      ) : null}
      {now.memberships.some((each) => each.orgKind !== "enterprise") ? null : (
        <Button kind="secondary" onTap={() => go("/enterprise/register/index")}>
          {now.memberships.length ? "再登记一家企业" : "登记企业"}
        </Button>
      )}
    </>
  );
}

export default function Me() {
  const now = useGuard();
  const { elder } = useTextScale();
  const [leaving, setLeaving] = useState(false);
  if (!now) return null;
  const leave = async () => {
    // Even without an answer this device forgets the token.
    await call("logout", { body: {} }).catch(() => undefined);
    leaveDevice();
    toLogin();
  };
  return (
    <Page title="我的" root>
      <Who now={now} />
      <OtherDistricts />
      <Card>
        <CheckField name="elder" label="大字模式" hint="文字放大，按钮加高，适合长辈使用" checked={elder} onChange={setElder} />
      </Card>
      <Card flush>
        <ListRow id="policy" title={POLICY.title} meta={[POLICY.says]} onTap={() => go(POLICY.url)} />
      </Card>
      <Logins />
      <Button id="logout" kind="secondary" onTap={() => setLeaving(true)}>
        退出登录
      </Button>
      <Confirm open={leaving} title="退出登录？" action="退出登录" busyText="正在退出…" onConfirm={leave} onClose={() => setLeaving(false)}>
        草稿已经保存，下次用手机验证码登录后可以继续。
      </Confirm>
    </Page>
  );
}
