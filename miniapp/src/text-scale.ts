/** How large type is: the phone's own setting times the elder mode, remembered on this device. */
import Taro from "@tarojs/taro";
import { type CSSProperties, useSyncExternalStore } from "react";

const KEY = "gongdan.elder";
const ELDER = 1.3;
const listeners = new Set<() => void>();
let elder: boolean | null = null;

const isElder = (): boolean => {
  elder ??= Taro.getStorageSync(KEY) === "1";
  return elder;
};

/** WeChat's text size: 16 is standard, larger is larger. H5 uses rem instead. */
function systemScale(): number {
  if (process.env.TARO_ENV !== "weapp") return 1;
  type Base = { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  const base = (Taro as unknown as { getAppBaseInfo?: () => Base }).getAppBaseInfo?.() ?? {};
  return base.fontSizeScaleFactor ?? (base.fontSizeSetting ? base.fontSizeSetting / 16 : 1);
}

export function setElder(on: boolean): void {
  elder = on;
  Taro.setStorageSync(KEY, on ? "1" : "");
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export function useTextScale(): { scale: number; elder: boolean } {
  const on = useSyncExternalStore(subscribe, isElder, isElder);
  return { elder: on, scale: systemScale() * (on ? ELDER : 1) };
}

/** The two variables that every size of type is made of. On H5 1rem follows the reader's browser setting; WeChat's setting comes through the scale. */
export const scaleStyle = (scale: number): CSSProperties =>
  ({ "--em": process.env.TARO_ENV === "h5" ? "1rem" : "16px", "--z": String(scale) }) as CSSProperties;
