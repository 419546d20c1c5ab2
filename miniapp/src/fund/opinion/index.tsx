/** 审核意见书 of a claim, for reading and for paper; `id` is the case. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { OpinionPaper } from "./paper";

export default function Opinion() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(
    () =>
      now && caseId
        ? Promise.all([call("getCase", { params: { caseId } }), call("listOrganisations", { query: { kind: "office" } })]).then(
            ([view, offices]) => ({
              view,
              office: offices.organisations[0]?.name ?? "区发展和改革委员会",
            }),
          )
        : null,
    [caseId, now?.actingAs],
  );
  if (!now) return null;
  const bar =
    H5 && load.data?.view.file?.claim?.opinion ? (
      <Button id="print" onTap={() => window.print()}>
        打印或存为文件
      </Button>
    ) : undefined;
  return (
    <Page title="审核意见书" wide bar={bar}>
      <Loaded load={load} empty={(data) => !data.view.file?.claim?.opinion} none={<Empty title="还没有审核意见">评级单位表决结束后自动生成。</Empty>}>
        {({ view, office }) => (
          <>
            <View className="no-print">
              <Banner tone="warn" title="未盖章电子件">
                {H5 ? "盖章后归档。" : "请用电脑浏览器登录打印。"}
              </Banner>
            </View>
            <OpinionPaper view={view} office={office} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
