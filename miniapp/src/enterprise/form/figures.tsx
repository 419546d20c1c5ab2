/** 经营数据: headcount, revenue and assets of each asked year, and the size class that follows. */
import { View } from "@tarojs/components";
import { Card, Section } from "../../ui/card";
import { AmountField, FaultWords, Field } from "../../ui/field";
import { Empty } from "../../ui/states";
import { DRAFT_WORDS as SAYS } from "../../words/draft";
import { yearsOf } from "../judge";
import { ReadFigures } from "../read-figures";
import { type FormDesk, replaced } from "./desk";
import { SizeClassCard } from "./size";

export function YearFigures({ view, draft, change, error }: FormDesk) {
  const years = yearsOf(view, draft);
  const set = (at: number, patch: Partial<(typeof years)[number]>) => change((now) => ({ years: replaced(yearsOf(view, now), at, patch) }));
  if (!years.length) return <Empty title="不用填经营数据">按成立日期，企业还没有一个完整的会计年度。</Empty>;
  return (
    <>
      <ReadFigures view={view} draft={draft} change={change} />
      {years.map((year, at) => (
        <Section key={year.fiscalYear} title={`${year.fiscalYear} 年度`}>
          <Card>
            <Field
              name={`years.${at}.headcount`}
              label={SAYS.headcount as string}
              hint="年末在册人数，含劳务派遣"
              kind="digits"
              unit="人"
              maxLength={9}
              value={year.headcount ?? ""}
              onChange={(headcount) => set(at, { headcount })}
              error={error(`years.${at}.headcount`)}
            />
            <AmountField
              name={`years.${at}.revenue`}
              label={SAYS.revenue as string}
              hint="利润表的全年数"
              maxLength={20}
              value={year.revenue ?? ""}
              onChange={(revenue) => set(at, { revenue })}
              error={error(`years.${at}.revenue`)}
            />
            <AmountField
              name={`years.${at}.assets`}
              label={SAYS.assets as string}
              hint="资产负债表的年末数"
              maxLength={20}
              value={year.assets ?? ""}
              onChange={(assets) => set(at, { assets })}
              error={error(`years.${at}.assets`)}
            />
          </Card>
        </Section>
      ))}
      {error("industry") || error("years") ? (
        <View className="fld-err">
          <FaultWords fault={error("industry") ?? error("years")} />
        </View>
      ) : null}
      <SizeClassCard draft={draft} years={years} />
    </>
  );
}
