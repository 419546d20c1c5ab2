/** Recording an agreement: how the partner was chosen, the term, what both owe, and the preferences that rank it. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { call } from "../../api";
import { agreementArticle, licenceArticle } from "../../case/cites";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { CheckField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { type Fault, Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { Org } from "./agreements";
import { type AgreementText, bodyOf, EMPTY, faultsOf } from "./sign";

interface PartProps {
  form: AgreementText;
  change: (part: Partial<AgreementText>) => void;
  at: (field: string) => Fault;
}
type TextName =
  | "selectionProcedure"
  | "selectionDocument"
  | "duties"
  | "compensationTerms"
  | "recoveryTerms"
  | "minRate"
  | "maxRatio"
  | "licenceType";
type DayName = "selectedOn" | "signedOn" | "validFrom" | "validUntil" | "licenceUntil";

const Words = ({
  form,
  change,
  at,
  name,
  ...rest
}: PartProps & { name: TextName; label: string; hint?: string; area?: boolean; maxLength: number }) => (
  <Field name={name} value={form[name]} onChange={(text) => change({ [name]: text })} error={at(name)} {...rest} />
);
const Day = ({ form, change, at, name, label }: PartProps & { name: DayName; label: string }) => (
  <DateField name={name} label={label} value={form[name]} onChange={(day) => change({ [name]: day })} error={at(name)} />
);
const Percent = ({ form, change, at, name, label, hint }: PartProps & { name: "minRate" | "maxRatio"; label: string; hint: string }) => (
  <Field
    name={name}
    label={label}
    hint={hint}
    optional
    kind="decimal"
    unit="%"
    maxLength={8}
    value={form[name]}
    onChange={(text) => change({ [name]: text })}
    error={at(name)}
  />
);

const Chosen = (part: PartProps) => (
  <Card>
    <Words {...part} name="selectionProcedure" label="选定程序" hint="例如 公开遴选" maxLength={100} />
    <Day {...part} name="selectedOn" label="选定日期" />
    <Words {...part} name="selectionDocument" label="选定文件" hint="文件名称和文号" maxLength={200} />
  </Card>
);

const Terms = (part: PartProps) => (
  <Card>
    <Day {...part} name="signedOn" label="签订日期" />
    <Day {...part} name="validFrom" label="有效期从" />
    <Day {...part} name="validUntil" label="有效期到" />
    <Words {...part} name="duties" label="责任义务" area maxLength={2000} />
    <Words {...part} name="compensationTerms" label={`${payTerm()}约定`} area maxLength={2000} />
    <Words {...part} name="recoveryTerms" label="追偿约定" area maxLength={2000} />
    <Percent {...part} name="maxRatio" label={`${payTerm()}比例上限`} hint="低于方案规定时才填；不能高于方案规定" />
  </Card>
);

const Preferences = (part: PartProps) => (
  <Card>
    <CheckField name="lowThreshold" label="门槛较低" checked={part.form.lowThreshold} onChange={(lowThreshold) => part.change({ lowThreshold })} />
    <CheckField
      name="productInnovation"
      label="有为本机制设计的产品"
      checked={part.form.productInnovation}
      onChange={(productInnovation) => part.change({ productInnovation })}
    />
    <Percent {...part} name="minRate" label="最低年利率" hint="协议里写明的最低年利率" />
  </Card>
);

export function SignForm({ org, onSigned, onClose }: { org: Org; onSigned: () => unknown; onClose: () => void }) {
  const [form, change, clear] = useKept<AgreementText>(`agreement.${org.orgId}`, EMPTY);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const lender = org.kind === "lender";
  const schemeId = acting()?.schemeId;
  const article = schemeId ? agreementArticle(schemeId) : undefined;
  const part: PartProps = { form, change, at: (field) => errorAt(act.errors, field) };
  const ask = () => {
    if (act.check(faultsOf(form, today(), lender, article))) setAsking(true);
  };
  const sign = async () => {
    const signed = await act.run(() => call("signAgreement", { params: { orgId: org.orgId }, body: bodyOf(form, lender) }));
    setAsking(false);
    if (!signed) return;
    clear();
    await onSigned();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Section title="怎样选定" aside={<Cited article={article} />}>
        <Chosen {...part} />
      </Section>
      <Section title="协议内容" aside={<Cited article={article} />}>
        <Terms {...part} />
      </Section>
      {lender ? (
        <Section title="放贷资质" aside={<Cited article={schemeId ? licenceArticle(schemeId) : undefined} />}>
          <Card>
            <Words {...part} name="licenceType" label="资质名称" hint="例如 小额贷款经营许可" maxLength={60} />
            <Day {...part} name="licenceUntil" label="资质有效期到" />
          </Card>
        </Section>
      ) : null}
      <Section title="优先条件" aside="决定推送时的先后">
        <Preferences {...part} />
      </Section>
      <View>
        <Button id="sign-agreement" onTap={ask}>
          登记协议
        </Button>
        <Button kind="secondary" onTap={onClose}>
          先不登记
        </Button>
      </View>
      <Confirm open={asking} title="登记合作协议" action="登记协议" busyText="正在登记…" onConfirm={sign} onClose={() => setAsking(false)}>
        <Row label="机构">{org.name}</Row>
        <Row label="有效期">{`${dayText(form.validFrom)}至${dayText(form.validUntil)}（含首尾）`}</Row>
        <Row label="选定">{`${form.selectionProcedure}，${form.selectionDocument}`}</Row>
        <View className="small muted">登记后不能改动，内容有变请另登记一份。</View>
      </Confirm>
    </>
  );
}
