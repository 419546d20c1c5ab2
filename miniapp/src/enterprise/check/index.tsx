/** 核对答案; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, Row } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Check() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getApplication", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="核对答案" onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>
          {(view) => (
            <Card>
              <Row label="申请编号">{view.no}</Row>
              <Row label="企业">{view.enterprise.name}</Row>
            </Card>
          )}
        </Loaded>
      ) : (
        <Empty title="这里还是空的">还没有可核对的内容。</Empty>
      )}
    </Page>
  );
}
