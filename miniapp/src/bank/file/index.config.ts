export default definePageConfig({ navigationBarTitleText: "贷款", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
