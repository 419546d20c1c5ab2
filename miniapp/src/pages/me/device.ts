/** A user agent as people would call the device. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "苹果手机"],
  [/iPad/, "苹果平板"],
  [/HarmonyOS|OpenHarmony/, "鸿蒙设备"],
  [/Android.*Mobile/, "安卓手机"],
  [/Android/, "安卓平板"],
  [/Macintosh/, "苹果电脑"],
  [/Windows|Linux|X11|CrOS/, "电脑"],
];
/** The first that fits: most browsers also name the ones they descend from. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/QQBrowser/, "QQ 浏览器"],
  [/UCBrowser/, "UC 浏览器"],
  [/Edg/, "微软浏览器"],
  [/Firefox/, "火狐浏览器"],
  [/Chrome|CriOS/, "谷歌浏览器"],
  [/Safari/, "苹果浏览器"],
];

const first = (list: typeof KINDS, agent: string) => list.find(([pattern]) => pattern.test(agent))?.[1];

/** `苹果手机，微信`; `其他设备` where nothing is known. */
export const deviceText = (agent: string): string => [first(KINDS, agent), first(PROGRAMS, agent)].filter(Boolean).join("，") || "其他设备";
