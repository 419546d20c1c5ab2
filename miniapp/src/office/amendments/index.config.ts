export default definePageConfig({ navigationBarTitleText: "数值和理解", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
