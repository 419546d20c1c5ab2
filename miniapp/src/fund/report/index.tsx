/** 半年报告: the half-year's figures out of the ledger, as a paper; registered once it was told. `half` opens one. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { halfYearOf } from "../../../../shared/calendar/deadline";
import { addDays } from "../../../../shared/local-date";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { useGuard } from "../../guard";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { TabsBar } from "../../ui/lists";
import { yuanText } from "../../ui/money-text";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Loaded } from "../../ui/states";
import { toast } from "../../ui/toast";
import { useLoad } from "../../use-load";
import { dayText, halfText } from "../../words/time";
import { ReportPaper } from "./paper";

const SHOWN = 4;

/** This half-year and those before it, newest first. */
function halves(): string[] {
  const names: string[] = [];
  for (let day = today(); names.length < SHOWN; ) {
    const half = halfYearOf(day);
    names.push(half.name);
    day = addDays(half.first, -1);
  }
  return names;
}

function Reported({ report, office, onMoved }: { report: Answer<"getReport">; office: boolean; onMoved: () => unknown }) {
  if (report.reported)
    return (
      <Banner
        tone="good"
        title={`已报${partyName("government")}`}
      >{`${report.reported.documentNo}（${dayText(report.reported.on)}）。数字按报告时留存。`}</Banner>
    );
  if (today() <= report.until) return <Banner>{`这个半年到${dayText(report.until)}结束，下面是到今天为止的数字。`}</Banner>;
  if (!office) return <Banner tone="warn">还没有报{partyName("government")}。</Banner>;
  const done = async () => {
    toast("已登记");
    await onMoved();
  };
  return (
    <Section title={`登记已报${partyName("government")}`}>
      <DocumentForm
        id="report-half"
        kept={`report.${report.half}`}
        label="报告文号"
        hint={`本单位报${partyName("government")}的文件`}
        check="核对后登记"
        action="登记已报"
        title={`${halfText(report.half)}报告`}
        onSend={(documentNo) => call("reportHalf", { params: { half: report.half }, body: { documentNo } })}
        onDone={done}
      >
        <Row label={`本期${payTerm()}`} num>{`${yuanText(report.inPeriod.paid ?? "0.00")} 元`}</Row>
        <Row label="本期返还" num>{`${yuanText(report.inPeriod.returned ?? "0.00")} 元`}</Row>
        <Row label="本期核销" num>{`${yuanText(report.inPeriod.written_off ?? "0.00")} 元`}</Row>
        <View className="small muted">登记后，这个半年的账不能再补记，数字按现在留存。</View>
      </DocumentForm>
    </Section>
  );
}

export default function Report() {
  const now = useGuard();
  const role = acting(now);
  const names = halves();
  const [half, setHalf] = useState(useRouter().params.half ?? names[1] ?? "");
  const load = useLoad(
    () =>
      now && half
        ? Promise.all([call("getReport", { params: { half } }), call("listOrganisations", { query: { kind: "office" } })]).then(
            ([report, offices]) => ({
              report,
              office: offices.organisations[0]?.name ?? partyName("office"),
            }),
          )
        : null,
    [half, now?.actingAs],
  );
  if (!now || !role) return null;
  const bar =
    H5 && load.data ? (
      <Button id="print" onTap={() => window.print()}>
        打印或存为文件
      </Button>
    ) : undefined;
  return (
    <Page title="半年报告" wide bar={bar} onRefresh={load.refresh}>
      <View className="no-print">
        <TabsBar label="半年" value={half} options={names.map((value) => ({ value, label: halfText(value) }))} onChange={setHalf} />
      </View>
      <Loaded load={load}>
        {({ report, office }) => (
          <>
            <View className="no-print">
              <Reported report={report} office={role.orgKind === "office"} onMoved={load.refresh} />
            </View>
            <ReportPaper report={report} office={office} schemeId={role.schemeId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
