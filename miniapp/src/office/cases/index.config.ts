export default definePageConfig({ navigationBarTitleText: "案件清单", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
