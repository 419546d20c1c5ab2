export default definePageConfig({ navigationBarTitleText: "资金池", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
