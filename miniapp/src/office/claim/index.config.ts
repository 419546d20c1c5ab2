export default definePageConfig({ navigationBarTitleText: "办理代偿", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
