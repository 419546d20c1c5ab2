export default definePageConfig({ navigationBarTitleText: "我的贷款", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
