/** From the bottom edge: Sheet (anything) and Confirm (a question before something that cannot be undone). */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { scaleStyle, useTextScale } from "../text-scale";
import { Button } from "./button";
import { cls, H5 } from "./native";
import { Tap } from "./tap";

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function Sheet({ open, title, onClose, children }: SheetProps) {
  const { scale, elder } = useTextScale();
  if (!open) return null;
  const inside = (
    <>
      <View className="sheet-head">
        <View className="h2">{title}</View>
        <Tap className="link" onTap={onClose}>
          关闭
        </Tap>
      </View>
      {children}
    </>
  );
  if (!H5)
    return (
      <View className="shade" catchMove onClick={onClose}>
        <View className="sheet" aria-role="dialog" aria-label={title} onClick={(event) => event.stopPropagation()}>
          {inside}
        </View>
      </View>
    );
  // At the end of the document, or H5's tab bar would lie over it.
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a tap beside the sheet closes it; the close link inside serves the keyboard
    <div className={cls("shade scope", elder && "elder")} style={scaleStyle(scale)} role="presentation" onClick={onClose}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps taps inside from closing; the close link serves the keyboard */}
      <div className="sheet" role="dialog" aria-modal="true" aria-label={title} onClick={(event) => event.stopPropagation()}>
        {inside}
      </div>
    </div>,
    document.body,
  );
}

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, and that it cannot be undone. */
  children: ReactNode;
  /** The verb itself, e.g. `退回申请`; never `确定`. */
  action: string;
  busyText?: string;
  danger?: boolean;
  onConfirm: () => unknown;
  onClose: () => void;
}

export const Confirm = ({ open, title, children, action, busyText, danger, onConfirm, onClose }: ConfirmProps) => (
  <Sheet open={open} title={title} onClose={onClose}>
    <View>{children}</View>
    <View className="mt">
      <Button id="confirm" kind={danger ? "danger" : "primary"} onTap={onConfirm} busyText={busyText}>
        {action}
      </Button>
    </View>
    <View className="mt">
      <Button kind="secondary" onTap={onClose}>
        先不做
      </Button>
    </View>
  </Sheet>
);
