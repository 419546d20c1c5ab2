export default definePageConfig({ navigationBarTitleText: "采纳推荐", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
