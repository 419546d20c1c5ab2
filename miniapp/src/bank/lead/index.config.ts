export default definePageConfig({ navigationBarTitleText: "线索", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
