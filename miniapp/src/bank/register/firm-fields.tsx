/** What the institution tells of a firm that never applied itself: only what the document asks for the mode. */
import { INDUSTRIES, INDUSTRY_IDS, type Industry } from "../../../../shared/enterprise/size-class";
import type { RegisterStep } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { Article } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { ChecksField, ChoiceField } from "../../ui/choices";
import { AmountField, type Fault, Field } from "../../ui/field";
import { DateField, PickerField } from "../../ui/pickers";
import type { Typed } from "./typed";

const ACTIVITIES = [
  { value: "real_estate", label: "房地产" },
  { value: "finance", label: "金融" },
  { value: "quasi_finance", label: "类金融" },
  { value: "other", label: "都不是" },
];
const YES_NO = [
  { value: "yes", label: "在名录内" },
  { value: "no", label: "不在" },
];

interface FirmFieldsProps {
  schemeId: string;
  step: RegisterStep;
  form: Typed;
  change: (part: Partial<Typed>) => void;
  at: (field: string) => Fault;
}

function SizeFields({ firm, put, at }: { firm: Record<string, string>; put: (key: string, value: string) => void; at: FirmFieldsProps["at"] }) {
  const industry = INDUSTRIES[firm.industry as Industry];
  return (
    <>
      <PickerField
        name="industry"
        label="所属行业"
        hint={industry ? `包括：${industry.covers}` : "企业规模按行业划分"}
        value={firm.industry as Industry}
        options={INDUSTRY_IDS.map((id) => ({ value: id, label: INDUSTRIES[id].name }))}
        onChange={(value) => put("industry", value)}
        error={at("industry") ?? at("years")}
      />
      <Field
        name="fiscalYear"
        label="数据年度"
        kind="digits"
        unit="年"
        maxLength={4}
        value={firm.fiscalYear ?? ""}
        onChange={(value) => put("fiscalYear", value)}
        error={at("fiscalYear")}
      />
      <Field
        name="headcount"
        label="从业人员"
        kind="digits"
        unit="人"
        maxLength={8}
        value={firm.headcount ?? ""}
        onChange={(value) => put("headcount", value)}
        error={at("headcount")}
      />
      <AmountField name="revenue" label="营业收入" value={firm.revenue ?? ""} onChange={(value) => put("revenue", value)} error={at("revenue")} />
      <AmountField name="assets" label="资产总额" value={firm.assets ?? ""} onChange={(value) => put("assets", value)} error={at("assets")} />
    </>
  );
}

type Asked = NonNullable<RegisterStep["firm"]>[number];

function One({ asked: { ask, cites }, schemeId, form, change, at }: Omit<FirmFieldsProps, "step"> & { asked: Asked }) {
  const { firm } = form;
  const put = (key: string, value: string) => change({ firm: { ...firm, [key]: value } });
  const hint = <Article article={cites.article} />;
  if (ask === "registeredDistrict")
    return (
      <Field
        name={ask}
        label="登记注册地"
        hint={hint}
        maxLength={100}
        placeholder="写到县区"
        value={firm.registeredDistrict ?? ""}
        onChange={(value) => put(ask, value)}
        error={at(ask)}
      />
    );
  if (ask === "directory")
    return (
      <ChoiceField
        name="inDirectory"
        label="新型农业经营主体名录"
        hint={hint}
        value={firm.inDirectory}
        options={YES_NO}
        onChange={(value) => put("inDirectory", value)}
        error={at("inDirectory") ?? at("directory")}
      />
    );
  if (ask === "activity")
    return (
      <ChoiceField
        name={ask}
        label="主要从事"
        hint={hint}
        value={firm.activity}
        options={ACTIVITIES}
        onChange={(value) => put(ask, value)}
        error={at(ask)}
      />
    );
  if (ask === "profiles")
    return (
      <ChecksField
        name={ask}
        label="属于这些支持对象的请选"
        hint={hint}
        values={form.profiles}
        options={schemeOf(schemeId).focus.profiles.map(({ id, says }) => ({ value: id, label: says }))}
        onChange={(profiles) => change({ profiles })}
        error={at("focusProfiles")}
      />
    );
  // who counts by the directory has no size to tell
  return firm.inDirectory === "yes" ? (
    <DateField
      name="directoryListedOn"
      label="列入名录的日子"
      max={today()}
      value={firm.directoryListedOn ?? ""}
      onChange={(value) => put("directoryListedOn", value)}
      error={at("directoryListedOn")}
    />
  ) : (
    <SizeFields firm={firm} put={put} at={at} />
  );
}

export function FirmFields({ step, ...rest }: FirmFieldsProps) {
  const asked = (step.firm ?? []).filter(({ modes }) => !modes || modes.includes(rest.form.mode));
  return asked.length > 0 ? (
    <Section title="企业情况">
      <Card id="firm">
        {asked.map((one) => (
          <One key={one.ask} asked={one} {...rest} />
        ))}
      </Card>
    </Section>
  ) : null;
}
