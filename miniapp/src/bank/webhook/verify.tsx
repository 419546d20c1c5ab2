/** How a receiving system tells a true letter from a false one. */
import { View } from "@tarojs/components";
import { Card, Section } from "../../ui/card";
import { Fold } from "../../ui/fold";

const STEPS: readonly string[] = [
  "用密钥验证签名：把请求头 webhook-id、webhook-timestamp 和原始请求体用英文句点连起来，以密钥（去掉 whsec_ 后按 Base64 解码）做 HMAC-SHA256，结果按 Base64 编码，与 webhook-signature 里任一 v1 签名相同才算数。",
  "webhook-timestamp 与本机时间相差超过五分钟的，不要接受。",
  "同一个 webhook-id 可能来不止一次，只处理一次。",
  "十秒内回 2xx 表示收到；其他回复或不回复，会重试，仍不成功的由主管部门重新发送。回 410 表示不再接收。",
  "内容只有线索编号、链接、风险等级和金额，企业资料要登录后查看。",
];

export const Verify = () => (
  <Section title="对接说明">
    <Card>
      <View>推送按 Standard Webhooks 规范签名，各种语言都有现成的验证库。</View>
      <Fold id="verify" label="验证方法">
        <View className="why">
          {STEPS.map((step, at) => (
            <View className="why-line" key={step}>
              {`${at + 1}. ${step}`}
            </View>
          ))}
        </View>
      </Fold>
    </Card>
  </Section>
);
