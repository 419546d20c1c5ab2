export default definePageConfig({ navigationBarTitleText: "同意进度", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
