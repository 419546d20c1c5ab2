/** Circulating the ledger of a quarter to finance, the government and the institutions concerned. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { quarterOf } from "../../../../shared/calendar/deadline";
import { addDays } from "../../../../shared/local-date";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { useAct } from "../../use-act";
import { quarterText } from "../../words/time";

interface PublishProps {
  published: Answer<"listRecoveries">["published"];
  onDone: () => unknown;
}

export function Publish({ published, onDone }: PublishProps) {
  const now = quarterOf(today());
  const before = quarterOf(addDays(now.first, -1));
  const told = new Set(published.map((each) => each.quarter));
  const [quarter, setQuarter] = useState(told.has(before.name) || published.length === 0 ? now.name : before.name);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const publish = async () => {
    const done = await act.run(() => call("publishRecoveries", { body: { quarter } }));
    setAsking(false);
    if (!done) return;
    toast(`已通报 ${done.rows} 件`);
    await onDone();
  };
  return (
    <Section title="通报台账">
      <ErrorSummary errors={act.errors} title="没有通报" />
      <Card>
        <PickerField
          name="quarter"
          label="季度"
          value={quarter}
          options={[before, now].map(({ name }) => ({ value: name, label: `${quarterText(name)}${told.has(name) ? "（已通报过）" : ""}` }))}
          onChange={setQuarter}
        />
        <View className="mt">
          <Button id="publish" onTap={() => setAsking(true)}>
            通报
          </Button>
        </View>
      </Card>
      <Confirm
        open={asking}
        title={`通报${quarterText(quarter)}追偿台账`}
        action="通报"
        busyText="正在通报…"
        onConfirm={publish}
        onClose={() => setAsking(false)}
      >
        {partyName("finance")}、{partyName("government")}和各有关机构会在“消息”里收到。通报后留下记录。
      </Confirm>
    </Section>
  );
}
