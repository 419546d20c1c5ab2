/** 期初导入: a district that starts in the middle brings its balances and running cases in one sheet: tried first, then one voucher that a second person checks. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { BALANCE_COLUMNS, CLAIM_COLUMNS, LOAN_COLUMNS } from "../../../../shared/process/opening-sheet";
import { addressOf } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { RowReports } from "../../money/row-report";
import { SaveXlsx } from "../../money/xlsx";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { UploadRow } from "../../ui/upload-row";
import { toTop } from "../../use-act";
import { type Report, useOpening } from "./use-opening";

const COLUMNS = [...BALANCE_COLUMNS, ...LOAN_COLUMNS, ...CLAIM_COLUMNS];

const Sums = ({ report }: { report: Report }) => (
  <>
    <Row label="期初专户存款" num>{`${yuanText(report.cash)} 元`}</Row>
    <Row label="期初未拨额度" num>{`${yuanText(report.quota)} 元`}</Row>
    <Row label="在办案件" num>{`${report.cases} 件`}</Row>
  </>
);

const Done = ({ report }: { report: Report }) => (
  <>
    <Receipt
      id="imported"
      title="期初凭证已制成，等另一人复核"
      next="复核后一次入账；错了可以在“记账凭证”里整体撤销。"
      rows={[
        ["期初专户存款", `${yuanText(report.cash)} 元`],
        ["期初未拨额度", `${yuanText(report.quota)} 元`],
        ["在办案件", `${report.cases} 件`],
      ]}
    />
    <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
      查看凭证
    </Button>
  </>
);

function Try({ onImported }: { onImported: (report: Report) => void }) {
  const { file, percent, report, errors, pick, book } = useOpening();
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    const booked = await book();
    setAsking(false);
    if (!booked) return;
    onImported(booked);
    toTop();
  };
  return (
    <>
      <ErrorSummary errors={errors} title="没有导入" />
      <Section title="第二步：选择填好的表格，先试算">
        <Card>
          {file ? (
            <UploadRow
              name={file.name}
              size={file.size}
              state={percent === null ? (report ? "done" : "failed") : "sending"}
              percent={percent ?? 0}
              onRetry={pick}
            />
          ) : null}
          <Button id="pick-opening" kind={report?.ok ? "secondary" : "primary"} onTap={pick} busyText="正在试算…">
            {file ? "换一个文件" : "选择表格并试算"}
          </Button>
          <View className="small muted tip">试算不会写入任何数据，逐行给出结果。</View>
        </Card>
      </Section>
      {report ? (
        <Section title="试算结果">
          <Banner tone={report.ok ? "good" : "danger"} title={report.ok ? "每一行都没有问题，可以导入" : "有的行要改"}>
            {report.ok ? "" : "请在表格里改好，重新选择文件再试算。有一行不对，整张表都不导入。"}
          </Banner>
          <RowReports rows={report.rows} columns={COLUMNS} />
          <Card>
            <Sums report={report} />
          </Card>
          {report.ok ? (
            <Button id="import-opening" onTap={() => setAsking(true)}>
              核对后导入
            </Button>
          ) : null}
        </Section>
      ) : null}
      <Confirm open={asking} title="核对期初导入" action="导入并制单" busyText="正在导入…" onConfirm={confirm} onClose={() => setAsking(false)}>
        {report ? <Sums report={report} /> : null}
        <View className="small muted">生成一张凭证，由另一人复核后一次入账。</View>
      </Confirm>
    </>
  );
}

export default function Opening() {
  const now = useGuard();
  const [report, setReport] = useState<Report | null>(null);
  if (!now) return null;
  return (
    <Page title="期初导入" lead="已经办过业务、中途接入系统的，把余额和在办案件一次带进来。" wide>
      {report ? (
        <Done report={report} />
      ) : (
        <>
          <Section title="第一步：下载导入表">
            <Card>
              <View>按表里的说明填写余额、在贷、已{payTerm()}三张表，金额以元为单位。</View>
              <View className="tip">
                <SaveXlsx id="opening-template" url={addressOf("openingTemplate")} name="期初导入表.xlsx">
                  下载导入表（xlsx）
                </SaveXlsx>
              </View>
            </Card>
          </Section>
          <Try onImported={setReport} />
        </>
      )}
    </Page>
  );
}
