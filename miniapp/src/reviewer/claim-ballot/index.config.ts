export default definePageConfig({ navigationBarTitleText: "代偿表决", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
