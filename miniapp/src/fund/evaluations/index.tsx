/** 绩效评价和奖励: how institutions were judged year by year, what the year's reward comes to and why; the form for whoever judges. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { Derivation } from "../../case/file/derivation";
import { Flags } from "../../case/file/flags";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Article } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

type Evaluations = Answer<"listEvaluations">;
type Evaluated = Evaluations["evaluations"][number];
type Named = { readonly orgId: string; readonly name: string };

function Judged({ one, metrics }: { one: Evaluated; metrics: Evaluations["metrics"] }) {
  return (
    <Card id={`evaluation-${one.orgId}-${one.year}`}>
      <View className="lrow-top">
        <View className="strong">{`${one.name}，${one.year}年`}</View>
        <Tag tone={one.paid ? "done" : "plain"}>{one.paid ? `已奖励 ${yuanText(one.paid)} 元` : `得分 ${one.score}`}</Tag>
      </View>
      {metrics.map(({ id, says, article }) => (
        <Row key={id} label={says} num>
          <View>{`${one.points[id] ?? "—"} 分`}</View>
          <Article article={article} />
        </Row>
      ))}
      <Row label="综合得分" num>{`${one.score}（${one.documentNo}，${dayText(one.on)}）`}</Row>
      <Row label="放大倍数" num>{`${one.leverage} 倍`}</Row>
      <Row label="当年新增批量业务" num>{`${yuanText(one.volume)} 元`}</Row>
      {one.reward ? (
        <>
          <Row label="业务奖励" num>{`${yuanText(one.reward.amount)} 元`}</Row>
          <Derivation id={`reward-why-${one.orgId}-${one.year}`} lines={one.reward.derivation} />
        </>
      ) : null}
      <Flags flags={one.obstacles} />
    </Card>
  );
}

function Judge({
  metrics,
  institutions,
  ...rest
}: {
  metrics: Evaluations["metrics"];
  institutions: readonly Named[];
  onClose: () => void;
  onDone: () => unknown;
}) {
  return (
    <SheetForm
      {...rest}
      id="evaluate"
      title="登记绩效评价"
      action="登记"
      done="已登记"
      fields={[
        { name: "orgId", label: "机构", kind: "pick", options: institutions.map(({ orgId, name }) => ({ value: orgId, label: name })) },
        { name: "year", label: "年度", kind: "number", maxLength: 4, hint: "只评已经结束的年度" },
        ...metrics.map(({ id, says }) => ({ name: id, label: says, hint: "百分制" })),
        { name: "leverage", label: "放大倍数" },
        { name: "documentNo", label: "评价文号" },
      ]}
      onSend={({ orgId = "", year = "", leverage = "", documentNo = "", ...said }) =>
        call("evaluate", {
          body: { orgId, year: Number(year), points: Object.fromEntries(metrics.map(({ id }) => [id, said[id] ?? ""])), leverage, documentNo },
        })
      }
    />
  );
}

export default function EvaluationsPage() {
  const now = useGuard();
  const role = acting(now);
  const [judging, setJudging] = useState(false);
  const rules = role ? schemeOf(role.schemeId).reward : undefined;
  const judges = role && rules ? rules.evaluation.by.kinds.includes(role.orgKind) : false;
  const load = useLoad(
    () =>
      now && rules
        ? Promise.all([call("listEvaluations"), judges ? call("listOrganisations", { query: {} }) : Promise.resolve({ organisations: [] })])
        : null,
    [now?.actingAs],
  );
  if (!now || !role || !rules) return null;
  return (
    <Page title="绩效评价和奖励" onRefresh={load.refresh}>
      <Loaded load={load}>
        {([{ metrics, evaluations }, { organisations }]) => (
          <View id="evaluations">
            {judges ? (
              <Button id="evaluate" onTap={() => setJudging(true)}>
                登记绩效评价
              </Button>
            ) : null}
            {evaluations.length ? (
              evaluations.map((one) => <Judged key={`${one.orgId}${one.year}`} one={one} metrics={metrics} />)
            ) : (
              <Empty title="还没有评价">年度结束后登记评价结果，业务奖励按它计算。</Empty>
            )}
            {judging ? (
              <Judge
                metrics={metrics}
                institutions={organisations.filter(({ kind }) => rules.to.kinds.includes(kind))}
                onClose={() => setJudging(false)}
                onDone={load.refresh}
              />
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
