/** Whether the dark theme shows, for pictures that CSS does not reach. */
import Taro from "@tarojs/taro";
import { useEffect, useState } from "react";
import { H5 } from "./native";

const QUERY = "(prefers-color-scheme: dark)";
const isDark = (): boolean =>
  H5 ? window.matchMedia(QUERY).matches : (Taro as unknown as { getAppBaseInfo?: () => { theme?: string } }).getAppBaseInfo?.().theme === "dark";

export function useDark(): boolean {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const tell = () => setDark(isDark());
    if (H5) {
      const media = window.matchMedia(QUERY);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    }
    Taro.onThemeChange(tell);
    return () => Taro.offThemeChange(tell);
  }, []);
  return dark;
}
