export default definePageConfig({ navigationBarTitleText: "案件", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
