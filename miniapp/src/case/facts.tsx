/** What the case rests on: recommendation, screening, answers of institutions. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { stepOf } from "../../../shared/process/procedure";
import { modeText } from "../asked-word";
import { schemeOf } from "../scheme";
import { Card, Row, Section } from "../ui/card";
import { percentText, yuanText } from "../ui/money-text";
import { Tag } from "../ui/tag";
import { DECLINE_WORDS, LEAD_WORDS } from "../words/lead";
import { FINDING_RESULT_WORDS, FINDING_SUBJECT_WORDS, FINDING_TOPIC_WORDS, OPINION_WORDS, SOURCE_WORDS } from "../words/screening";
import { dayText, momentText } from "../words/time";

export const Recommendation = ({ view }: { view: CaseView }) =>
  view.recommendation ? (
    <Section title={view.recommendation.letterNo ? "推荐函" : "推荐"}>
      <Card>
        <Row label="推荐单位">{view.recommendation.by.name}</Row>
        {view.recommendation.letterNo ? <Row label="编号">{view.recommendation.letterNo}</Row> : null}
        <Row label="日期">{dayText(view.recommendation.on)}</Row>
        {view.recommendation.profile ? <Row label="企业情况">{view.recommendation.profile}</Row> : null}
        {view.recommendation.loanNeed ? <Row label="贷款需求">{view.recommendation.loanNeed}</Row> : null}
        {view.recommendation.justification ? (
          <Row label={stepOf(schemeOf(view.scheme.id).admission, "recommend")?.basis ? "评选依据" : "推荐理由"}>
            {view.recommendation.justification}
          </Row>
        ) : null}
      </Card>
    </Section>
  ) : null;

export const Checks = ({ view }: { view: CaseView }) =>
  view.checks.length ? (
    <Section title={stepOf(schemeOf(view.scheme.id).admission, "check")?.says ?? "核查"}>
      <Card>
        {view.checks.map((check) => (
          <View key={check.step}>
            {check.findings.map((finding) => (
              <Row
                key={`${finding.sourceName}${finding.queriedAt}${finding.topic}`}
                label={`${FINDING_SUBJECT_WORDS[finding.subject] ?? ""} ${FINDING_TOPIC_WORDS[finding.topic] ?? finding.topic}`}
              >
                <View>{`${FINDING_RESULT_WORDS[finding.result] ?? finding.result}：${finding.detail}`}</View>
                <View className="small muted">{`${SOURCE_WORDS[finding.source] ?? "来源"} ${finding.sourceName}，${momentText(finding.queriedAt)} 查询`}</View>
              </Row>
            ))}
            {check.opinions.map((opinion) => (
              <Row
                key={opinion.org.id}
                label={`${opinion.org.name}意见`}
              >{`${OPINION_WORDS[opinion.verdict] ?? opinion.verdict}：${opinion.detail}`}</Row>
            ))}
            {check.findings.length + check.opinions.length === 0 ? <View className="muted">还没有核查结果和机构意见。</View> : null}
          </View>
        ))}
      </Card>
    </Section>
  ) : null;

export const Leads = ({ view }: { view: CaseView }) =>
  view.leads.length ? (
    <Section title="机构答复" aside={`${view.leads.length} 家`}>
      {view.leads.map((lead) => (
        <Card key={lead.id}>
          <View className="lrow-top">
            <View className="strong">{lead.org.name}</View>
            <Tag tone={LEAD_WORDS[lead.status].tone}>{LEAD_WORDS[lead.status].says}</Tag>
          </View>
          <View className="small muted">{`第 ${lead.round} 次推送，${dayText(lead.pushedOn)}`}</View>
          {lead.reason ? <View>{(DECLINE_WORDS as Record<string, string>)[lead.reason] ?? lead.reason}</View> : null}
          {lead.offer ? (
            <View className="num">
              {`报价 ${yuanText(lead.offer.amount)} 元，年利率 ${percentText(lead.offer.rate)}，${lead.offer.termMonths} 个月，${modeText(lead.offer.mode)}`}
            </View>
          ) : null}
          {lead.talk.map((line) => (
            <View className="small" key={`${line.at}${line.from}`}>{`${line.from}（${momentText(line.at)}）：${line.text}`}</View>
          ))}
        </Card>
      ))}
    </Section>
  ) : null;
