/** What only WeChat has: the privacy consent, one-off subscriptions, the login code. On H5 they succeed and do nothing. */
import Taro from "@tarojs/taro";

const weapp = process.env.TARO_ENV === "weapp";

/** Asks for WeChat's own privacy consent where it is still due; true when given. */
export async function ensurePrivacy(): Promise<boolean> {
  const wx = Taro as unknown as { requirePrivacyAuthorize?: (options: { success: () => void; fail: () => void }) => void };
  // Base libraries before 2.32.3 have no such call and need none.
  if (!weapp || !wx.requirePrivacyAuthorize) return true;
  return new Promise((resolve) => wx.requirePrivacyAuthorize?.({ success: () => resolve(true), fail: () => resolve(false) }));
}

/** Must be called straight from a tap, where the next notice is real. Answers the accepted template ids. */
export async function askSubscribe(templates: readonly string[] = __TEMPLATES__): Promise<string[]> {
  if (!weapp || !templates.length) return [];
  try {
    const reply = (await Taro.requestSubscribeMessage({ tmplIds: [...templates], entityIds: [] } as never)) as unknown as Record<string, string>;
    return templates.filter((template) => reply[template] === "accept");
  } catch {
    return [];
  }
}

export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login();
  return code;
}
