/** 查看企业数据: an institution looks by credit code with a purpose; only with the firm's consent, and each look is kept. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { errorAt } from "../../failure";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { needed, useAct } from "../../use-act";
import { DRAFT_WORDS } from "../../words/draft";
import { figureText } from "../../words/figure";

type Seen = Answer<"lookAtFirm">;

const Firm = ({ seen }: { seen: Seen }) => (
  <Section title={seen.name}>
    <Card id="looked-at">
      <Row label="统一社会信用代码">{seen.creditCode}</Row>
      {Object.entries(seen.told).map(([field, value]) => (
        <Row key={field} label={DRAFT_WORDS[field] ?? field}>
          {figureText(field, value)}
        </Row>
      ))}
      {seen.years.map((year) => (
        <Row
          key={year.fiscalYear}
          label={`${year.fiscalYear} 年`}
        >{`从业 ${year.headcount} 人，营业收入 ${year.revenue} 元，资产 ${year.assets} 元`}</Row>
      ))}
    </Card>
  </Section>
);

export default function Look() {
  const now = useGuard();
  const role = acting(now);
  const [creditCode, setCode] = useState("");
  const [purpose, setPurpose] = useState("");
  const [seen, setSeen] = useState<Seen>();
  const act = useAct();
  if (!now || !role) return null;
  const look = async () => {
    const faults = [...needed(creditCode, "creditCode", "还没有填统一社会信用代码。"), ...needed(purpose, "purpose", "还没有填用途。")];
    if (act.check(faults)) setSeen(await act.run(() => call("lookAtFirm", { body: { creditCode, purpose } })));
  };
  return (
    <Page title="查看企业数据" lead="要有企业的授权；每次查看都记录，企业看得到。">
      <View className="small muted">
        <Cited article={schemeOf(role.schemeId).disclosure?.shares?.cites.article} />
      </View>
      <ErrorSummary errors={act.errors} />
      <Card>
        <Field
          name="creditCode"
          label="统一社会信用代码"
          maxLength={40}
          value={creditCode}
          onChange={setCode}
          error={errorAt(act.errors, "creditCode")}
        />
        <Field
          name="purpose"
          label="用途"
          hint="例如 贷前调查"
          maxLength={300}
          value={purpose}
          onChange={setPurpose}
          error={errorAt(act.errors, "purpose")}
        />
        <Button id="look" onTap={look}>
          查看
        </Button>
      </Card>
      {seen ? <Firm seen={seen} /> : null}
    </Page>
  );
}
