/** Phone and one-time code: sixty seconds between two codes, every fault at its field. */
import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { call } from "../../api";
import { errorAt, fieldErrors } from "../../failure";
import { Problem } from "../../problem";
import { Button } from "../../ui/button";
import { Banner, ErrorSummary, type FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { REFUSALS } from "../../words/refusal";

const WAIT = 60;
const phoneError = (phone: string): FieldError[] =>
  /^1[3-9]\d{9}$/.test(phone.normalize("NFKC").replace(/[\s-]/g, "")) ? [] : [{ field: "phone", message: REFUSALS.phone_invalid({}) }];

/** Counts down once a second from what is set. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

interface CodeFormProps {
  phone: string;
  onPhone: (phone: string) => void;
  /** False until the privacy guide is agreed to; the tap then says so. */
  agreed: () => boolean;
  onLogin: (reply: Awaited<ReturnType<typeof call<"login">>>) => void;
}

/** A refusal of the whole command belongs to the code field, where people look. */
const atCode = (error: unknown): FieldError[] => {
  const onCode = error instanceof Problem && (error.code === "code_wrong" || error.code === "code_expired");
  return fieldErrors(error).map((each) => (each.field || !onCode ? each : { ...each, field: "code" }));
};

export function CodeForm({ phone, onPhone, agreed, onLogin }: CodeFormProps) {
  const [code, setCode] = useState("");
  const [left, setLeft] = useCountdown();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [sentTo, setSentTo] = useState<{ phone: string; demoCode?: string } | null>(null);
  const request = async () => {
    const faults = phoneError(phone);
    setErrors(faults);
    if (!agreed() || faults.length) return;
    try {
      const reply = await call("requestCode", { body: { phone } });
      setSentTo({ phone, demoCode: reply.demoCode });
      setLeft(WAIT);
    } catch (error) {
      setErrors(atCode(error));
    }
  };
  const login = async () => {
    const faults = [...phoneError(phone), ...(code.trim() ? [] : [{ field: "code", message: "还没有填验证码。请先获取，再填短信里的 6 位数字。" }])];
    setErrors(faults);
    if (!agreed() || faults.length) return;
    try {
      onLogin(await call("login", { body: { phone, code } }));
    } catch (error) {
      setErrors(atCode(error));
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <Field name="phone" label="手机号" kind="tel" maxLength={20} value={phone} onChange={onPhone} error={errorAt(errors, "phone")} />
      <View className="stack">
        <Field
          name="code"
          label="短信验证码"
          kind="code"
          maxLength={6}
          value={code}
          onChange={setCode}
          error={errorAt(errors, "code")}
          hint="6 位数字，五分钟内有效"
        />
        <Button id="send-code" kind="secondary" onTap={request} disabled={left > 0} busyText="正在发送…">
          {left > 0 ? `${left} 秒后可再次获取` : sentTo ? "再次获取验证码" : "获取验证码"}
        </Button>
      </View>
      {sentTo ? (
        <Banner tone="good">{sentTo.demoCode ? `演示区验证码：${sentTo.demoCode}` : `验证码已发到 ${sentTo.phone}。没有收到请检查拦截短信。`}</Banner>
      ) : null}
      <Button id="login" onTap={login} busyText="正在登录…">
        登录
      </Button>
    </>
  );
}
