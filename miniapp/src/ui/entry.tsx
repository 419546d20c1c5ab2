/** The bare text control under every field: a real <input>/<textarea> on H5, Taro's in the mini-program. */
import { Input, Textarea } from "@tarojs/components";
import { cls, H5 } from "./native";

export interface EntryProps {
  id: string;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  /** digits: whole numbers; decimal: amounts and rates; tel: phone; code: a one-time code. */
  kind?: "text" | "digits" | "decimal" | "tel" | "code" | "search" | "url";
  area?: boolean;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  bad?: boolean;
  num?: boolean;
  label: string;
  describedBy?: string;
  onConfirm?: () => void;
}

const MODE = { text: "text", digits: "numeric", decimal: "decimal", tel: "tel", code: "numeric", search: "search", url: "url" } as const;
const WX = { text: "text", digits: "number", decimal: "digit", tel: "number", code: "number", search: "text", url: "text" } as const;
const FILL = { tel: "tel", code: "one-time-code" } as Record<string, string>;

export function Entry(p: EntryProps) {
  const kind = p.kind ?? "text";
  const className = cls("in", p.area && "area", p.bad && "bad", p.num && "num");
  const common = { id: p.id, className, value: p.value, placeholder: p.placeholder, disabled: p.disabled };
  if (H5) {
    const html = {
      ...common,
      maxLength: p.maxLength,
      "aria-label": p.label,
      "aria-invalid": p.bad || undefined,
      "aria-describedby": p.describedBy,
      onBlur: p.onBlur,
      onChange: (event: { target: { value: string } }) => p.onInput(event.target.value),
    };
    if (p.area) return <textarea rows={4} {...html} />;
    return (
      <input
        type={kind === "search" ? "search" : "text"}
        inputMode={MODE[kind]}
        autoComplete={FILL[kind] ?? "off"}
        onKeyDown={(event) => event.key === "Enter" && p.onConfirm?.()}
        {...html}
      />
    );
  }
  const wx = {
    ...common,
    maxlength: p.maxLength ?? -1,
    "aria-label": p.label,
    onBlur: () => p.onBlur?.(),
    onInput: (event: { detail: { value: string } }) => p.onInput(event.detail.value),
  };
  if (p.area) return <Textarea autoHeight {...wx} />;
  return <Input type={WX[kind] as "text"} confirmType={kind === "search" ? "search" : "done"} onConfirm={() => p.onConfirm?.()} {...wx} />;
}
