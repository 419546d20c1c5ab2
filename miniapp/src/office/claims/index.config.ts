export default definePageConfig({ navigationBarTitleText: "不良贷款申请", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
