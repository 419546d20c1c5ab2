/** A form that outlives its screen: what was typed stays on this device under a key until the command has succeeded. */
import Taro from "@tarojs/taro";
import { useState } from "react";
import { KEPT_KEY } from "./session";

const read = <T>(key: string, initial: T): T => {
  try {
    return { ...initial, ...(JSON.parse(Taro.getStorageSync(key) || "{}") as Partial<T>) };
  } catch {
    return initial;
  }
};

/** `const [form, change, clear] = useKept(`adopt.${caseId}`, { letterNo: "" })`; `change({ letterNo })` merges. */
export function useKept<T extends object>(name: string, initial: T): [T, (part: Partial<T>) => void, () => void] {
  const key = `${KEPT_KEY}${name}`;
  const [form, setForm] = useState<T>(() => read(key, initial));
  const change = (part: Partial<T>) =>
    setForm((now) => {
      const next = { ...now, ...part };
      Taro.setStorageSync(key, JSON.stringify(next));
      return next;
    });
  const clear = () => {
    Taro.removeStorageSync(key);
    setForm(initial);
  };
  return [form, change, clear];
}
