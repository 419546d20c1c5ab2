/** 采纳推荐; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { CaseBody } from "../../case/case-page";
import { useGuard } from "../../guard";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Adopt() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="采纳推荐" wide onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{(view) => <CaseBody view={view} />}</Loaded> : <Empty title="这里还是空的">没有待采纳的申请。</Empty>}
    </Page>
  );
}
