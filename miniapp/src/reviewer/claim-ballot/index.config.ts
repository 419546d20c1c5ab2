export default definePageConfig({ navigationBarTitleText: "不良贷款表决", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
