export default definePageConfig({ navigationBarTitleText: "系统对接", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
