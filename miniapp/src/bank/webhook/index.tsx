/** 系统对接: where this institution receives its pushes. The secret is shown once. */

import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { errorAt } from "../../failure";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { Confirm } from "../../ui/sheet";
import { showPart } from "../../ui/show-part";
import { Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { momentText } from "../../words/time";
import { Verify } from "./verify";

type Endpoint = NonNullable<Answer<"getWebhook">["endpoint"]>;
type Asking = "rotate" | "disable" | null;

function Secret({ secret }: { secret: string }) {
  const copy = async () => {
    await Taro.setClipboardData({ data: secret });
    toast("密钥已复制");
  };
  return (
    <View id="secret">
      <Banner tone="warn" title="签名密钥只显示这一次">
        <View>请马上存到贵机构的系统里。离开这一页就看不到了，只能更换新的。</View>
        <View id="secret-value" className="strong num">
          {secret}
        </View>
        <Button id="secret-copy" kind="plain" inline onTap={copy}>
          复制密钥
        </Button>
      </Banner>
    </View>
  );
}

const Current = ({ endpoint, onAsk }: { endpoint: Endpoint; onAsk: (asking: Asking) => void }) => (
  <Card id="endpoint">
    <Row label="状态">
      <Tag tone={endpoint.status === "active" ? "done" : "plain"}>{endpoint.status === "active" ? "使用中" : "已停用"}</Tag>
    </Row>
    <Row label="接收地址">{endpoint.url}</Row>
    <Row label="设置时间">{momentText(endpoint.setAt)}</Row>
    {endpoint.status === "active" ? (
      <View className="mt">
        <Button id="webhook-rotate" kind="secondary" onTap={() => onAsk("rotate")}>
          更换密钥
        </Button>
        <Button id="webhook-disable" kind="plain" onTap={() => onAsk("disable")}>
          停用
        </Button>
      </View>
    ) : null}
  </Card>
);

function Address({ endpoint, onSet }: { endpoint: Endpoint | null; onSet: (secret: string | null) => unknown }) {
  const [url, setUrl] = useState(endpoint?.url ?? "");
  const act = useAct();
  const save = async () => {
    if (!act.check(needed(url, "url", "还没有填接收地址。请填以 https 开头的地址。"))) return;
    const set = await act.run(() => call("setWebhook", { body: { url: url.trim() } }));
    if (set) await onSet(set.secret);
  };
  const form = (
    <>
      <ErrorSummary errors={act.errors} />
      <Field
        name="url"
        label="接收地址"
        hint={`https 开头，域名要在${partyName("office")}备案。设置后生成新的签名密钥`}
        kind="url"
        maxLength={500}
        value={url}
        onChange={setUrl}
        error={errorAt(act.errors, "url")}
      />
      <View className="mt">
        <Button id="webhook-set" onTap={save} busyText="正在设置…">
          {endpoint ? "改用这个地址" : "设置接收地址"}
        </Button>
      </View>
    </>
  );
  return (
    <Card>
      {endpoint ? (
        <Fold id="webhook-change" label="更改接收地址">
          {form}
        </Fold>
      ) : (
        form
      )}
    </Card>
  );
}

export default function Webhook() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("getWebhook") : null), [now?.actingAs]);
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const act = useAct();
  if (!now) return null;
  const told = async (next: string | null) => {
    setSecret(next);
    await load.refresh();
    if (next) showPart("secret");
  };
  const rotate = async () => {
    const rotated = await act.run(() => call("rotateWebhook", { body: {} }));
    setAsking(null);
    if (rotated) await told(rotated.secret);
  };
  const disable = async () => {
    const disabled = await act.run(() => call("disableWebhook", { body: {} }));
    setAsking(null);
    if (disabled) await told(null);
  };
  return (
    <Page title="系统对接" lead="新线索除了进入收件箱，还可以推送到贵机构自己的系统" onRefresh={load.refresh}>
      <ErrorSummary errors={act.errors} title="没有办成" />
      {secret ? <Secret secret={secret} /> : null}
      <Loaded load={load}>
        {({ endpoint }) => (
          <>
            {endpoint ? (
              <Section title="现在的设置">
                <Current endpoint={endpoint} onAsk={setAsking} />
              </Section>
            ) : (
              <Banner title="还没有设置接收地址">不设置也不影响办理，线索都在“融资线索”里。</Banner>
            )}
            <Address key={`${endpoint?.url}${endpoint?.setAt}`} endpoint={endpoint} onSet={told} />
          </>
        )}
      </Loaded>
      <Verify />
      <Confirm
        open={asking === "rotate"}
        title="更换签名密钥"
        action="更换密钥"
        busyText="正在更换…"
        onConfirm={rotate}
        onClose={() => setAsking(null)}
      >
        会生成新的密钥并显示一次。旧密钥一天内仍有效，请在这期间换上新的。
      </Confirm>
      <Confirm
        open={asking === "disable"}
        danger
        title="停用系统推送"
        action="停用"
        busyText="正在停用…"
        onConfirm={disable}
        onClose={() => setAsking(null)}
      >
        停用后，新线索只进入收件箱，不再推送到贵机构的系统。可以随时重新设置地址。
      </Confirm>
    </Page>
  );
}
