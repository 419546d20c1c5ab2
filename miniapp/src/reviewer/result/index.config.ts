export default definePageConfig({ navigationBarTitleText: "表决结果", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
