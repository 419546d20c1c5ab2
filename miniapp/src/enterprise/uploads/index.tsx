/** 上传材料; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, Row } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Uploads() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getApplication", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="上传材料" onRefresh={load.refresh}>
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
        <Empty title="这里还是空的">还没有要上传的材料。</Empty>
      )}
    </Page>
  );
}
