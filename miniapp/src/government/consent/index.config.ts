export default definePageConfig({ navigationBarTitleText: "代偿审定", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
