/** A step that needs the number of a paper: typed, checked with everything that it is about, then done. */
import { View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { errorAt } from "../failure";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ErrorSummary } from "../ui/errors";
import { Field } from "../ui/field";
import { Confirm } from "../ui/sheet";
import { needed, useAct } from "../use-act";
import { useKept } from "../use-kept";

interface DocumentFormProps {
  id: string;
  /** The draft's key on this device. */
  kept: string;
  label: string;
  hint: string;
  /** On the button that leads to the check, e.g. `核对后报区政府`. */
  check: string;
  /** The verb itself. */
  action: string;
  title: string;
  /** What is checked beside the number, and what follows. */
  children: ReactNode;
  onSend: (documentNo: string) => Promise<unknown>;
  onDone: () => unknown;
}

export function DocumentForm({ id, kept, label, hint, check, action, title, children, onSend, onDone }: DocumentFormProps) {
  const [form, change, clear] = useKept(kept, { documentNo: "" });
  const [asking, setAsking] = useState(false);
  // Several such forms may stand on one page.
  const field = `${id}.documentNo`;
  const act = useAct(() => field);
  const send = async () => {
    const done = await act.run(async () => {
      await onSend(form.documentNo);
      return true;
    });
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id={id}>
        <Field
          name={field}
          label={label}
          hint={hint}
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={errorAt(act.errors, field)}
        />
        <View className="mt">
          <Button id={`${id}-check`} onTap={() => setAsking(act.check(needed(form.documentNo, field, `还没有填${label}。`)))}>
            {check}
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title={title} action={action} busyText="正在记录…" onConfirm={send} onClose={() => setAsking(false)}>
        <View className="row">
          <View className="row-k">{label}</View>
          <View className="row-v">{form.documentNo}</View>
        </View>
        {children}
      </Confirm>
    </>
  );
}
