/** 登记失信企业: a firm and the one who represents it, entered on a credit platform; barred from the day of the entry. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import { type Answer, type Ask, call } from "../../api";
import { today } from "../../case/due";
import { errorAt, refusalSentence } from "../../failure";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { Field, type FieldProps } from "../../ui/field";
import { Page } from "../../ui/page";
import { DateField } from "../../ui/pickers";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";

const EMPTY = { name: "", creditCode: "", representativeName: "", representativeId: "", reason: "", platform: "", listedOn: "", evidence: "" };
type Typed = typeof EMPTY;

function codeFaults(typed: string): FieldError[] {
  if (!typed.trim()) return [{ field: "creditCode", message: "还没有填统一社会信用代码。" }];
  const read = parseCreditCode(typed);
  return read.ok ? [] : [{ field: "creditCode", message: read.refusals.map(refusalSentence).join("") }];
}

const faultsOf = (form: Typed): FieldError[] => [
  ...needed(form.name, "name", "还没有填企业名称。"),
  ...codeFaults(form.creditCode),
  ...needed(form.reason, "reason", "还没有写事由。"),
  ...needed(form.platform, "platform", "还没有填列入的信用平台。"),
  ...needed(form.listedOn, "listedOn", "还没有选列入日期。"),
];

const bodyOf = ({ representativeName, representativeId, evidence, ...rest }: Typed): Ask<"listFirm">["body"] => ({
  ...rest,
  ...(representativeName.trim() ? { representativeName } : {}),
  ...(representativeId.trim() ? { representativeId } : {}),
  ...(evidence.trim() ? { evidence } : {}),
});

function ListingForm({ article, onListed }: { article: string; onListed: (listing: Answer<"listFirm">) => void }) {
  const [form, change, clear] = useKept("listing", EMPTY);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const text = (name: keyof Typed, props: Omit<FieldProps, "name" | "value" | "onChange">) => (
    <Field {...props} name={name} value={form[name]} onChange={(value) => change({ [name]: value })} error={errorAt(act.errors, name)} />
  );
  const send = async () => {
    const listed = await act.run(() => call("listFirm", { body: bodyOf(form) }));
    setAsking(false);
    if (!listed) return;
    clear();
    onListed(listed);
    toTop();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card>
        {text("name", { label: "企业名称", maxLength: 80 })}
        {text("creditCode", { label: "统一社会信用代码", maxLength: 40 })}
        {text("representativeName", { label: "法定代表人姓名", optional: true, hint: "一并限制其以别的企业申请", maxLength: 60 })}
        {text("representativeId", { label: "法定代表人身份证号", optional: true, hint: "用来认出同一个人，不显示给别人", maxLength: 40 })}
        {text("reason", { label: "事由", area: true, maxLength: 500 })}
        {text("platform", { label: "列入的信用平台", hint: "例如 信用中国（北京）", maxLength: 80 })}
        <DateField
          name="listedOn"
          label="列入日期"
          max={today()}
          value={form.listedOn}
          onChange={(listedOn) => change({ listedOn })}
          error={errorAt(act.errors, "listedOn")}
        />
        {text("evidence", { label: "列入证明", optional: true, hint: "网址或文件编号；没有的会一直提示补上", maxLength: 120 })}
        <Button id="listing-check" onTap={() => setAsking(act.check(faultsOf(form)))}>
          核对后列入
        </Button>
      </Card>
      <Confirm open={asking} danger title="列入失信名单" action="列入名单" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{form.name}</Row>
        <Row label="统一社会信用代码" num>
          {form.creditCode}
        </Row>
        {form.representativeName ? <Row label="法定代表人">{form.representativeName}</Row> : null}
        <Row label="事由">{form.reason}</Row>
        <Row label="列入平台">{`${form.platform}，${dayText(form.listedOn)}`}</Row>
        <View className="small muted">
          <Cited article={article}>{`列入后企业和法定代表人在限制期内不能申请；还有${payTerm()}没有收回的，直接进入法律追偿。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}

export default function Listing() {
  const now = useGuard();
  const role = acting(now);
  const [listed, setListed] = useState<Answer<"listFirm"> | null>(null);
  if (!now || !role) return null;
  const article = schemeOf(role.schemeId).sanctions.bar?.listing.article ?? "";
  return (
    <Page title="登记失信企业" lead="企业被列入信用平台后登记；列错的可以由另一人撤下。">
      {listed ? (
        <>
          <Receipt
            id="listed"
            title="已列入失信名单"
            next={listed.evidence ? "限制期内不能申请。" : "请尽快补上列入信用平台的证明。"}
            rows={[
              ["企业", listed.name],
              ["限制到", dayText(listed.blockedThrough)],
              ["最早可再申请", dayText(listed.firstAllowedOn)],
            ]}
          />
          <Button id="to-sanctions" kind="secondary" onTap={() => go("/fund/sanctions/index")}>
            查看名单
          </Button>
        </>
      ) : (
        <ListingForm article={article} onListed={setListed} />
      )}
    </Page>
  );
}
