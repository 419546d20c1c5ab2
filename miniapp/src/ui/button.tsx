/** The button: says what it does, says what it is doing while busy, and takes one tap at a time. */
import { Button as TaroButton } from "@tarojs/components";
import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { cls, H5 } from "./native";

export interface ButtonProps {
  id?: string;
  kind?: "primary" | "secondary" | "danger" | "plain";
  /** May return a promise: until it settles the button is busy and further taps do nothing. */
  onTap: () => unknown;
  /** Words while busy, e.g. `正在提交…`. */
  busyText?: string;
  busy?: boolean;
  disabled?: boolean;
  inline?: boolean;
  label?: string;
  children: ReactNode;
}

export function Button({ id, kind = "primary", onTap, busyText = "请稍候…", busy = false, disabled = false, inline, label, children }: ButtonProps) {
  const running = useRef(false);
  const [own, setOwn] = useState(false);
  const working = busy || own;
  const off = disabled || working;
  const tap = async () => {
    // State lags behind a quick second tap, the ref does not.
    if (off || running.current) return;
    const result = onTap();
    if (!(result instanceof Promise)) return;
    running.current = true;
    setOwn(true);
    try {
      await result;
    } finally {
      running.current = false;
      setOwn(false);
    }
  };
  const className = cls("btn", kind !== "primary" && kind, inline && "inline", off && "off");
  const words = working ? busyText : children;
  if (H5)
    return (
      <button id={id} type="button" className={className} aria-label={label} aria-busy={working} disabled={off} onClick={tap}>
        {words}
      </button>
    );
  return (
    <TaroButton id={id} className={className} hoverClass={off ? "none" : "btn-press"} disabled={off} aria-label={label} onClick={tap}>
      {words}
    </TaroButton>
  );
}
