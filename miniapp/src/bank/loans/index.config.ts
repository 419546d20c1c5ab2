export default definePageConfig({ navigationBarTitleText: "贷款台账", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
