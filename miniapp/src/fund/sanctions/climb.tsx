/** The next rung for an institution that recovers slowly: which, why, until when. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { RUNG_WORDS } from "../../words/discipline";

interface ClimbProps {
  org: Answer<"listOrganisations">["organisations"][number];
  rungs: readonly string[];
  /** The highest rung so far, −1 for none. */
  reached: number;
  onClose: () => void;
  onMoved: () => unknown;
}

export function Climb({ org, rungs, reached, onClose, onMoved }: ClimbProps) {
  const [rung, setRung] = useState(rungs[reached + 1] ?? "");
  const [form, change, clear] = useKept(`rung.${org.orgId}`, { reason: "", until: "" });
  const act = useAct();
  const send = async () => {
    if (!act.check([...needed(rung, "rung", "还没有选处理方式。"), ...needed(form.reason, "reason", "还没有写理由。")])) return;
    const body = { rung, reason: form.reason, ...(form.until ? { until: form.until } : {}) };
    const taken = await act.run(() => call("climbLadder", { params: { orgId: org.orgId }, body }));
    if (!taken) return;
    clear();
    onClose();
    toast(`已登记${RUNG_WORDS[rung] ?? "处理"}`);
    await onMoved();
  };
  return (
    <Confirm open title={`处理${org.name}`} action="登记处理" busyText="正在登记…" danger onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <ChoiceField
        name="rung"
        label="处理方式"
        hint="由轻到重逐级进行，不能跳过"
        value={rung}
        options={rungs.map((value, at) => ({
          value,
          label: RUNG_WORDS[value] ?? value,
          ...(at > reached + 1 ? { hint: "要先有前一级", disabled: true } : at <= reached ? { hint: "已经有过，可以再次进行" } : {}),
        }))}
        onChange={setRung}
        error={errorAt(act.errors, "rung")}
      />
      <View className="mt">
        <Field
          name="reason"
          label="理由"
          area
          maxLength={500}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={errorAt(act.errors, "reason")}
        />
        <DateField
          name="until"
          label="到哪天为止"
          optional
          hint="不填的一直有效"
          min={today()}
          value={form.until}
          onChange={(until) => change({ until })}
          error={errorAt(act.errors, "until")}
        />
      </View>
    </Confirm>
  );
}
