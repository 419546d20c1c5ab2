/** Anything that can be tapped: a real button on H5 (keyboard, focus), a View with a button's role in the mini-program. Of two, one inside the other, only the inner one is meant. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { cls, H5 } from "./native";

interface TapProps {
  id?: string;
  className: string;
  onTap?: () => void;
  /** What a screen reader says when the content alone does not. */
  label?: string;
  role?: "button" | "link" | "radio" | "checkbox" | "tab";
  checked?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function Tap({ id, className, onTap, label, role = "button", checked, disabled, children }: TapProps) {
  const tap = disabled || !onTap ? undefined : onTap;
  const inner =
    tap &&
    ((event: { stopPropagation: () => void }) => {
      event.stopPropagation();
      tap();
    });
  const chosen = role === "tab" ? { "aria-selected": checked } : role === "radio" || role === "checkbox" ? { "aria-checked": checked } : {};
  if (!H5)
    return (
      <View
        id={id}
        className={className}
        hoverClass={tap ? "press" : "none"}
        onClick={inner}
        aria-role={role}
        aria-label={label}
        aria-disabled={disabled ? "true" : undefined}
        aria-checked={checked === undefined ? undefined : String(checked)}
      >
        {children}
      </View>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is given by the caller
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only the roles that know it get aria-checked or aria-selected
    <div
      id={id}
      className={cls(className)}
      role={role}
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-disabled={disabled || undefined}
      {...chosen}
      onClick={inner}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        tap?.();
      }}
    >
      {children}
    </div>
  );
}
