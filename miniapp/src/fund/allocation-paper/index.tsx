/** A period's plan for reading and for paper; `plan` is its id. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { PlanPaper } from "./paper";

export default function AllocationPaper() {
  const now = useGuard();
  const role = acting(now);
  const allocationId = useRouter().params.plan ?? "";
  const load = useLoad(() => (now && allocationId ? call("getAllocation", { params: { allocationId } }) : null), [allocationId, now?.actingAs]);
  if (!now || !role) return null;
  const bar =
    H5 && load.data ? (
      <Button id="print" onTap={() => window.print()}>
        打印或存为文件
      </Button>
    ) : undefined;
  return (
    <Page title="分配方案" wide bar={bar}>
      {allocationId ? (
        <Loaded load={load}>
          {(plan) => (
            <>
              <View className="no-print">
                <Banner tone="warn" title="未盖章电子件">
                  {H5 ? `盖章后归档。申报和${payTerm()}信息不得对外泄露。` : "请用电脑浏览器登录打印。"}
                </Banner>
              </View>
              <PlanPaper plan={plan} schemeId={role.schemeId} />
            </>
          )}
        </Loaded>
      ) : (
        <Empty title="没有选方案">请从“年度分配”进入。</Empty>
      )}
    </Page>
  );
}
