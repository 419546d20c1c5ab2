export default definePageConfig({ navigationBarTitleText: "登记走访", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
