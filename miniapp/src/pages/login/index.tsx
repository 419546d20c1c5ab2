/** The way in: consent first, then a phone code (everywhere) or WeChat's phone number (mini-program). */

import { Button as TaroButton, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { followLink } from "../../district";
import { DistrictChoice, useDistricts } from "../../district-choice";
import { goHome } from "../../go";
import { partyName } from "../../party-name";
import { ensurePrivacy, wechatCode } from "../../platform";
import { Problem } from "../../problem";
import { openSession } from "../../session";
import { panelTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { CheckField } from "../../ui/choices";
import { Banner, jumpTo } from "../../ui/errors";
import { Page } from "../../ui/page";
import { WentWrong } from "../../ui/states";
import { Tap } from "../../ui/tap";
import { CodeForm } from "./code-form";
import { DemoPeople } from "./demo-people";
import { PrivacySheet } from "./privacy";

interface WechatProps {
  agreed: boolean;
  onRefuse: () => void;
  onLogin: (reply: Answer<"login">) => void;
}

/** Who has logged in here before needs one tap; a first time also asks for the phone number, whose voucher WeChat gives only to its own button. */
function WechatLogin({ agreed, onRefuse, onLogin }: WechatProps) {
  const [failed, setFailed] = useState<unknown>(null);
  const [first, setFirst] = useState(false);
  const login = async (phoneCode?: string) => {
    setFailed(null);
    try {
      if (!(await ensurePrivacy())) return setFailed("需要先同意隐私保护指引。");
      onLogin(await call("loginWithWechat", { body: { loginCode: await wechatCode(), ...(phoneCode ? { phoneCode } : {}) } }));
    } catch (error) {
      if (!phoneCode && error instanceof Problem && error.code === "not_registered") return setFirst(true);
      setFailed(error);
    }
  };
  const withPhone = (phoneCode: string | undefined) =>
    phoneCode ? void login(phoneCode) : setFailed("没有取得微信手机号。可以改用短信验证码登录。");
  return (
    <>
      {failed ? <Banner tone="danger">{typeof failed === "string" ? failed : <WentWrong error={failed} />}</Banner> : null}
      {first ? <Banner tone="info">首次用微信登录，请再授权手机号，以便确认身份。</Banner> : null}
      {agreed && first ? (
        <TaroButton id="wechat-phone" className="btn secondary" openType="getPhoneNumber" onGetPhoneNumber={(event) => withPhone(event.detail.code)}>
          授权手机号并登录
        </TaroButton>
      ) : (
        <Button id="wechat" kind="secondary" busyText="正在登录" onTap={agreed ? () => login() : onRefuse}>
          微信登录
        </Button>
      )}
    </>
  );
}

export default function Login() {
  const [phone, setPhone] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const [reading, setReading] = useState(false);
  const { params } = useRouter();
  const districts = useDistricts(() => followLink(params.scheme));
  const done = (reply: Answer<"login">) => {
    openSession(reply, districts.home);
    goHome();
  };
  const refuse = () => {
    setMissing(true);
    jumpTo("agree");
  };
  const check = () => {
    if (!agreed) refuse();
    return agreed;
  };
  return (
    <Page title="登录共担" lead={`中小微企业融资风险补偿：申请、推荐、${panelTerm()}、放款在一处办理`} root>
      <DistrictChoice districts={districts} />
      <Card>
        <CheckField
          name="agree"
          label="我已阅读并同意隐私保护指引"
          error={missing && !agreed ? "请先阅读并勾选同意，再登录。" : null}
          checked={agreed}
          onChange={setAgreed}
        />
        <Tap className="link" onTap={() => setReading(true)}>
          阅读隐私保护指引
        </Tap>
        <View className="stack mt">
          <CodeForm phone={phone} onPhone={setPhone} agreed={check} onLogin={done} />
          {process.env.TARO_ENV === "weapp" ? <WechatLogin agreed={agreed} onRefuse={refuse} onLogin={done} /> : null}
        </View>
      </Card>
      <View className="small muted">企业首次登录后登记企业即可申请。工作人员的手机号由{partyName("office", districts.current)}事先登记。</View>
      <DemoPeople
        key={districts.current}
        onPick={(picked) => {
          setPhone(picked);
          jumpTo("phone");
        }}
      />
      <PrivacySheet open={reading} onClose={() => setReading(false)} />
    </Page>
  );
}
