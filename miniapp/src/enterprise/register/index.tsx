/** A first-time owner names the firm: the credit code is checked as it is typed, by the very rule of the worker. */
import Taro from "@tarojs/taro";
import { useState } from "react";
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import { call } from "../../api";
import { OtherDistricts } from "../../district-choice";
import { errorAt, fieldErrors, refusalSentence } from "../../failure";
import { useGuard } from "../../guard";
import { addMembership } from "../../session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { toast } from "../../ui/toast";

const FULL = 18;

/** The sentence for a code that is long enough to be judged, or that was left. */
function codeFault(typed: string, left: boolean): string | null {
  const read = parseCreditCode(typed);
  if (read.ok || !typed.trim() || (!left && Array.from(typed.trim()).length < FULL)) return null;
  const first = read.refusals[0];
  return first ? refusalSentence(first) : null;
}

export default function Register() {
  const now = useGuard();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [owner, setOwner] = useState("");
  const [left, setLeft] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  if (!now) return null;
  const live = codeFault(code, left);
  const right = parseCreditCode(code).ok;
  const register = async () => {
    const faults: FieldError[] = [];
    const read = parseCreditCode(code);
    if (!read.ok) faults.push({ field: "creditCode", message: read.refusals.map(refusalSentence).join("") });
    if (!name.trim()) faults.push({ field: "name", message: "还没有填企业名称。请与营业执照一致。" });
    if (!owner.trim()) faults.push({ field: "ownerName", message: "还没有填您的姓名。办理记录里会用到。" });
    setErrors(faults);
    if (faults.length) return;
    try {
      addMembership(await call("registerEnterprise", { body: { creditCode: code, name, ownerName: owner } }));
      toast("企业已登记");
      await Taro.switchTab({ url: "/pages/home/index" });
    } catch (error) {
      setErrors(fieldErrors(error));
    }
  };
  return (
    <Page
      title="登记企业"
      lead="请对照营业执照填写"
      bar={
        <Button id="register" onTap={register} busyText="正在登记…">
          登记企业
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      <OtherDistricts />
      <Card>
        <Field
          name="creditCode"
          label="统一社会信用代码"
          hint="18 位，在营业执照右上角或二维码旁"
          maxLength={40}
          value={code}
          onBlur={() => setLeft(true)}
          onChange={(text) => {
            setLeft(false);
            setCode(text);
          }}
          error={live ?? (right ? null : errorAt(errors, "creditCode"))}
          foot={right ? "代码正确" : null}
        />
        <Field
          name="name"
          label="企业名称"
          hint="与营业执照上的名称一致"
          maxLength={100}
          value={name}
          onChange={setName}
          error={errorAt(errors, "name")}
        />
        <Field
          name="ownerName"
          label="您的姓名"
          hint="办理本企业申请的人，会出现在办理记录里"
          maxLength={40}
          value={owner}
          onChange={setOwner}
          error={errorAt(errors, "ownerName")}
        />
      </Card>
    </Page>
  );
}
