/** Addresses of the screens with their query parameters, so that nobody writes one by hand. */
import Taro from "@tarojs/taro";

const TABS = new Set(["/pages/home/index", "/pages/notices/index", "/pages/me/index"]);

/** `go("/pages/case/index", { id })`. */
export function go(url: string, query: Record<string, string | undefined> = {}): void {
  const text = Object.entries(query)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(value as string)}`)
    .join("&");
  if (TABS.has(url)) void Taro.switchTab({ url });
  else void Taro.navigateTo({ url: text ? `${url}?${text}` : url });
}

export const openCase = (id: string): void => go("/pages/case/index", { id });
export const goHome = (): void => void Taro.switchTab({ url: "/pages/home/index" });
