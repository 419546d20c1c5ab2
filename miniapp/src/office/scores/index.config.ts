export default definePageConfig({ navigationBarTitleText: "推荐情况", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
