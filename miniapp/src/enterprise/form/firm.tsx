/** 企业情况: registration, founding day, industry, what the business is in. */
import { useState } from "react";
import { INDUSTRIES, INDUSTRY_IDS, type Industry } from "../../../../shared/enterprise/size-class";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { Card } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Field } from "../../ui/field";
import { DateField, PickerField } from "../../ui/pickers";
import { DRAFT_WORDS as SAYS } from "../../words/draft";
import { askedYears } from "../judge";
import { type FormDesk, YES_NO } from "./desk";

const REGISTRATIONS = [
  { value: "existing", label: "存续", hint: "执照上写存续、在营、开业、在册都选这一项" },
  { value: "liquidating", label: "清算中" },
  { value: "revoked", label: "已吊销" },
  { value: "cancelled", label: "已注销" },
] as const;
const ACTIVITIES = [
  { value: "other", label: "都不涉及" },
  { value: "finance", label: "金融" },
  { value: "quasi_finance", label: "类金融", hint: "小额贷款、典当、融资租赁、商业保理等" },
  { value: "real_estate", label: "房地产" },
] as const;
const PRIVATE_LENDING = { value: "private_lending", label: "民间借贷" } as const;

/** The common lines, and a further one where the document keeps it out by name. */
const activitiesOf = (schemeId: string) => {
  const named = schemeOf(schemeId).parameters.some(({ versions }) => {
    const value = versions.at(-1)?.value;
    return Array.isArray(value) && value.includes(PRIVATE_LENDING.value);
  });
  return named ? [...ACTIVITIES, PRIVATE_LENDING] : ACTIVITIES;
};

/** The edition of a catalogue that the rules look at, where the scheme names one. */
function catalogueOf(schemeId: string): string {
  const value = schemeOf(schemeId)
    .parameters.find((parameter) => parameter.key === "excluded.catalogue")
    ?.versions.slice(-1)[0]?.value;
  return typeof value === "string" ? `对照：${value}` : "";
}

export function Firm({ view, draft, change, error }: FormDesk) {
  // half a place name is not yet a wrong one
  const [left, setLeft] = useState(true);
  const industry = INDUSTRIES[draft.industry as Industry] as (typeof INDUSTRIES)[Industry] | undefined;
  const { young, years } = askedYears(view, draft);
  const found = (establishedOn: string) => {
    const { years: asked } = askedYears(view, { ...draft, establishedOn });
    // figures of a year that is not asked for any more would stand in the way unseen
    const kept = draft.years?.filter((year) => asked.includes(year.fiscalYear ?? 0));
    change({ establishedOn, ...(kept && kept.length !== draft.years?.length ? { years: kept } : {}) });
  };
  return (
    <Card>
      <Field
        name="registeredDistrict"
        label={SAYS.registeredDistrict as string}
        hint={`营业执照住所里的区，例如“${schemeOf(view.scheme.id).district}”`}
        maxLength={40}
        value={draft.registeredDistrict ?? ""}
        onChange={(registeredDistrict) => {
          setLeft(false);
          change({ registeredDistrict });
        }}
        onBlur={() => setLeft(true)}
        error={left ? error("registeredDistrict") : null}
      />
      <Field
        name="registeredAddress"
        label={SAYS.registeredAddress as string}
        hint="与营业执照一致"
        maxLength={200}
        value={draft.registeredAddress ?? ""}
        onChange={(registeredAddress) => change({ registeredAddress })}
        error={error("registeredAddress")}
      />
      <ChoiceField
        name="registration"
        label={SAYS.registration as string}
        value={draft.registration as (typeof REGISTRATIONS)[number]["value"]}
        options={REGISTRATIONS}
        onChange={(registration) => change({ registration })}
        error={error("registration")}
      />
      <DateField
        name="establishedOn"
        label={SAYS.establishedOn as string}
        hint={young ? `成立不满两年：交 ${years.join("、") || "已有"} 年度的报表即可，由办公室人工核实` : "营业执照上的成立日期"}
        max={today()}
        value={draft.establishedOn ?? ""}
        onChange={found}
        error={error("establishedOn")}
      />
      <PickerField
        name="industry"
        label={SAYS.industry as string}
        hint={industry ? `包括：${industry.covers}` : "按主要收入来自哪里选；企业规模按行业划分"}
        value={draft.industry as Industry}
        options={INDUSTRY_IDS.map((id) => ({ value: id, label: INDUSTRIES[id].name }))}
        onChange={(id) => change({ industry: id })}
        error={error("industry")}
      />
      <ChoiceField
        name="activity"
        label={SAYS.activity as string}
        value={draft.activity as (typeof ACTIVITIES)[number]["value"]}
        options={activitiesOf(view.scheme.id) as typeof ACTIVITIES}
        onChange={(activity) => change({ activity })}
        error={error("activity")}
      />
      <ChoiceField
        name="listedProcess"
        label={SAYS.listedProcess as string}
        hint={catalogueOf(view.scheme.id)}
        value={draft.listedProcess as "yes" | "no"}
        options={YES_NO}
        onChange={(listedProcess) => change({ listedProcess })}
        error={error("listedProcess")}
      />
    </Card>
  );
}
