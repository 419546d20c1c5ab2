/** Before the letter goes out: every line of it with a way to change it, and what will happen. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { dayText } from "../../words";
import type { LetterText } from "./form";

export const LetterCheck = ({ view, form, onEdit }: { view: CaseView; form: LetterText; onEdit: () => void }) => (
  <>
    <Banner title="出具后会怎样">
      <Cited article={stepOf(schemeOf(view.scheme.id).admission, "recommend")?.cites.article}>
        申请转到{partyName("office")}做风险初筛，企业会收到消息。推荐函编号和内容不能再改；初筛如果退回，要重新出具。
      </Cited>
    </Banner>
    <Section title="推荐函">
      <Card id="letter-check">
        <Row label="推荐单位">{acting()?.orgName ?? ""}</Row>
        <Row label="日期">{dayText(today())}</Row>
        <Row label="编号" action="更改" onAction={onEdit}>
          {form.letterNo}
        </Row>
        <Row label="企业">
          <View>{view.enterprise.name}</View>
          <View className="small muted num">{view.enterprise.creditCode}</View>
        </Row>
        {view.need ? <Row label="融资需求" num>{`${yuanText(view.need.amount)} 元，${view.need.termMonths} 个月`}</Row> : null}
        <Row label="企业情况" action="更改" onAction={onEdit}>
          {form.profile}
        </Row>
        <Row label="贷款需求" action="更改" onAction={onEdit}>
          {form.loanNeed}
        </Row>
        <Row label="推荐理由" action="更改" onAction={onEdit}>
          {form.justification.trim() || "没有写"}
        </Row>
        <Row label="随附材料">{`企业提交的 ${view.statements.length} 份文件`}</Row>
      </Card>
    </Section>
  </>
);
