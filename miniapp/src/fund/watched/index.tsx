/** 不良贷款率: institutions with their figures, the marks that they passed, their papers, and what was decided. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { filled, SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { WATCH_WORDS } from "../../words/discipline";
import { dayText, periodText } from "../../words/time";

type Watched = Answer<"listWatch">["institutions"][number];
type Figure = Watched["figures"][number];
type Sheet = "figures" | "explain" | "pause" | "resume" | "end";

const FigureRows = ({ figure }: { figure: Figure }) => (
  <>
    <Row label={`${periodText(figure.period)}不良率`} num>
      {percentText(figure.ratio)}
    </Row>
    <Row label="不良余额和贷款余额" num>{`${yuanText(figure.badBalance)} / ${yuanText(figure.allBalance)} 元`}</Row>
    {figure.average ? <Row label={`全市平均（${figure.source}）`}>{percentText(figure.average)}</Row> : null}
    {figure.marks.map((mark) => (
      <View key={mark.id} className="small">
        <Cited article={mark.article}>{mark.says}</Cited>
      </View>
    ))}
  </>
);

const Papers = ({ org }: { org: Watched }) => (
  <>
    {org.decisions.map((each) => (
      <Row key={`${each.what}${each.on}${each.documentNo}`} label={WATCH_WORDS[each.what] ?? each.what}>
        {`${each.by} ${each.documentNo}（${dayText(each.on)}）：${each.reason}`}
      </Row>
    ))}
    {org.explanations.map((each) => (
      <View key={each.documentNo + each.on} className="mt">
        <View className="strong">{`情况说明和整改计划 ${each.documentNo}（${dayText(each.on)}）`}</View>
        <View>{each.text}</View>
        <View>{each.plan}</View>
      </View>
    ))}
  </>
);

const month = (): string => `${today().slice(0, 4)}M${Number(today().slice(5, 7))}`;

function Form({ org, sheet, onClose, onMoved }: { org: Watched; sheet: Sheet; onClose: () => void; onMoved: () => unknown }) {
  const params = { orgId: org.orgId };
  const common = { onClose, onDone: onMoved };
  if (sheet === "figures")
    return (
      <SheetForm
        {...common}
        id={`npl.${org.orgId}`}
        title={`录入${org.name}${periodText(month())}的数字`}
        action="录入"
        done="已录入"
        fields={[
          { name: "badBalance", label: "不良余额（元）", kind: "amount" },
          { name: "allBalance", label: "贷款余额（元）", kind: "amount" },
          { name: "badCount", label: "不良笔数", kind: "number" },
          { name: "allCount", label: "贷款笔数", kind: "number" },
          { name: "average", label: "全市平均不良率", hint: "小数，例如 0.021", optional: true },
          { name: "source", label: "平均数的来源", hint: "填了平均数就要填", optional: true },
          { name: "reason", label: "更正的理由", hint: "这个月录过的才填", optional: true },
        ]}
        onSend={(typed) => {
          const { badBalance = "", allBalance = "", badCount = "", allCount = "", ...rest } = typed;
          const counts = { badCount: Number(badCount), allCount: Number(allCount) };
          return call("enterFigures", { params, body: { period: month(), badBalance, allBalance, ...counts, ...filled(rest) } });
        }}
      />
    );
  if (sheet === "explain")
    return (
      <SheetForm
        {...common}
        id="npl.explain"
        title="报送情况说明和整改计划"
        action="报送"
        done="已报送"
        fields={[
          { name: "text", label: "情况说明", kind: "area", maxLength: 4000 },
          { name: "plan", label: "整改计划", kind: "area", maxLength: 4000 },
          { name: "documentNo", label: "文号" },
        ]}
        onSend={({ text = "", plan = "", documentNo = "" }) => call("explainFigures", { body: { text, plan, documentNo } })}
      />
    );
  return (
    <SheetForm
      {...common}
      id={`watch.${sheet}.${org.orgId}`}
      title={`${WATCH_WORDS[sheet]}：${org.name}`}
      action={WATCH_WORDS[sheet] ?? ""}
      done="已登记"
      danger={sheet !== "resume"}
      fields={[
        { name: "documentNo", label: "决定文号" },
        { name: "reason", label: "理由", kind: "area", maxLength: 500 },
      ]}
      onSend={({ documentNo = "", reason = "" }) => call("decideWatch", { params, body: { what: sheet, documentNo, reason } })}
    />
  );
}

function One({ org, sheets, onMoved }: { org: Watched; sheets: readonly Sheet[]; onMoved: () => unknown }) {
  const [sheet, setSheet] = useState<Sheet>();
  const [first, ...older] = org.now ? [org.now, ...org.figures] : org.figures;
  return (
    <Card id={`watched-${org.orgId}`}>
      <View className="lrow-top">
        <View className="strong">{org.name}</View>
        {org.blockedFrom ? (
          <Tag tone="bad">{`${dayText(org.blockedFrom)}起停止新贷款`}</Tag>
        ) : org.paused ? (
          <Tag tone="bad">{`已暂停${payTerm()}`}</Tag>
        ) : null}
      </View>
      {first ? <FigureRows figure={first} /> : <View className="small muted">还没有数字。</View>}
      <Papers org={org} />
      {older.length ? (
        <Fold label="以前的数字">
          {older.map((figure) => (
            <FigureRows key={`${figure.period}${figure.on}${figure.ratio}${figure.reason}`} figure={figure} />
          ))}
        </Fold>
      ) : null}
      {sheets.map((each) => (
        <View key={each} className="mt">
          <Button id={`${each}-${org.orgId}`} kind="secondary" inline onTap={() => setSheet(each)}>
            {WATCH_WORDS[each] ?? ""}
          </Button>
        </View>
      ))}
      {sheet ? <Form org={org} sheet={sheet} onClose={() => setSheet(undefined)} onMoved={onMoved} /> : null}
    </Card>
  );
}

export default function WatchedPage() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now ? call("listWatch") : null), [now?.actingAs]);
  if (!now || !role) return null;
  const { watch } = schemeOf(role.schemeId);
  const sheetsOf = (org: Watched): Sheet[] => {
    const mine = (kinds: readonly string[] | undefined) => kinds?.includes(role.orgKind) === true;
    const asked = org.figures[0]?.marks.some(({ effect }) => effect === "asks") === true;
    return [
      ...(watch?.figures.from === "entered" && mine(watch.figures.by) ? ["figures" as const] : []),
      ...(org.orgId === role.orgId && asked ? ["explain" as const] : []),
      ...(mine(watch?.pause?.by) && !org.paused && asked ? ["pause" as const] : []),
      ...(mine(watch?.resume?.by) && org.paused ? ["resume" as const] : []),
      ...(mine(watch?.ends?.by) && org.now?.marks.some(({ effect }) => effect === "blocks") ? ["end" as const] : []),
    ];
  };
  return (
    <Page title="不良贷款率" lead="达到界限的先提示，暂停和恢复都要有决定文件。" onRefresh={load.refresh}>
      <Loaded load={load} empty={({ institutions }) => institutions.length === 0} none={<Empty title="没有机构">登记合作机构后，数字在这里。</Empty>}>
        {({ institutions }) => (
          <View id="watched">
            {institutions.map((org) => (
              <One key={org.orgId} org={org} sheets={sheetsOf(org)} onMoved={load.refresh} />
            ))}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
