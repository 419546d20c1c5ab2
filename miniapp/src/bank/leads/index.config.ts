export default definePageConfig({ navigationBarTitleText: "融资线索", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
