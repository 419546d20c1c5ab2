/** A short form in a sheet: its fields as data, kept on the device until the command has succeeded, refusals at their fields. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { errorAt } from "../failure";
import { needed, useAct } from "../use-act";
import { useKept } from "../use-kept";
import { type Choice, ChoiceField } from "./choices";
import { ErrorSummary } from "./errors";
import { AmountField, Field } from "./field";
import { DateField, PickerField } from "./pickers";
import { Confirm } from "./sheet";
import { toast } from "./toast";

export interface SheetField {
  readonly name: string;
  readonly label: string;
  readonly kind?: "line" | "area" | "amount" | "number" | "day" | "choice" | "pick";
  readonly hint?: string;
  readonly optional?: boolean;
  /** By what is typed in the other fields, where it hangs on them: what is no option any more counts as not chosen. */
  readonly options?: readonly Choice<string>[] | ((typed: Typed) => readonly Choice<string>[]);
  readonly maxLength?: number;
}
export type Typed = Readonly<Record<string, string>>;

interface SheetFormProps {
  id: string;
  title: string;
  action: string;
  done: string;
  danger?: boolean;
  fields: readonly SheetField[];
  initial?: Typed;
  onSend: (typed: Typed) => Promise<unknown>;
  onClose: () => void;
  onDone: () => unknown;
  children?: ReactNode | ((typed: Typed) => ReactNode);
}

const optionsIn = ({ options = [] }: SheetField, typed: Typed) => (typeof options === "function" ? options(typed) : options);

/** Without choices that the rest of the form has taken away. */
const standing = (fields: readonly SheetField[], form: Typed): Typed => {
  const gone = fields.filter(
    (field) => typeof field.options === "function" && !optionsIn(field, form).some(({ value }) => value === form[field.name]),
  );
  return { ...form, ...Object.fromEntries(gone.map(({ name }) => [name, ""])) };
};

type OneProps = {
  field: SheetField;
  options: readonly Choice<string>[];
  value: string;
  onChange: (value: string) => void;
  error: ReturnType<typeof errorAt>;
};

function One({ field, options, ...rest }: OneProps) {
  const { kind = "line", options: _, maxLength = 60, ...frame } = field;
  if (kind === "choice") return <ChoiceField {...frame} {...rest} options={options} />;
  if (kind === "pick") return <PickerField {...frame} {...rest} options={options} />;
  if (kind === "day") return <DateField {...frame} {...rest} />;
  if (kind === "amount") return <AmountField {...frame} {...rest} />;
  return <Field {...frame} {...rest} area={kind === "area"} {...(kind === "number" ? { kind: "digits" as const } : {})} maxLength={maxLength} />;
}

export function SheetForm({ id, title, action, done, danger, fields, initial = {}, onSend, onClose, onDone, children }: SheetFormProps) {
  const [form, change, clear] = useKept<Record<string, string>>(id, { ...Object.fromEntries(fields.map(({ name }) => [name, ""])), ...initial });
  const act = useAct();
  const typed = standing(fields, form);
  const send = async () => {
    const faults = fields.flatMap(({ name, label, optional }) => (optional ? [] : needed(typed[name], name, `还没有填${label}。`)));
    if (!act.check(faults)) return;
    const sent = await act.run(async () => {
      await onSend(typed);
      return true;
    });
    if (!sent) return;
    clear();
    onClose();
    toast(done);
    await onDone();
  };
  return (
    <Confirm open title={title} action={action} busyText="正在记录…" danger={danger} onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      {typeof children === "function" ? children(typed) : children}
      <View className="mt">
        {fields.map((field) => (
          <One
            key={field.name}
            field={field}
            options={optionsIn(field, typed)}
            value={typed[field.name] ?? ""}
            onChange={(value) => change({ [field.name]: value })}
            error={errorAt(act.errors, field.name)}
          />
        ))}
      </View>
    </Confirm>
  );
}

/** What was typed, without what was left empty. */
export const filled = (typed: Typed): Typed => Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
