export default definePageConfig({ navigationBarTitleText: "待同意", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
