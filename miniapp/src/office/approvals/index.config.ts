export default definePageConfig({ navigationBarTitleText: "审议进度", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
