/** The notice of what was approved, for reading and for paper; `id` is the case. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { NoticePaper } from "../../case/file/notice-paper";
import { useGuard } from "../../guard";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Notice() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  const title = `${payTerm(load.data?.scheme.id)}通知书`;
  const bar =
    H5 && load.data?.file?.claim?.notified ? (
      <Button id="print" onTap={() => window.print()}>
        打印或存为文件
      </Button>
    ) : undefined;
  return (
    <Page title={title} wide bar={bar} onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load} empty={(view) => !view.file?.claim?.notified} none={<Empty title="还没有出具">出具以后，在这里打印。</Empty>}>
          {(view) => (
            <>
              <View className="no-print">
                <Banner tone="warn" title="未盖章电子件">
                  {H5 ? "盖章后送付款单位并归档。" : "请用电脑浏览器登录打印。"}
                </Banner>
              </View>
              {view.file?.claim ? <NoticePaper view={view} claim={view.file.claim} /> : null}
            </>
          )}
        </Loaded>
      ) : (
        <Empty title="没有选案件">请从案件进入。</Empty>
      )}
    </Page>
  );
}
