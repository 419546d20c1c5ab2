/** Calling a meeting: title, day, place; then on to its agenda. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { quarterOf } from "../../../../shared/calendar/deadline";
import { parseDate } from "../../../../shared/local-date";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { go } from "../../go";
import { panelTerm } from "../../term";
import { Button } from "../../ui/button";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Sheet } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { quarterText } from "../../words/time";

const titleOn = (day: string): string => {
  const read = parseDate(day);
  return read.ok ? `${quarterText(quarterOf(read.value).name)}风险${panelTerm()}会议` : "";
};

export function Convoke({ onClose }: { onClose: () => void }) {
  const [heldOn, setHeldOn] = useState<string>(today());
  const [typed, setTyped] = useState<string | null>(null);
  const [place, setPlace] = useState("");
  const act = useAct();
  // Until somebody types a title it follows the day.
  const title = typed ?? titleOn(heldOn);
  const send = async () => {
    const faults = [
      ...needed(title, "title", "还没有填会议名称。"),
      ...needed(heldOn, "heldOn", "还没有选会议日期。"),
      ...needed(place, "place", "还没有填地点。"),
    ];
    if (!act.check(faults)) return;
    const called = await act.run(() => call("convokeMeeting", { body: { title, heldOn, place } }));
    if (!called) return;
    onClose();
    go("/office/meeting/index", { id: called.meetingId });
  };
  return (
    <Sheet open title="召集会议" onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <DateField name="heldOn" label="会议日期" value={heldOn} onChange={setHeldOn} error={errorAt(act.errors, "heldOn")} />
      <Field name="title" label="会议名称" maxLength={80} value={title} onChange={setTyped} error={errorAt(act.errors, "title")} />
      <Field name="place" label="地点" maxLength={80} value={place} onChange={setPlace} error={errorAt(act.errors, "place")} />
      {heldOn && heldOn < today() ? (
        <Banner tone="warn" title="日期在今天之前">
          补登已开的会议可以继续。
        </Banner>
      ) : null}
      <View className="mt">
        <Button id="convoke-send" onTap={send} busyText="正在召集…">
          召集会议
        </Button>
      </View>
    </Sheet>
  );
}
