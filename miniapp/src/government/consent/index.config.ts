export default definePageConfig({ navigationBarTitleText: "不良贷款审定", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
