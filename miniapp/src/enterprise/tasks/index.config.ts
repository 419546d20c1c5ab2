export default definePageConfig({ navigationBarTitleText: "融资申请", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
