/** The `wx` of the harness: enough of WeChat's base library for the built app to start, remember and navigate. */

const SYSTEM = {
  platform: "ios",
  brand: "x",
  model: "x",
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 748,
  statusBarHeight: 44,
  language: "zh_CN",
  version: "8.0.60",
  SDKVersion: "3.9.0",
  theme: "light",
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
};

const LISTENERS =
  "onAppShow onAppHide offAppShow offAppHide onNetworkStatusChange onThemeChange offThemeChange onError onUnhandledRejection onWindowResize onKeyboardHeightChange";

/** Selector queries measure nothing here; they answer one fixed box. */
function selectorQuery() {
  const answers = [];
  const box = { left: 0, right: 100, top: 0, bottom: 40, width: 100, height: 40, scrollLeft: 0, scrollTop: 0 };
  const ask = (tell) => {
    answers.push(box);
    if (typeof tell === "function") setTimeout(() => tell(box), 0);
    return query;
  };
  const same = () => query;
  const query = {
    in: same,
    select: same,
    selectAll: same,
    selectViewport: same,
    boundingClientRect: ask,
    scrollOffset: ask,
    fields: (_, tell) => ask(tell),
    node: ask,
    context: ask,
  };
  query.exec = (tell) => {
    setTimeout(() => tell?.(answers), 0);
    return query;
  };
  return query;
}

export function makeWx({ open, reopen, storage, first, overrides }) {
  const done = (options) => {
    options?.success?.({});
    options?.complete?.({});
  };
  const visit = (how) => (options) => {
    how(options.url);
    done(options);
  };
  const launch = () => ({ path: first, query: {}, scene: 1001 });
  const wx = {
    getSystemInfoSync: () => SYSTEM,
    getAppBaseInfo: () => SYSTEM,
    getWindowInfo: () => SYSTEM,
    getDeviceInfo: () => SYSTEM,
    canIUse: () => true,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: "wx0", envVersion: "develop" } }),
    getStorageSync: (key) => storage[key] ?? "",
    setStorageSync: (key, value) => {
      storage[key] = value;
    },
    removeStorageSync: (key) => {
      delete storage[key];
    },
    getMenuButtonBoundingClientRect: () => ({ top: 48, height: 32, width: 87, left: 290, right: 377, bottom: 80 }),
    nextTick: (callback) => setTimeout(callback, 0),
    getPerformance: () => ({ now: () => Date.now() }),
    createSelectorQuery: selectorQuery,
    navigateTo: visit(open),
    switchTab: visit(reopen),
    reLaunch: visit(reopen),
    redirectTo: visit(reopen),
    setNavigationBarTitle: done,
    stopPullDownRefresh: done,
    showToast: done,
    pageScrollTo: done,
    ...Object.fromEntries(LISTENERS.split(" ").map((name) => [name, () => {}])),
    ...overrides,
  };
  // Taro probes for APIs: a missing one must be undefined, not an error.
  return new Proxy(wx, { has: () => true });
}
