export default definePageConfig({ navigationBarTitleText: "风险初筛", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
