export default definePageConfig({ navigationBarTitleText: "追偿台账", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
