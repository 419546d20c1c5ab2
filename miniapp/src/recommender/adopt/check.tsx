/** Before the letter goes out: every line of it with a way to change it, and what will happen. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { dayText } from "../../words/time";
import { askedOf, type LetterText } from "./form";

export const LetterCheck = ({ view, form, onEdit }: { view: CaseView; form: LetterText; onEdit: () => void }) => {
  const { steps } = schemeOf(view.scheme.id).admission;
  const next = steps.slice(steps.findIndex(({ id }) => id === view.step) + 1).map(({ says }) => says);
  const asked = askedOf(view.scheme.id);
  return (
    <>
      <Banner title={asked.letter ? "出具后会怎样" : "推荐后会怎样"}>
        <Cited article={stepOf(schemeOf(view.scheme.id).admission, "recommend")?.cites.article}>
          {`之后${next.length ? `依次是：${next.join("、")}` : "由下一环节办理"}。企业会收到消息。推荐的内容不能再改；后面的环节如果退回，要重新推荐。`}
        </Cited>
      </Banner>
      <Section title={asked.letter ? "推荐函" : "推荐"}>
        <Card id="letter-check">
          <Row label="推荐单位">{acting()?.orgName ?? ""}</Row>
          <Row label="日期">{dayText(today())}</Row>
          {form.letterNo.trim() || asked.letter ? (
            <Row label="编号" action="更改" onAction={onEdit}>
              {form.letterNo}
            </Row>
          ) : null}
          <Row label="企业">
            <View>{view.enterprise.name}</View>
            <View className="small muted num">{view.enterprise.creditCode}</View>
          </Row>
          {view.need ? <Row label="融资需求" num>{`${yuanText(view.need.amount)} 元，${view.need.termMonths} 个月`}</Row> : null}
          <Row label="企业情况" action="更改" onAction={onEdit}>
            {form.profile.trim() || "没有写"}
          </Row>
          <Row label="贷款需求" action="更改" onAction={onEdit}>
            {form.loanNeed.trim() || "没有写"}
          </Row>
          <Row label={asked.basis ? "评选依据" : "推荐理由"} action="更改" onAction={onEdit}>
            {form.justification.trim() || "没有写"}
          </Row>
          <Row label="随附材料">{`企业提交的 ${view.statements.length} 份文件`}</Row>
        </Card>
      </Section>
    </>
  );
};
