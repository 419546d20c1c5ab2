/** Every page of the mini-program: the main package for everybody, one subpackage for each kind of person. */
const weapp = process.env.TARO_ENV === "weapp";
// theme.json variables exist only in the mini-program.
const themed = (name: string, h5: string) => (weapp ? `@${name}` : h5);

export default defineAppConfig({
  pages: ["pages/home/index", "pages/notices/index", "pages/me/index", "pages/login/index", "pages/case/index"],
  subPackages: [
    {
      root: "enterprise",
      name: "enterprise",
      pages: ["tasks/index", "form/index", "uploads/index", "check/index", "receipt/index", "register/index", "loan/index", "subsidy/index"],
    },
    { root: "recommender", name: "recommender", pages: ["candidates/index", "adopt/index", "letter/index", "follow-ups/index", "follow-up/index"] },
    {
      root: "office",
      name: "office",
      pages: [
        "cases/index",
        "scores/index",
        "screening/index",
        "meetings/index",
        "meeting/index",
        "panel/index",
        "approvals/index",
        "pushes/index",
        "dead-letters/index",
        "staff/index",
        "institutions/index",
      ],
    },
    { root: "reviewer", name: "reviewer", pages: ["agenda/index", "ballot/index", "result/index", "minutes/index"] },
    {
      root: "bank",
      name: "bank",
      pages: [
        "leads/index",
        "lead/index",
        "loan/index",
        "opinion/index",
        "webhook/index",
        "loans/index",
        "file/index",
        "import/index",
        "claim/index",
        "recovery/index",
      ],
    },
    { root: "insurer", name: "insurer", pages: ["loans/index", "policy/index"] },
    { root: "government", name: "government", pages: ["approvals/index", "approval/index"] },
  ],
  window: {
    navigationBarTitleText: "共担",
    navigationBarBackgroundColor: themed("navBg", "#ffffff"),
    navigationBarTextStyle: themed("navTxt", "black") as "black",
    backgroundColor: themed("bg", "#f4f6f5"),
    backgroundTextStyle: "dark",
  },
  tabBar: {
    color: themed("tabColor", "#56615c"),
    selectedColor: themed("tabSel", "#0b6e4f"),
    backgroundColor: themed("navBg", "#ffffff"),
    borderStyle: themed("tabBorder", "black") as "black",
    list: [
      { pagePath: "pages/home/index", text: "待办", iconPath: "icons/home.png", selectedIconPath: "icons/home-on.png" },
      { pagePath: "pages/notices/index", text: "消息", iconPath: "icons/notices.png", selectedIconPath: "icons/notices-on.png" },
      { pagePath: "pages/me/index", text: "我的", iconPath: "icons/me.png", selectedIconPath: "icons/me-on.png" },
    ],
  },
  ...(weapp ? { darkmode: true, themeLocation: "theme.json", lazyCodeLoading: "requiredComponents", __usePrivacyCheck__: true, style: "v2" } : {}),
} as Parameters<typeof defineAppConfig>[0]);
