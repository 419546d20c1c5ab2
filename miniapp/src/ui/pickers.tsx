/** Picking: DateField (a Shanghai day as YYYY-MM-DD), TimeField (HH:MM) and PickerField (one of many). Native pickers on both targets. */
import { Picker, Text, View } from "@tarojs/components";
import { Frame, type FrameProps, fieldId } from "./field";
import { cls, H5 } from "./native";

interface DateFieldProps extends FrameProps {
  /** `YYYY-MM-DD` or empty. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
}

const dayWords = (value: string) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : "";
};

const Shown = ({ id, text, empty, bad }: { id: string; text: string; empty: string; bad: boolean }) => (
  <View id={id} className={cls("in in-pick", bad && "bad")}>
    <Text className={text ? "" : "muted"}>{text || empty}</Text>
    <View className="chev" aria-hidden="true" />
  </View>
);

export function DateField({ value, onChange, min, max, disabled, ...frame }: DateFieldProps) {
  const id = fieldId(frame.name);
  const bad = Boolean(frame.error);
  return (
    <Frame {...frame}>
      {H5 ? (
        <input
          id={id}
          type="date"
          className={cls("in date", bad && "bad", !value && "empty")}
          data-shown={dayWords(value) || "请选择日期"}
          aria-label={frame.label}
          aria-invalid={bad || undefined}
          onChange={(event) => onChange(event.target.value)}
          {...{ value, min, max, disabled }}
        />
      ) : (
        <Picker mode="date" start={min} end={max} disabled={disabled} value={value} onChange={(event) => onChange(String(event.detail.value))}>
          <Shown id={id} text={dayWords(value)} empty="请选择日期" bad={bad} />
        </Picker>
      )}
    </Frame>
  );
}

/** A time of day as `HH:MM`. */
export function TimeField({ value, onChange, disabled, ...frame }: Omit<DateFieldProps, "min" | "max">) {
  const id = fieldId(frame.name);
  const bad = Boolean(frame.error);
  return (
    <Frame {...frame}>
      {H5 ? (
        <input
          id={id}
          type="time"
          className={cls("in date", bad && "bad", !value && "empty")}
          data-shown={value || "请选择时间"}
          aria-label={frame.label}
          aria-invalid={bad || undefined}
          onChange={(event) => onChange(event.target.value)}
          {...{ value, disabled }}
        />
      ) : (
        <Picker mode="time" disabled={disabled} value={value} onChange={(event) => onChange(String(event.detail.value))}>
          <Shown id={id} text={value} empty="请选择时间" bad={bad} />
        </Picker>
      )}
    </Frame>
  );
}

interface PickerFieldProps<V extends string> extends FrameProps {
  value: V | "" | null | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  placeholder?: string;
  disabled?: boolean;
}

export function PickerField<V extends string>({ value, options, onChange, placeholder = "请选择", disabled, ...frame }: PickerFieldProps<V>) {
  const id = fieldId(frame.name);
  const bad = Boolean(frame.error);
  const at = options.findIndex((option) => option.value === value);
  if (H5)
    return (
      <Frame {...frame}>
        <select
          id={id}
          className={cls("in select", bad && "bad")}
          value={value ?? ""}
          disabled={disabled}
          aria-label={frame.label}
          aria-invalid={bad || undefined}
          onChange={(event) => onChange(event.target.value as V)}
        >
          <option value="" disabled>
            {placeholder}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </Frame>
    );
  const pick = (index: number) => {
    const option = options[index];
    if (option) onChange(option.value);
  };
  return (
    <Frame {...frame}>
      <Picker
        mode="selector"
        range={options.map((option) => option.label)}
        value={Math.max(at, 0)}
        disabled={disabled}
        onChange={(event) => pick(Number(event.detail.value))}
      >
        <Shown id={id} text={options[at]?.label ?? ""} empty={placeholder} bad={bad} />
      </Picker>
    </Frame>
  );
}
