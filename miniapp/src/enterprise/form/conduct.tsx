/** 信用和守法情况: declared by the firm, checked again by the office in screening. */
import { View } from "@tarojs/components";
import { today } from "../../case/due";
import { Cited } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { FaultWords, Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { DRAFT_WORDS as SAYS } from "../../words/draft";
import { dayText } from "../../words/time";
import { type FormDesk, replaced, YES_NO } from "./desk";
import { EntryAsks } from "./entry-asks";
import { ListOf } from "./list-of";

const SUBJECTS = [
  { value: "enterprise", label: "企业" },
  { value: "representative", label: "法定代表人" },
] as const;

export function Conduct(desk: FormDesk) {
  const { draft, decision, change, error } = desk;
  const records = draft.conduct ?? [];
  const window = decision.findings.find((finding) => finding.figures.windowFrom);
  const set = (at: number, patch: Partial<(typeof records)[number]>) => change((now) => ({ conduct: replaced(now.conduct ?? [], at, patch) }));
  return (
    <>
      <Card>
        <ChoiceField
          name="dishonestEnterprise"
          label="企业现在是失信被执行人吗"
          value={draft.dishonestEnterprise as "yes" | "no"}
          options={YES_NO}
          onChange={(dishonestEnterprise) => change({ dishonestEnterprise })}
          error={error("dishonestEnterprise")}
        />
        <ChoiceField
          name="dishonestRepresentative"
          label="法定代表人现在是失信被执行人吗"
          value={draft.dishonestRepresentative as "yes" | "no"}
          options={YES_NO}
          onChange={(dishonestRepresentative) => change({ dishonestRepresentative })}
          error={error("dishonestRepresentative")}
        />
      </Card>
      <EntryAsks {...desk} />
      <Section title="重大违法、违规、失信记录">
        <View className="muted">
          <Cited article={window?.cites.article}>
            {window
              ? `${dayText(window.figures.windowFrom as string)} 到今天之间，企业或法定代表人有过的都要如实填写，没有就不用添加。`
              : "申报日前两年内有过的都要如实填写，没有就不用添加。"}
          </Cited>
        </View>
        {error("conduct") ? (
          <View className="fld-err mt">
            <FaultWords fault={error("conduct")} />
          </View>
        ) : null}
        <ListOf
          name="conduct"
          says="记录"
          rows={records}
          onAdd={() => change({ conduct: [...records, {}] })}
          onSet={(conduct) => change({ conduct })}
          most={20}
        >
          {(record, at) => (
            <>
              <ChoiceField
                name={`conduct.${at}.subject`}
                label="是谁的记录"
                value={record.subject as (typeof SUBJECTS)[number]["value"]}
                options={SUBJECTS}
                onChange={(subject) => set(at, { subject })}
                error={error(`conduct.${at}.subject`)}
              />
              <DateField
                name={`conduct.${at}.occurredOn`}
                label={SAYS.occurredOn as string}
                max={today()}
                value={record.occurredOn ?? ""}
                onChange={(occurredOn) => set(at, { occurredOn })}
                error={error(`conduct.${at}.occurredOn`)}
              />
              <Field
                name={`conduct.${at}.detail`}
                label={SAYS.detail as string}
                hint="什么事、谁作出的决定、现在结果如何"
                area
                maxLength={500}
                value={record.detail ?? ""}
                onChange={(detail) => set(at, { detail })}
                error={error(`conduct.${at}.detail`)}
              />
            </>
          )}
        </ListOf>
      </Section>
    </>
  );
}
