export default definePageConfig({ navigationBarTitleText: "贷后跟踪", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
