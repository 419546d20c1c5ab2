export default definePageConfig({ navigationBarTitleText: "待审议", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
