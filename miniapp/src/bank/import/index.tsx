/** 批量导入: a template that knows this institution's contracts, a trial that tells row by row, then the import of what is right. */
import { View } from "@tarojs/components";
import { SHEET_COLUMNS } from "../../../../shared/process/repayment-sheet";
import { partsText } from "../../case/file/loan";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { RowReports } from "../../money/row-report";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { WentWrong } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { UploadRow } from "../../ui/upload-row";
import { useImport } from "./use-import";

/** `…，100000.00 + 1000.00` is principal and interest. */
const readable = (says: string): string =>
  says.replace(/(\d+\.\d{2}) \+ (\d+\.\d{2})/, (_, principal: string, interest: string) => partsText({ principal, interest }));

export default function ImportPage() {
  const now = useGuard();
  const role = acting(now);
  const { file, percent, tried, imported, trouble, choose, send, template } = useImport();
  if (!now || !role) return null;
  const right = tried?.rows.filter((row) => row.ok).length ?? 0;
  return (
    <Page title="批量导入" lead="用表格一次登记多笔还款和五级分类">
      <Section title="1. 下载表格">
        <Card>
          <View>表格里已填好本机构在贷的合同号，只填有变化的行，一行一笔还款或一次分类。</View>
          <View className="mt">
            <Button id="template" kind="secondary" onTap={template} busyText="正在下载…">
              下载导入表
            </Button>
          </View>
        </Card>
      </Section>
      <Section title="2. 选填好的表格">
        <Card>
          <View className="muted">
            {process.env.TARO_ENV === "weapp"
              ? "微信里只能选聊天中的文件：请先把填好的表格发给“文件传输助手”，再从这里选。"
              : "只收 xlsx 表格，不超过 2 MB。选好后先试算，不会写入。"}
          </View>
          <View className="mt">
            <Button id="choose" kind={tried ? "secondary" : "primary"} onTap={choose} busyText="正在试算…">
              {file ? "换一个文件" : "选表格并试算"}
            </Button>
          </View>
          {file && percent !== null ? (
            <UploadRow name={file.name} size={file.size} state="sending" percent={percent} />
          ) : file ? (
            <View className="small muted mt">{file.name}</View>
          ) : null}
          {percent !== null && percent >= 100 ? (
            <View className="small" aria-role="status">
              已传完，正在逐行核对…
            </View>
          ) : null}
        </Card>
      </Section>
      {trouble ? (
        <View id="import-trouble">
          <Banner tone="danger" title="没有办成">
            <WentWrong error={trouble} />
          </Banner>
        </View>
      ) : null}
      <View id="import-result">
        {imported ? (
          <Section title="3. 导入结果" aside={`${imported.rows.length} 行`}>
            <Banner tone={imported.refused ? "warn" : "good"} title={`已导入 ${imported.imported} 行`}>
              {imported.refused ? `${imported.refused} 行有问题没有写入，改好后可以单独再导入。` : "全部写入。"}
            </Banner>
            <RowReports rows={imported.rows} columns={SHEET_COLUMNS} readable={readable} />
            <View className="mt">
              <Button id="to-loans" kind="secondary" onTap={() => go("/bank/loans/index")}>
                看贷款台账
              </Button>
            </View>
          </Section>
        ) : tried ? (
          <Section title="3. 试算结果" aside={`${tried.rows.length} 行`}>
            <View className="lrow-top">
              <Tag tone="done">{`${right} 行可以导入`}</Tag>
              {tried.refused ? <Tag tone="bad">{`${tried.refused} 行有问题`}</Tag> : null}
            </View>
            <View className="mt">
              <RowReports rows={tried.rows} columns={SHEET_COLUMNS} readable={readable} />
            </View>
            <View className="mt">
              {right && file ? (
                <Button id="import" onTap={() => send(file, "0")} busyText="正在导入，请不要关闭…">
                  {tried.refused ? `导入没有问题的 ${right} 行` : `导入 ${right} 行`}
                </Button>
              ) : (
                <Banner tone="warn">没有可以导入的行。请按提示改好表格，再选一次。</Banner>
              )}
            </View>
          </Section>
        ) : null}
      </View>
    </Page>
  );
}
