/** Fields that are typed in: Field, AmountField and the frame that all fields share (label, hint, error at the field). */
import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Cited } from "./article";
import { Entry, type EntryProps } from "./entry";
import type { FieldError } from "./errors";
import { amountReading } from "./money-text";
import { cls, H5 } from "./native";

export interface FrameProps {
  /** The dotted path of the input in the command: error summaries jump to it and refusals name it. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: Fault;
  optional?: boolean;
}

/** What is wrong at a field: words alone, or with the article that asks for it. */
export type Fault = string | Omit<FieldError, "field"> | null | undefined;

export const FaultWords = ({ fault }: { fault: Fault }) =>
  typeof fault === "object" && fault ? <Cited article={fault.article}>{fault.message}</Cited> : fault;

export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]/g, "-")}`;

export function Frame({ name, label, hint, error, optional, group, children }: FrameProps & { group?: boolean; children: ReactNode }) {
  const id = fieldId(name);
  const words = `${label}${optional ? "（选填）" : ""}`;
  return (
    <View id={`${id}-field`} className={cls("fld", error && "bad")}>
      {H5 && !group ? (
        <label className="fld-label" htmlFor={id}>
          {words}
        </label>
      ) : (
        <Text className="fld-label">{words}</Text>
      )}
      {hint ? <View className="fld-hint">{hint}</View> : null}
      {error ? (
        <View id={`${id}-error`} className="fld-err" aria-role="alert">
          <FaultWords fault={error} />
        </View>
      ) : null}
      {children}
    </View>
  );
}

type Typed = Pick<EntryProps, "kind" | "area" | "placeholder" | "maxLength" | "disabled" | "onBlur">;

export interface FieldProps extends FrameProps, Typed {
  value: string;
  onChange: (value: string) => void;
  /** e.g. `人`, `%`, `个月`; stands behind the input. */
  unit?: string;
  /** Words under the input, e.g. what was read from it. */
  foot?: ReactNode;
}

export function Field({ value, onChange, unit, foot, kind, area, placeholder, maxLength, disabled, onBlur, ...frame }: FieldProps) {
  const id = fieldId(frame.name);
  return (
    <Frame {...frame}>
      <View className="in-wrap">
        <Entry
          id={id}
          label={frame.label}
          describedBy={frame.error ? `${id}-error` : undefined}
          num={kind === "decimal" || kind === "digits"}
          bad={Boolean(frame.error)}
          onInput={onChange}
          {...{ value, kind, area, placeholder, maxLength, disabled, onBlur }}
        />
        {unit ? <Text className="in-unit">{unit}</Text> : null}
      </View>
      {foot ? <View className="fld-read">{foot}</View> : null}
      {area && maxLength ? <Text className="fld-foot">{`${value.length} / ${maxLength} 字`}</Text> : null}
    </Frame>
  );
}

/** Money as text in yuan; under it the same amount as people say it (`300 万元`). */
export function AmountField({ value, foot, ...rest }: Omit<FieldProps, "kind" | "area" | "unit">) {
  const reading = amountReading(value);
  return <Field {...rest} value={value} kind="decimal" unit="元" placeholder={rest.placeholder ?? "例如 3000000.00"} foot={foot ?? reading} />;
}
