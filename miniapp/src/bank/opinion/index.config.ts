export default definePageConfig({ navigationBarTitleText: "初筛意见", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
