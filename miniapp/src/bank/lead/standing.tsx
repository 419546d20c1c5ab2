/** Where a lead stands: what was pushed with its clock and coverage, and what this institution has answered so far. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { modeText } from "../../asked-word";
import { payArticle } from "../../case/cites";
import { dueReasons, dueWords } from "../../case/due";
import { go } from "../../go";
import { payTerm } from "../../term";
import { Article, Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Bars } from "../../ui/charts";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { percentText, yuanText } from "../../ui/money-text";
import { Receipt } from "../../ui/receipt";
import { Tag } from "../../ui/tag";
import { LEAD_WORDS } from "../../words/lead";
import { dayText } from "../../words/time";
import type { Lead } from "../lead-of";

export function Terms({ view, lead }: { view: CaseView; lead: Lead }) {
  const { need, tier, due } = view;
  const clock = due && lead.status === "open" ? dueWords(due.on) : null;
  // Only for the lengths of the bars.
  const yuanOf = (text: string) => Number(text);
  return (
    <Card id="lead-head">
      <View className="lrow-top">
        <View className="h2">{view.enterprise.name}</View>
        <Tag tone={LEAD_WORDS[lead.status].tone}>{LEAD_WORDS[lead.status].says}</Tag>
      </View>
      <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
      {need ? (
        <>
          <View className="mt">
            <Bars
              bars={[
                { label: "融资需求", value: yuanOf(need.amount), text: `${yuanText(need.amount)} 元` },
                ...(tier
                  ? [
                      {
                        label: `资金最多${payTerm()}（${tier.says} ${percentText(tier.ratio)}）`,
                        value: yuanOf(tier.covered),
                        text: `${yuanText(tier.covered)} 元`,
                      },
                    ]
                  : []),
              ]}
            />
            {tier ? (
              <View className="small">
                <Article article={payArticle(view.scheme.id)} />
              </View>
            ) : null}
          </View>
          <Row label="用途">{need.purpose}</Row>
          <Row label="期限" num>{`${need.termMonths} 个月`}</Row>
        </>
      ) : null}
      {tier ? <Row label="追偿责任单位">{tier.recoveryOwner.name}</Row> : null}
      <Row label="推送">{`${dayText(lead.pushedOn)}，第 ${lead.round} 次`}</Row>
      {clock && due ? (
        <>
          <Row label="答复期限">{clock.says}</Row>
          <Fold label="期限的算法">
            <View className="why">
              {dueReasons(due).map((line) => (
                <View className="why-line" key={line}>
                  {line}
                </View>
              ))}
              <View className="why-line small muted">
                <Cited article={due.article}></Cited>
              </View>
            </View>
          </Fold>
        </>
      ) : null}
    </Card>
  );
}

/** What this institution has answered so far; it stays here. */
export function Answered({ view, lead }: { view: CaseView; lead: Lead }) {
  if (lead.status === "declined")
    return <Receipt id="declined" title="已婉拒" next="本机构对这条线索的办理到此结束。" rows={[["说明", lead.reason]]} />;
  if (lead.status === "closed") return <Banner title="这条线索已经结束">企业已由其他机构放款，或申请已撤回，不用再答复。</Banner>;
  if (lead.status === "funded")
    return (
      <Banner tone="good" title="本机构已放款">
        <Button id="to-loan" kind="plain" inline onTap={() => go("/bank/loan/index", { id: view.id, lead: lead.id })}>
          看放款登记
        </Button>
      </Banner>
    );
  if (!lead.offer) return null;
  const { amount, rate, termMonths, mode, remark } = lead.offer;
  return (
    <Receipt
      id="offered"
      title="报价已发出"
      next="与企业签约放款后，请在这里登记放款。放款前可以更改报价。"
      rows={[
        ["金额", `${yuanText(amount)} 元`],
        ["年利率", percentText(rate)],
        ["期限", `${termMonths} 个月`],
        ["合作方式", modeText(mode)],
        ["附带条件", remark],
      ]}
    />
  );
}
