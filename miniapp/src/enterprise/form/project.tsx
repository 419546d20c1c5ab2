/** 经营项目和融资需求: what it is for, how much against the limit as it is typed, and what makes the firm a priority. */

import { Article } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { ChecksField, ChoiceField } from "../../ui/choices";
import { AmountField, Field } from "../../ui/field";
import { amountReading, yuanText } from "../../ui/money-text";
import { DRAFT_WORDS as SAYS } from "../../words/draft";
import type { FormDesk } from "./desk";

const NONE = "none";

export function Project({ view, draft, decision, change, error }: FormDesk) {
  const need = decision.findings.find((finding) => finding.field === "needAmount" || finding.figures.need !== undefined);
  const limit = need?.figures.limit
    ? `${need.verdict === "met" ? "在" : ""}上限 ${yuanText(need.figures.limit)} 元${need.verdict === "met" ? "以内" : ""}`
    : "";
  const reading = amountReading(draft.needAmount ?? "");
  const focus = draft.focusField === undefined ? "" : draft.focusField || NONE;
  return (
    <>
      <Section title="经营项目">
        <Card>
          <Field
            name="projectDescription"
            label={SAYS.projectDescription as string}
            hint="做什么、在哪里做、现在做到哪一步"
            area
            maxLength={2000}
            value={draft.projectDescription ?? ""}
            onChange={(projectDescription) => change({ projectDescription })}
            error={error("projectDescription")}
          />
        </Card>
      </Section>
      <Section title="融资需求">
        <Card>
          <AmountField
            name="needAmount"
            label="需要多少钱"
            hint={need ? <Article article={need.cites.article} /> : undefined}
            maxLength={20}
            value={draft.needAmount ?? ""}
            onChange={(needAmount) => change({ needAmount })}
            error={error("needAmount")}
            foot={reading ? [reading, limit].filter(Boolean).join("，") : undefined}
          />
          <Field
            name="needPurpose"
            label={SAYS.needPurpose as string}
            hint="例如：采购原材料、支付工程款"
            area
            maxLength={500}
            value={draft.needPurpose ?? ""}
            onChange={(needPurpose) => change({ needPurpose })}
            error={error("needPurpose")}
          />
          <Field
            name="needTermMonths"
            label={SAYS.needTermMonths as string}
            kind="digits"
            unit="个月"
            maxLength={3}
            value={draft.needTermMonths ?? ""}
            onChange={(needTermMonths) => change({ needTermMonths })}
            error={error("needTermMonths")}
          />
        </Card>
      </Section>
      {view.focusFields.length + view.focusProfiles.length > 0 ? (
        <Section title="重点领域" aside="用于优先，不是门槛">
          <Card>
            <ChoiceField
              name="focusField"
              label={SAYS.focusField as string}
              optional
              value={focus}
              options={[...view.focusFields.map(({ id, says }) => ({ value: id, label: says })), { value: NONE, label: "都不属于" }]}
              onChange={(field) => change({ focusField: field === NONE ? "" : field })}
              error={error("focusField")}
            />
            <ChecksField
              name="focusProfiles"
              label={SAYS.focusProfiles as string}
              optional
              hint="可以多选"
              values={draft.focusProfiles ?? []}
              options={view.focusProfiles.map(({ id, says }) => ({ value: id, label: says }))}
              onChange={(focusProfiles) => change({ focusProfiles })}
              error={error("focusProfiles")}
            />
            {draft.focusProfiles?.length ? (
              <Field
                name="focusEvidence"
                label={SAYS.focusEvidence as string}
                hint="例如：近三年收入增速、专利、订单"
                optional
                area
                maxLength={2000}
                value={draft.focusEvidence ?? ""}
                onChange={(focusEvidence) => change({ focusEvidence })}
                error={error("focusEvidence")}
              />
            ) : null}
          </Card>
        </Section>
      ) : null}
    </>
  );
}
