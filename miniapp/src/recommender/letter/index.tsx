/** 推荐函: the letter as an official page of A4, for reading, printing and the file; `id` is the case. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { Paper } from "./paper";

export default function Letter() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(
    () =>
      now && caseId
        ? Promise.all([call("getCase", { params: { caseId } }), call("listOrganisations", { query: { kind: "office" } })]).then(
            ([view, offices]) => ({
              view,
              to: offices.organisations[0]?.name ?? "区发展和改革委员会",
            }),
          )
        : null,
    [caseId, now?.actingAs],
  );
  if (!now) return null;
  if (!caseId)
    return (
      <Page title="推荐函" wide>
        <Empty title="没有选推荐函">请从“待推荐企业”里选一家已推荐的企业。</Empty>
      </Page>
    );
  const letter = load.data?.view.recommendation;
  return (
    <Page
      title="推荐函"
      wide
      onRefresh={load.refresh}
      bar={
        letter ? (
          <>
            <Button id="letter-case" kind="secondary" onTap={() => openCase(caseId)}>
              查看案件
            </Button>
            {H5 ? (
              <Button id="print-letter" onTap={() => window.print()}>
                打印或存为文件
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <Loaded
        load={load}
        empty={(data) => !data.view.recommendation}
        none={<Empty title="还没有出具推荐函">推荐单位采纳申请并填写编号后，推荐函会出现在这里。</Empty>}
      >
        {({ view, to }) => (
          <>
            <View className="no-print">
              <Banner tone="warn" title="未盖章电子件">
                加盖本单位公章后，才是正式推荐函。{H5 ? "" : "请用电脑浏览器登录打印。"}
              </Banner>
            </View>
            <Paper view={view} to={to} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
