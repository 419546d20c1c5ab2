/** What the firm said of itself: registration, people, two years' figures, project and need, conduct. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { INDUSTRIES } from "../../../shared/enterprise/size-class";
import { stepOf } from "../../../shared/process/procedure";
import { schemeOf } from "../scheme";
import { Cited } from "../ui/article";
import { Card, Row, Section } from "../ui/card";
import { percentText, yuanText } from "../ui/money-text";
import { figureText } from "../words/figure";
import { dayText } from "../words/time";
import { applicationOf, type ShownApplication } from "./application";

const yesNo = (yes: boolean) => (yes ? "是" : "否");
const SUBJECTS = { enterprise: "企业", representative: "法定代表人" } as const;

const People = ({ app }: { app: ShownApplication }) => (
  <>
    <Row label="法定代表人">{`${app.representative.name} ${app.representative.masked}`}</Row>
    <Row label="实际控制人">{`${app.controller.name} ${app.controller.masked}`}</Row>
    {app.holders.length ? (
      <Row label="股东">
        {app.holders.map((holder) => (
          <View key={holder.name + holder.share}>{`${holder.name} ${percentText(holder.share)}`}</View>
        ))}
      </Row>
    ) : null}
    <Row label="申报的关联企业">{app.affiliates.length ? app.affiliates.map((firm) => firm.name).join("、") : "没有"}</Row>
  </>
);

const Years = ({ app }: { app: ShownApplication }) => (
  <>
    {app.years.map((year) => (
      <Row key={year.fiscalYear} label={`${year.fiscalYear} 年度`} num>
        <View>{`营业收入 ${year.revenue === null ? "未填" : `${yuanText(year.revenue)} 元`}`}</View>
        <View>{`资产总额 ${year.assets === null ? "未填" : `${yuanText(year.assets)} 元`}`}</View>
        <View>{`从业人数 ${year.headcount === undefined ? "未填" : `${year.headcount} 人`}`}</View>
      </Row>
    ))}
  </>
);

const Conduct = ({ app }: { app: ShownApplication }) => (
  <>
    <Row label="企业是失信被执行人">{yesNo(app.dishonestEnterprise)}</Row>
    <Row label="法定代表人是失信被执行人">{yesNo(app.dishonestRepresentative)}</Row>
    <Row label="违法违规失信记录">
      {app.conduct.length
        ? app.conduct.map((record) => (
            <View key={record.occurredOn + record.detail}>{`${SUBJECTS[record.subject]}，${dayText(record.occurredOn)}：${record.detail}`}</View>
          ))
        : "没有申报"}
    </Row>
  </>
);

/** What the firm vouched for, people and their share, each with the article that asks. */
function Told({ app, schemeId }: { app: ShownApplication; schemeId: string }) {
  const asks = stepOf(schemeOf(schemeId).admission, "recommend")?.asks ?? [];
  const { attested, monthlyStaff, localStaffRatio } = app.answers ?? {};
  if (!asks.length) return null;
  return (
    <View className="mt">
      <Card id="firm-told">
        {asks.map((ask) => {
          if (ask.kind === "vouch") {
            const said = attested?.[ask.key];
            return (
              <Row key={ask.key} label={ask.says}>
                <Cited article={ask.cites.article}>{said === undefined ? "没有说明" : yesNo(said)}</Cited>
              </Row>
            );
          }
          const given =
            ask.kind === "local_staff" ? localStaffRatio && percentText(localStaffRatio) : monthlyStaff?.length && `${monthlyStaff.join("、")} 人`;
          return (
            <Row key={ask.kind} label={ask.says} num>
              <Cited article={ask.cites.article}>{given || "没有填"}</Cited>
            </Row>
          );
        })}
      </Card>
    </View>
  );
}

export function FirmFacts({ view }: { view: CaseView }) {
  const app = applicationOf(view);
  if (!app) return null;
  const { focus } = schemeOf(view.scheme.id);
  const says = (terms: readonly { id: string; says: string }[], id: string) => terms.find((term) => term.id === id)?.says ?? id;
  const field = app.focus.field && app.focus.field !== "none" ? says(focus.fields, app.focus.field) : "不在重点领域";
  return (
    <Section title="企业申报的情况">
      <Card id="firm-facts">
        <Row label="登记地">{`${app.registeredDistrict} ${app.registeredAddress}`}</Row>
        <Row label="登记状态和成立日期">{`${figureText("registration", app.registration)}，${dayText(app.establishedOn)}`}</Row>
        <Row label="行业">{INDUSTRIES[app.industry].name}</Row>
        <Row label="经营项目">{app.project}</Row>
        {focus.fields.length ? <Row label="重点领域">{field}</Row> : null}
        {focus.profiles.length ? (
          <Row label="重点关注类型">
            {app.focus.profiles.length ? app.focus.profiles.map((id) => says(focus.profiles, id)).join("、") : "没有选择"}
          </Row>
        ) : null}
        {app.focus.evidence ? <Row label="依据说明">{app.focus.evidence}</Row> : null}
      </Card>
      <Told app={app} schemeId={view.scheme.id} />
      <View className="mt">
        <Card>
          <People app={app} />
        </Card>
      </View>
      <View className="mt">
        <Card>
          <Years app={app} />
          <Conduct app={app} />
        </Card>
      </View>
    </Section>
  );
}
