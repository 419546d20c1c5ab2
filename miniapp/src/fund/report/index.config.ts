export default definePageConfig({ navigationBarTitleText: "资金报告", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
