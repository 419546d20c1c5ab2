export default definePageConfig({ navigationBarTitleText: "办理追偿", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
