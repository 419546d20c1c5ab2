export default definePageConfig({ navigationBarTitleText: "追偿", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
