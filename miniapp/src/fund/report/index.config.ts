export default definePageConfig({ navigationBarTitleText: "半年报告", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
