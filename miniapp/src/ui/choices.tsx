/** Choosing: ChoiceField (one of a few, as cards), CheckField (agree or not), ChecksField (several). */
import { Text, View } from "@tarojs/components";
import { Article } from "./article";
import { type Fault, FaultWords, Frame, type FrameProps, fieldId } from "./field";
import { cls } from "./native";
import { Tap } from "./tap";

export interface Choice<V extends string> {
  value: V;
  label: string;
  hint?: string;
  /** The article that allows it; its link stands under the choice, so that a tap on it chooses nothing. */
  cites?: string;
  disabled?: boolean;
}

interface MarkedProps {
  id?: string;
  role: "radio" | "checkbox";
  on: boolean;
  label: string;
  hint?: string;
  cites?: string;
  disabled?: boolean;
  onTap: () => void;
}

const Marked = ({ id, role, on, label, hint, cites, disabled, onTap }: MarkedProps) => (
  <>
    <Tap id={id} className={cls("choice", on && "on", disabled && "off")} role={role} checked={on} disabled={disabled} onTap={onTap} label={label}>
      <View className={cls("mark", role === "checkbox" && "sq")} aria-hidden="true">
        <View className="mark-in" />
      </View>
      <View className="choice-body">
        <Text className={on ? "strong" : ""}>{label}</Text>
        {hint ? <View className="choice-hint">{hint}</View> : null}
      </View>
    </Tap>
    {cites ? (
      <View className="choice-cite small">
        <Article article={cites} />
      </View>
    ) : null}
  </>
);

interface ChoiceFieldProps<V extends string> extends FrameProps {
  value: V | "" | null | undefined;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
}

export function ChoiceField<V extends string>({ value, options, onChange, ...frame }: ChoiceFieldProps<V>) {
  return (
    <Frame {...frame} group>
      <View id={fieldId(frame.name)} aria-role="radiogroup" aria-label={frame.label}>
        {options.map((option) => (
          <Marked
            key={option.value}
            id={`${fieldId(frame.name)}-${option.value}`}
            role="radio"
            on={option.value === value}
            onTap={() => onChange(option.value)}
            label={option.label}
            hint={option.hint}
            cites={option.cites}
            disabled={option.disabled}
          />
        ))}
      </View>
    </Frame>
  );
}

interface ChecksFieldProps<V extends string> extends FrameProps {
  values: readonly V[];
  options: readonly Choice<V>[];
  onChange: (values: V[]) => void;
}

export function ChecksField<V extends string>({ values, options, onChange, ...frame }: ChecksFieldProps<V>) {
  const flip = (value: V) => onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <Frame {...frame} group>
      <View id={fieldId(frame.name)} aria-role="group" aria-label={frame.label}>
        {options.map((option) => (
          <Marked
            key={option.value}
            id={`${fieldId(frame.name)}-${option.value}`}
            role="checkbox"
            on={values.includes(option.value)}
            onTap={() => flip(option.value)}
            label={option.label}
            hint={option.hint}
            cites={option.cites}
            disabled={option.disabled}
          />
        ))}
      </View>
    </Frame>
  );
}

interface CheckFieldProps {
  name: string;
  /** The whole sentence that is agreed to. */
  label: string;
  hint?: string;
  error?: Fault;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export const CheckField = ({ name, label, hint, error, checked, onChange, disabled }: CheckFieldProps) => (
  <View id={`${fieldId(name)}-field`} className={cls("fld", error && "bad")}>
    {error ? (
      <View className="fld-err" aria-role="alert">
        <FaultWords fault={error} />
      </View>
    ) : null}
    <Marked id={fieldId(name)} role="checkbox" on={checked} onTap={() => onChange(!checked)} label={label} hint={hint} disabled={disabled} />
  </View>
);
