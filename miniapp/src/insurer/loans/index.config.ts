export default definePageConfig({ navigationBarTitleText: "承保贷款", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
