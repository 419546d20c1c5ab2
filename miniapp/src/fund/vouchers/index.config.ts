export default definePageConfig({ navigationBarTitleText: "记账凭证", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
