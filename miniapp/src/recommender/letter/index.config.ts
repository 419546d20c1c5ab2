export default definePageConfig({ navigationBarTitleText: "推荐函", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
