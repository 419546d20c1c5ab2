export default definePageConfig({ navigationBarTitleText: "审议", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
