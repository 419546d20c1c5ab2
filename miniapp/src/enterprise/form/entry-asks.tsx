/** What the district's document asks a firm to say of itself: each with its article. */
import { Article } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Field } from "../../ui/field";
import { entryAsksOf } from "../judge";
import { type FormDesk, YES_NO } from "./desk";

export function EntryAsks({ view, draft, change, error }: FormDesk) {
  const asks = entryAsksOf(view.scheme.id);
  if (!asks.length) return null;
  const staffAt = (at: number, text: string, months: number) =>
    change((now) => ({ monthlyStaff: Array.from({ length: months }, (_, place) => (place === at ? text : (now.monthlyStaff?.[place] ?? ""))) }));
  return (
    <Section title="文件要求说明的情况">
      <Card id="entry-asks">
        {asks.map((ask) => {
          if (ask.kind === "vouch")
            return (
              <ChoiceField
                key={ask.key}
                name={`attested.${ask.key}`}
                label={ask.says}
                hint={<Article article={ask.cites.article} />}
                value={draft.attested?.[ask.key] as "yes" | "no"}
                options={YES_NO}
                onChange={(said) => change((now) => ({ attested: { ...now.attested, [ask.key]: said } }))}
                error={error(`attested.${ask.key}`)}
              />
            );
          if (ask.kind === "local_staff")
            return (
              <Field
                key={ask.kind}
                name="localStaffPercent"
                label={ask.says}
                hint={ask.hint}
                kind="decimal"
                unit="%"
                optional
                maxLength={8}
                value={draft.localStaffPercent ?? ""}
                onChange={(localStaffPercent) => change({ localStaffPercent })}
                error={error("localStaffPercent")}
              />
            );
          return Array.from({ length: ask.months }, (_, at) => at).map((at) => (
            <Field
              key={`monthlyStaff.${at}`}
              name={`monthlyStaff.${at}`}
              label={`${ask.says}（第 ${at + 1} 个月）`}
              hint={at === 0 ? ask.hint : undefined}
              kind="digits"
              unit="人"
              optional
              maxLength={7}
              value={draft.monthlyStaff?.[at] ?? ""}
              onChange={(text) => staffAt(at, text, ask.months)}
              error={error(`monthlyStaff.${at}`) ?? (at === 0 ? error("monthlyStaff") : null)}
            />
          ));
        })}
      </Card>
    </Section>
  );
}
