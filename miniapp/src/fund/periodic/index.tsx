/** 定期报告: what this organisation owes and when, what is late, what was told to it. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText, periodText } from "../../words/time";

type Report = Answer<"listReports">["reports"][number];

const EVERY: Record<string, string> = { month: "每月", quarter: "每季度", half_year: "每半年", year: "每年" };
const figureNames = (): readonly (readonly [string, string])[] => [
  ["paid", `本期${payTerm()}`],
  ["returned", "本期返还"],
  ["written_off", "本期核销"],
  ["paid_to_date", `累计${payTerm()}`],
  ["returned_to_date", "累计返还"],
  ["cash", "期末资金"],
];

const Figures = ({ figures }: { figures: Readonly<Record<string, string>> }) => (
  <>
    {figureNames().flatMap(([name, label]) =>
      figures[name] === undefined
        ? []
        : [
            <Row key={name} label={label} num>
              {`${yuanText(figures[name])} 元`}
            </Row>,
          ],
    )}
  </>
);

/** The figures that the report will carry, as the books have them now. */
function Drawn({ reportId, period }: { reportId: string; period: string }) {
  const load = useLoad(() => call("draftReport", { params: { reportId, period } }), [reportId, period]);
  return <Loaded load={load}>{({ figures }) => <Figures figures={figures} />}</Loaded>;
}

const Told = ({ told }: { told: Report["told"][number] }) => (
  <Card id={`told-${told.orgId}-${told.period}`}>
    <View className="strong">{`${told.by}：${periodText(told.period)}`}</View>
    <View className="small muted">{`${told.documentNo}（${dayText(told.on)}）`}</View>
    <Figures figures={told.figures} />
    <View className="mt">{told.text}</View>
  </Card>
);

function One({ report, onMoved }: { report: Report; onMoved: () => unknown }) {
  const [period, setPeriod] = useState<string>();
  const [next] = report.due;
  return (
    <Section title={report.says} aside={<Cited article={report.article}>{EVERY[report.every] ?? ""}</Cited>}>
      {report.overdue.map(({ orgId, by, period: late }) => (
        <Banner key={orgId} tone="danger" title={`${by}还没有报${periodText(late)}`} />
      ))}
      {report.mine && next ? <Button id={`report-${report.id}`} onTap={() => setPeriod(next)}>{`报送${periodText(next)}`}</Button> : null}
      {report.told.slice(0, 3).map((told) => (
        <Told key={`${told.orgId}${told.period}`} told={told} />
      ))}
      {report.told.length > 3 ? (
        <Fold label="更早的报告">
          {report.told.slice(3).map((told) => (
            <Told key={`${told.orgId}${told.period}`} told={told} />
          ))}
        </Fold>
      ) : null}
      {report.told.length ? null : <View className="small muted">还没有报过。</View>}
      {period ? (
        <SheetForm
          id={`periodic.${report.id}`}
          title={report.says}
          action="报送"
          done="已报送"
          initial={{ period }}
          fields={[
            {
              name: "period",
              label: "时期",
              kind: "choice",
              options: report.due.slice(0, 4).map((value) => ({ value, label: periodText(value) })),
            },
            { name: "text", label: "情况", kind: "area", maxLength: 8000 },
            { name: "documentNo", label: "文号" },
          ]}
          onSend={({ period: told = period, text = "", documentNo = "" }) =>
            call("fileReport", { params: { reportId: report.id, period: told }, body: { text, documentNo } })
          }
          onClose={() => setPeriod(undefined)}
          onDone={onMoved}
        >
          {report.draws ? <Drawn reportId={report.id} period={period} /> : null}
        </SheetForm>
      ) : null}
    </Section>
  );
}

export default function Periodic() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now ? call("listReports") : null), [now?.actingAs]);
  if (!now || !role) return null;
  return (
    <Page title="定期报告" lead="时期结束后报送，每期一次；有账的数字由总账生成。" onRefresh={load.refresh}>
      <Loaded load={load} empty={({ reports }) => reports.length === 0} none={<Empty title="没有定期报告">本单位没有要报或要看的定期报告。</Empty>}>
        {({ reports }) => (
          <View id="periodic">
            {reports.map((report) => (
              <One key={report.id} report={report} onMoved={load.refresh} />
            ))}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
