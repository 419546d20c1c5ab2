export default definePageConfig({ navigationBarTitleText: "核对答案", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
