/** 未送达的通知. */
import { call } from "../../api";
import { useGuard } from "../../guard";
import { Card, ListRow } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { momentText } from "../../words";

export default function DeadLetters() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listDeadLetters") : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="未送达的通知" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.letters.length === 0} none={<Empty title="这里还是空的">所有通知都已送达。</Empty>}>
        {(data) => (
          <Card flush>
            {data.letters.map((letter) => (
              <ListRow
                key={letter.outboxId}
                title={letter.orgName}
                status="未送达"
                tone="bad"
                meta={[`已试 ${letter.attempts} 次`, momentText(letter.recordedAt)]}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
