export default definePageConfig({ navigationBarTitleText: "办理不良贷款申请", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
