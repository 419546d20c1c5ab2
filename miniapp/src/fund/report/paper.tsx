/** The half-year's report on paper: what was paid, what came back and at what rate, what was written off, what the fund stands at. */

import { View } from "@tarojs/components";
import type { Answer } from "../../api";
import { heldIn } from "../../money/money-place";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Doc, DocTable } from "../../ui/doc";
import { percentText, yuanText } from "../../ui/money-text";
import { CHANGE_WORDS, COUNT_WORDS } from "../../words/fund";
import { dayText, halfText } from "../../words/time";

type Report = Answer<"getReport">;

const lines = (counts: Record<string, string>) =>
  Object.entries(COUNT_WORDS).map(([name, says]) => [says, counts[name] === undefined ? undefined : `${yuanText(counts[name])} 元`] as const);

export function ReportPaper({ report, office, schemeId }: { report: Report; office: string; schemeId: string }) {
  const scheme = schemeOf(schemeId);
  const { claims, changes, moved, rate } = report;
  return (
    <Doc
      id="report-paper"
      org={office}
      no={report.reported?.documentNo ?? ""}
      title={`${halfText(report.half)}风险补偿资金运行和追偿情况报告`}
      to={partyName("government")}
      {...(report.reported ? { on: dayText(report.reported.on) } : {})}
      foot={<View>{`数字由总账生成，统计期间 ${dayText(report.from)}至${dayText(report.until)}。依据：${report.article}`}</View>}
    >
      <View className="doc-p">{`按照${scheme.name}有关规定，现将${halfText(report.half)}${payTerm()}、追偿和资金运行情况报告如下。`}</View>
      <View className="doc-h">一、{payTerm()}申请</View>
      <View className="doc-p">{`本期收到${payTerm()}申请 ${claims.filed} 件，支付 ${claims.paid} 件，期末在办 ${claims.open} 件。`}</View>
      <View className="doc-h">二、本期发生</View>
      <DocTable lines={lines(report.inPeriod)} />
      <View className="doc-h">三、累计和资金回收率</View>
      <DocTable lines={[...lines(report.toDate), ["资金回收率", rate === null ? `还没有${payTerm()}` : percentText(rate)]]} />
      <View className="doc-h">四、资金情况</View>
      <DocTable
        lines={[
          [heldIn(schemeId), `${yuanText(report.cash)} 元`],
          ["未拨额度", `${yuanText(report.quota)} 元`],
          ["暂停与重启", changes.map((change) => `${dayText(change.on)}${CHANGE_WORDS[change.to] ?? ""}`).join("；") || "本期没有暂停或重启"],
        ]}
      />
      {moved.length ? (
        <>
          <View className="doc-h">五、分事由收支</View>
          <DocTable lines={moved.map((each) => [each.says, `${each.count} 笔，${yuanText(each.amount)} 元`] as const)} />
        </>
      ) : null}
    </Doc>
  );
}
