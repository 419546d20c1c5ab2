export default definePageConfig({ navigationBarTitleText: "填写申请", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
