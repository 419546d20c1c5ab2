export default definePageConfig({ navigationBarTitleText: "待支付", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
