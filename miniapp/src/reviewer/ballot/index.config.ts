export default definePageConfig({ navigationBarTitleText: "表决", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
