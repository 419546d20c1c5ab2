export default definePageConfig({ navigationBarTitleText: "保单", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
