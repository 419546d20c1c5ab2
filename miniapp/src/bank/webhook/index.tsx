/** 系统对接: where this institution receives its pushes. */
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, Row } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function Webhook() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("getWebhook") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="系统对接" onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.endpoint === null}
        none={<Empty title="还没有设置接收地址">设置后，新线索会同时推送到本机构的系统。</Empty>}
      >
        {(data) => (
          <Card>
            <Row label="接收地址">{data.endpoint?.url ?? ""}</Row>
            <Row label="状态">{data.endpoint?.status === "active" ? "使用中" : "已停用"}</Row>
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
