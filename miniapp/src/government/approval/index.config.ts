export default definePageConfig({ navigationBarTitleText: "同意", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
