export default definePageConfig({ navigationBarTitleText: "名单", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
