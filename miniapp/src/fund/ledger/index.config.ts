export default definePageConfig({ navigationBarTitleText: "总账", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
